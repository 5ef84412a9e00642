import type {BlockKind, Severity} from '../../../rules/kit/types.ts'

/** A rule of a Vale style, read: plain data, which another thread can be given and a cache compares. */
export interface ValeRule {
  /** `vale/Style.Rule` */
  readonly id: string
  readonly severity: Severity
  /** With `{found}` for the text found and `{better}` for what to write instead. */
  readonly message: string
  /** What closes and opens a quote around `{better}`; empty where it stands in none. */
  readonly quotes: readonly [close: string, open: string]
  readonly why: string
  /** The address of its page. */
  readonly page?: string
  readonly blocks: readonly BlockKind[]
  /** Whether it looks at one sentence at a time: nothing of its neighbours counts, and a line's edges are the sentence's. */
  readonly bySentence: boolean
  /** What is looked for; where two begin at one place, the first counts. */
  readonly parts: readonly ValePart[]
  /** A match that holds one of these is none. */
  readonly exceptions?: string
  readonly ignoreCase: boolean
  readonly capitalize: boolean
}

/** One of the patterns of a rule. */
export interface ValePart {
  /** As JavaScript writes it under the flag `u`. */
  readonly find: string
  /** Words in small letters, one of which every match's sentence holds; `*` where none is sure. */
  readonly triggers: readonly string[]
  /** What to write instead, the best first: `$1` is the first group, and an empty one takes the match out. */
  readonly instead?: readonly string[]
}
