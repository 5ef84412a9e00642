import type {Recogniser, SentenceRule} from '../../rules/kit/types.ts'
import {type KnownWords, numberOf} from '../../rules/kit/vocabulary.ts'

/** Something that asks to see a sentence: a rule, or a recogniser of facts. */
export type Reader = SentenceRule | Recogniser

/** Tells the places whose sentence some reader asks to see. */
export interface Triggers {
  /** The readers that see every sentence. */
  readonly always: readonly Reader[]
  /** Calls `hit` with each trigger's offset in the prose, in order, and the readers that it starts. */
  readonly scan: (words: KnownWords, hit: (offset: number, readers: readonly Reader[]) => void) => void
}

/** Sorts readers by their triggers; a reader with the trigger `*` sees every sentence. */
export function makeTriggers(readers: readonly Reader[]): Triggers {
  const always: Reader[] = []
  const byNumber: Reader[][] = []
  for (const reader of readers) {
    const forms = new Set(reader.triggers.map(mainPart))
    if (forms.delete('*')) always.push(reader)
    for (const form of forms) {
      const number = numberOf(form)
      byNumber[number] = [...(byNumber[number] ?? []), reader]
    }
  }
  return {
    always,
    scan({numbers, starts}, hit) {
      for (let index = 0; index < numbers.length; index++) {
        const readers = byNumber[numbers[index] ?? 0]
        if (readers !== undefined) hit(starts[index] ?? 0, readers)
      }
    },
  }
}

/** Words are found in the parts that a hyphen joins, of which the longest is the rarest: of “easy-to-follow” it is “follow”. */
function mainPart(form: string): string {
  return form.split('-').reduce((longest, part) => (part.length > longest.length ? part : longest))
}
