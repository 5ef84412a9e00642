import {isEnd, type WordRange} from './pattern.ts'
import {capitalised, removeWords, startsSentence} from './rewrite.ts'
import type {Sentence} from './sentence.ts'
import type {Rewrite, Safety} from './types.ts'

/** Removes the whole sentence and the space beside it; undefined where it is the only one of its block. */
export function removeSentence({start, end, previous, next}: Sentence, safety: Safety = 'safe'): Rewrite | undefined {
  if (next) return {span: {start, end: next.start}, text: '', safety}
  return previous ? {span: {start: previous.end, end}, text: '', safety} : undefined
}

const links = /^(?:and|but|so|as|because|since|then|yet|[,;:–—-])$/

/** Removes words that open the sentence, with what links them to the rest; the whole sentence where nothing follows. */
export function removeLead(
  sentence: Sentence,
  {from, to}: WordRange,
  safety: Safety = 'safe',
): Rewrite | undefined {
  const {words} = sentence
  if (!startsSentence(sentence, from)) return undefined
  if (isEnd(words, to)) return removeSentence(sentence, safety)
  let rest = to
  while (rest < to + 2 && links.test(words[rest]?.norm ?? '')) rest++
  return rest > to && !isEnd(words, rest) ? removeWords(sentence, {from, to: rest}, safety) : undefined
}

const clauseStart = /^(?:i|we|you|he|she|it|they|this|that|these|those|the|a|an|your|our|my|their|there|no)$/

/** Removes an adverb or an aside such as “, unfortunately,” with the commas that only it needs. */
export function removeAside(sentence: Sentence, {from, to}: WordRange, safety: Safety = 'safe'): Rewrite | undefined {
  const {words} = sentence
  if (startsSentence(sentence, from)) {
    const next = words[words[to]?.text === ',' ? to + 1 : to]
    if (!next || isEnd(words, to)) return undefined
    const text = next.kind === 'word' && !next.quoted ? capitalised(next.text) : next.text
    return {span: {start: words[from]?.start ?? next.start, end: next.end}, text, safety}
  }
  const before = words[from - 1]
  const after = words[to]
  if (!before) return undefined
  const closes = before.text === ','
  const opens = after?.text === ','
  const keepsComma = closes && opens && clauseStart.test(words[to + 1]?.norm ?? '')
  const dropsBefore = closes && !keepsComma && (opens || isEnd(words, to))
  const start = dropsBefore ? (words[from - 2]?.end ?? before.end) : before.end
  const end = (opens ? after : words[to - 1])?.end ?? before.end
  return {span: {start, end}, text: '', safety}
}

/** The range without the punctuation marks at its end. */
export function withoutSigns({words}: Sentence, {from, to}: WordRange): WordRange {
  let end = to
  while (end > from + 1 && words[end - 1]?.kind === 'punctuation') end--
  return {from, to: end}
}
