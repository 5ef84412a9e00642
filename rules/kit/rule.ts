import type {WordRange} from './pattern.ts'
import type {Sentence} from './sentence.ts'
import type {DocumentRule, Match, Recogniser, Rewrite, SentenceRule, Span} from './types.ts'

/** Types a rule's file; the file name is the rule's id and the folder its principle. */
export function defineRule<Kind extends SentenceRule | DocumentRule>(rule: Kind): Kind {
  return rule
}

/** Types a recogniser's file; the file name is its id. */
export function defineRecogniser(recogniser: Recogniser): Recogniser {
  return recogniser
}

/** Where a range of a sentence's words stands in the block's prose, without the space around it. */
export function spanOf({words}: Sentence, {from, to}: WordRange): Span<'prose'> {
  return {start: words[from]?.start ?? words.at(-1)?.end ?? 0, end: words[to - 1]?.end ?? 0}
}

/** The text of a range of a sentence's words, as written. */
export function textOf(sentence: Sentence, range: WordRange): string {
  const {start, end} = spanOf(sentence, range)
  return sentence.text.slice(start - sentence.start, end - sentence.start)
}

/** A match on a range of words, with its rewrites, the best first; missing ones are left out. */
export function matchOf(
  sentence: Sentence,
  range: WordRange,
  rewrites: readonly (Rewrite | undefined)[] = [],
  more: Partial<Match> = {},
): Match {
  return {span: spanOf(sentence, range), rewrites: rewrites.filter(rewrite => rewrite !== undefined), ...more}
}
