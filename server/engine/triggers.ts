import type {Recogniser, SentenceRule} from '../../rules/kit/types.ts'

/** Something that asks to see a sentence: a rule, or a recogniser of facts. */
export type Reader = SentenceRule | Recogniser

/** Finds, in one pass over a block's prose, the places whose sentence some reader asks to see. */
export interface Triggers {
  /** Calls `hit` with each trigger's offset, in order, and the readers that it starts. */
  readonly scan: (prose: string, hit: (offset: number, readers: readonly Reader[]) => void) => void
}

/** Compiles the triggers of all readers into one matcher; a reader with the trigger `*` sees every sentence. */
export function makeTriggers(readers: readonly Reader[]): Triggers {
  const byForm = new Map<string, Reader[]>()
  for (const reader of readers) {
    for (const form of reader.triggers) {
      const known = byForm.get(form)
      if (known) known.push(reader)
      else byForm.set(form, [reader])
    }
  }
  const always = byForm.get('*') ?? []
  byForm.delete('*')
  const started = new Map<string, readonly Reader[]>()
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map(expression)
  const matcher = new RegExp(`(?<![a-z0-9])(?:${forms.join('|')})(?![a-z0-9])`, 'gi')

  function readersOf(form: string): readonly Reader[] | undefined {
    const known = started.get(form)
    if (known || !byForm.has(form)) return known
    const readers = startedBy(form, byForm)
    started.set(form, readers)
    return readers
  }

  return {
    scan(prose, hit) {
      if (always.length > 0) hit(-1, always)
      if (forms.length === 0) return
      matcher.lastIndex = 0
      for (let match = matcher.exec(prose); match; match = matcher.exec(prose)) {
        const form = match[0]
        // Most words are written as the triggers are.
        const readers = readersOf(form) ?? readersOf(form.toLowerCase().replaceAll('’', "'"))
        if (readers) hit(match.index, readers)
      }
    },
  }
}

function expression(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]")
}

/** A form also starts the readers of the forms inside it, which it hides from the matcher: “easy-to-use” those of “easy”. */
function startedBy(form: string, byForm: ReadonlyMap<string, readonly Reader[]>): readonly Reader[] {
  const words = form.split(/(?<=[a-z0-9])(?=[^a-z0-9])|(?<=[^a-z0-9])(?=[a-z0-9])/)
  const readers = new Set<Reader>()
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      for (const reader of byForm.get(words.slice(from, to).join('')) ?? []) readers.add(reader)
    }
  }
  return [...readers]
}
