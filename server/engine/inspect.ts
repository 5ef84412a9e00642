import {makeSentences, type Sentence} from '../../rules/kit/sentence.ts'
import type {Fact, FactId, Match, SentenceRule, Setting, Severity, Span} from '../../rules/kit/types.ts'
import {knownWords} from '../../rules/kit/vocabulary.ts'
import type {ProseEdit} from './difference.ts'
import type {Plan} from './plan.ts'
import {type Proposal, proposalsOf, type Tally, type Trial} from './proposals.ts'
import {applied, type Prose} from './prose.ts'
import type {Reader} from './triggers.ts'

/** What a sentence rule found in a block, ready to be placed in a file; offsets of the prose. */
export interface Hit {
  readonly rule: SentenceRule
  readonly span: Span<'prose'>
  readonly message: string
  readonly severity: Severity | undefined
  readonly unlessNext: readonly FactId[]
  /** Its rewrites that hold what they promise; tried at the first call. */
  readonly proposals: () => readonly Proposal[]
}

/** All that a plan says of one block's prose: it depends on nothing else, so it can be remembered and moved. */
export interface Inspection {
  readonly hits: readonly Hit[]
  readonly facts: readonly Fact[]
  readonly words: number
  /** The ids of rules and recognisers that threw on this prose. */
  readonly failed: readonly string[]
  /** What would be said of the prose after edits; the same for the same list of edits. */
  readonly edited: (edits: readonly ProseEdit[]) => EditedBlock
}

/** A block as it would be, read as far as somebody asks. */
export interface EditedBlock {
  readonly prose: Prose
  /** What sentence rules find in it. */
  readonly tally: () => Tally
  readonly facts: () => readonly Fact[]
}

/** Looks at one block: only sentences that hold a trigger are parsed, and only the rules that a trigger starts are run. */
export function inspect(prose: Prose, setting: Setting, plan: Plan): Inspection {
  const {asked, words} = askedSentences(prose, setting, plan)
  const failed: string[] = []
  const matches = matchesIn(asked, prose, setting, plan, failed)
  const edited = keptFor((edits: readonly ProseEdit[]) => editedBlock(applied(prose, edits), setting, plan))
  const before = once(() => tallyOf(matches.map(([rule]) => rule.id)))
  const trial: Trial = edits => ({before: before(), after: edited(edits).tally()})
  const hits = matches.map(([rule, match]) => ({
    rule,
    span: match.span,
    message: messageOf(rule.message, match, prose.text),
    severity: match.severity,
    unlessNext: match.unlessNext ?? [],
    proposals: once(() => proposalsOf(match, rule.id, prose, trial)),
  }))
  return {hits, facts: factsIn(asked, failed), words, failed, edited}
}

function editedBlock(prose: Prose, setting: Setting, plan: Plan): EditedBlock {
  const {asked} = askedSentences(prose, setting, plan)
  // The block as it is has told which rules throw.
  const failed: string[] = []
  return {
    prose,
    tally: once(() => tallyOf(matchesIn(asked, prose, setting, plan, failed).map(([rule]) => rule.id))),
    facts: once(() => factsIn(asked, failed)),
  }
}

function once<Answer>(make: () => Answer): () => Answer {
  let made: {readonly answer: Answer} | undefined
  return () => {
    made ??= {answer: make()}
    return made.answer
  }
}

function keptFor<Of extends object, Answer>(make: (of: Of) => Answer): (of: Of) => Answer {
  let all: WeakMap<Of, Answer> | undefined
  return of => {
    all ??= new WeakMap()
    const known = all.get(of)
    if (known !== undefined) return known
    const answer = make(of)
    all.set(of, answer)
    return answer
  }
}

/** Adds what is not yet among them; they are so few that a set would cost more. */
function addTo<Item>(all: Item[], more: readonly Item[]): void {
  for (const item of more) if (!all.includes(item)) all.push(item)
}

/** Counts how often each id occurs. */
export function tallyOf(ids: readonly string[]): Tally {
  const tally = new Map<string, number>()
  for (const id of ids) tally.set(id, (tally.get(id) ?? 0) + 1)
  return tally
}

/** A message with its values put in; long finds are cut, so that the line stays one that can be read at a glance. */
export function messageOf(message: string, {span, values}: Pick<Match, 'span' | 'values'>, prose: string): string {
  const found = prose.slice(span.start, span.end).replace(/\s+/g, ' ').replaceAll('\uFFFC', '…')
  const all: Readonly<Record<string, string>> = {
    found: found.length > 60 ? found.slice(0, 58).trimEnd() + ' …' : found,
    ...values,
  }
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => all[name] ?? whole)
}

type RuleMatch = readonly [rule: SentenceRule, match: Match]

/** Sentences, each with the readers that ask to see it. */
type Asked = ReadonlyMap<Sentence, readonly Reader[]>

function askedSentences(
  {text, marks}: Prose,
  setting: Setting,
  plan: Plan,
): {readonly asked: Asked; readonly words: number} {
  const words = knownWords(text)
  const {always} = plan.triggers
  const asked = new Map<Sentence, Reader[]>()
  let sentences: readonly Sentence[] | undefined
  const ask = (sentence: Sentence | undefined, readers: readonly Reader[]): void => {
    if (sentence === undefined) return
    const before = asked.get(sentence)
    if (before === undefined) asked.set(sentence, [...readers])
    else addTo(before, readers)
  }
  const all = (): readonly Sentence[] => {
    sentences ??= makeSentences(text, marks, setting, words)
    return sentences
  }
  if (always.length > 0) for (const sentence of all()) ask(sentence, always)
  let index = 0
  plan.triggers.scan(words, (offset, readers) => {
    while ((all()[index]?.end ?? offset + 1) <= offset) index++
    ask(all()[index], readers)
  })
  return {asked, words: words.count}
}

function matchesIn(
  asked: Asked,
  {text}: Prose,
  setting: Setting,
  {isAllowed}: Plan,
  failed: string[],
): readonly RuleMatch[] {
  const inHeading = setting.block === 'heading'
  const matches: RuleMatch[] = []
  for (const [sentence, readers] of asked) {
    const found: RuleMatch[] = []
    for (const rule of readers) {
      if ('find' in rule || (inHeading && !rule.inHeadings)) continue
      try {
        for (const match of rule.check(sentence)) if (!isAllowed?.(text, match.span)) found.push([rule, match])
      } catch {
        addTo(failed, [rule.id])
      }
    }
    for (const each of found) if (!isSuperseded(each, found)) matches.push(each)
  }
  return matches.sort(([, a], [, b]) => a.span.start - b.span.start)
}

function factsIn(asked: Asked, failed: string[]): readonly Fact[] {
  const facts: Fact[] = []
  for (const [sentence, readers] of asked) {
    for (const recogniser of readers) {
      if (!('find' in recogniser)) continue
      try {
        const span = recogniser.find(sentence)
        if (span) facts.push({id: recogniser.id, span})
      } catch {
        addTo(failed, [recogniser.id])
      }
    }
  }
  return facts.sort((a, b) => a.span.start - b.span.start)
}

function isSuperseded([rule, match]: RuleMatch, ofSentence: readonly RuleMatch[]): boolean {
  return ofSentence.some(
    ([other, {span}]) =>
      other.supersedes?.includes(rule.id) && span.start < match.span.end && match.span.start < span.end,
  )
}
