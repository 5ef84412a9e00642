import type {WordRange} from './pattern.ts'
import type {Sentence} from './sentence.ts'
import type {Word} from './words.ts'

/** Whether the sentence asks something. */
export function isQuestion({text}: Sentence): boolean {
  return /\?["'”’)\]*]*$/.test(text)
}

const openers = new Set(['if', 'when', 'whenever', 'unless', 'whether', 'once', 'until', 'while', 'before', 'although'])

/** Whether the word at `at` stands in a conditional clause: after “if”, “when” … with no comma, “then” or dash between. */
export function inConditional({words}: Sentence, at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const word = words[index]
    if (!word || (endsClause(word) && !isPaired(words, index, at) && words[index + 1]?.norm !== 'or')) return false
    if (word.kind !== 'word' || word.quoted) continue
    if (word.norm === 'then') return false
    if (openers.has(word.norm) || (word.norm === 'case' && words[index - 1]?.norm === 'in')) return true
  }
  return false
}

/** Whether the word at `at` is the “you” of a main clause that no comma parts from its condition: “If you find one you need to …”. */
export function opensMainClause(sentence: Sentence, at: number): boolean {
  const {words} = sentence
  const opener = words.findLastIndex((word, index) => index < at && openers.has(word.norm))
  return opener >= 0 && at - opener >= 4 && words[at]?.norm === 'you'
}

/** A comma before an inserted “for example,” or “however,” does not end a conditional. */
function isPaired(words: readonly Word[], comma: number, at: number): boolean {
  if (words[comma]?.text !== ',') return false
  for (let index = comma + 1; index < Math.min(at, comma + 4); index++) if (words[index]?.text === ',') return true
  return false
}

/** The clause around the word at `at`: bounded by punctuation that ends a clause, or by “but”. */
export function clauseAround({words}: Sentence, at: number): WordRange {
  const bounds = (word: Word | undefined): boolean => word === undefined || endsClause(word) || word.norm === 'but'
  let from = at
  while (from > 0 && !bounds(words[from - 1])) from--
  let to = at
  while (to < words.length && !bounds(words[to])) to++
  return {from, to}
}

/** Whether “not”, “n't”, “never” or “no longer” stands in the range. */
export function isNegated({words}: Sentence, {from, to}: WordRange): boolean {
  return words
    .slice(from, to)
    .some(
      (word, index) =>
        word.norm === 'not' ||
        word.norm === 'never' ||
        (word.norm === 'no' && words[from + index + 1]?.norm === 'longer'),
    )
}

/** The first word of the sentence that is not punctuation. */
export function firstWord({words}: Sentence): number {
  const index = words.findIndex(word => word.kind !== 'punctuation')
  return Math.max(index, 0)
}

/** Whether a word is a punctuation mark that ends a clause. */
export function endsClause(candidate: Word | undefined): boolean {
  return candidate?.kind === 'punctuation' && /[,;:.!?()–—]/.test(candidate.text)
}

/** Whether nothing but closing punctuation follows the words before `at`. */
export function isEnd(words: readonly Word[], at: number): boolean {
  for (let index = at; index < words.length; index++) {
    if (words[index]?.kind !== 'punctuation' || /[,;:(]/.test(words[index]?.text ?? '')) return false
  }
  return true
}
