import {isEnd} from './clauses.ts'
import type {WordRange} from './pattern.ts'
import {startsSentence, takesCapital, withCapital} from './rewrite.ts'
import type {Sentence} from './sentence.ts'
import type {Rewrite, Safety} from './types.ts'

/** Removes the whole sentence and the space beside it; undefined where it is the only one of its block. */
export function removeSentence({start, end, previous, next}: Sentence, safety: Safety = 'safe'): Rewrite | undefined {
  if (next) return {span: {start, end: next.start}, text: '', safety}
  return previous ? {span: {start: previous.end, end}, text: '', safety} : undefined
}

/** Removes the words from `from` up to `to`; the word that then opens the sentence gets the capital. */
function cut(sentence: Sentence, from: number, to: number, safety: Safety): Rewrite | undefined {
  const next = sentence.words[to]
  const first = sentence.words[from]
  if (!next || !first) return undefined
  return {span: {start: first.start, end: next.end}, text: withCapital(next), safety}
}

const links = /^(?:and|but|so|as|because|since|then|yet|[,;:–—-])$/

/** Removes words that open the sentence, with what links them to the rest; the whole sentence where nothing follows. */
export function removeLead(sentence: Sentence, {from, to}: WordRange, safety: Safety = 'safe'): Rewrite | undefined {
  const {words, start, next} = sentence
  if (!startsSentence(sentence, from)) return undefined
  if (isEnd(words, to)) {
    const first = words[from]?.start ?? start
    if (first === words[0]?.start) return removeSentence(sentence, safety)
    return next ? {span: {start: first, end: next.start}, text: '', safety} : undefined
  }
  let rest = to
  while (rest < to + 2 && links.test(words[rest]?.norm ?? '')) rest++
  const left = words.slice(rest).filter(word => word.kind === 'word').length
  return rest > to && left > 1 ? cut(sentence, from, rest, safety) : undefined
}

const clauseStart = /^(?:i|we|you|he|she|it|they|this|that|these|those|the|a|an|your|our|my|their|there)$/

const conjunctions = /^(?:and|but|or|so|yet|that|because|however|since|as|if|when|then)$/

/** Removes an adverb or an aside such as “, unfortunately,” with the commas that only it needs. */
export function removeAside(sentence: Sentence, {from, to}: WordRange, safety: Safety = 'safe'): Rewrite | undefined {
  const {words} = sentence
  const after = words[to]
  const opens = after?.text === ','
  if (takesCapital(sentence, from))
    return isEnd(words, to) ? undefined : cut(sentence, from, opens ? to + 1 : to, safety)
  const before = words[from - 1]
  if (!before) return undefined
  const follower = words[opens ? to + 1 : to]
  if (follower && /^[([“"]$/.test(before.text))
    return {span: {start: before.end, end: follower.start}, text: '', safety}
  const closes = before.text === ','
  const keepsComma = closes && opens && clauseStart.test(words[to + 1]?.norm ?? '')
  const dropsBefore = closes && !keepsComma && (opens || isEnd(words, to))
  const goesOn = clauseStart.test(words[to + 1]?.norm ?? '') || conjunctions.test(words[to + 1]?.norm ?? '')
  const dropsAfter = opens && (!goesOn || before.kind !== 'word' || conjunctions.test(before.norm))
  const start = dropsBefore ? (words[from - 2]?.end ?? before.end) : before.end
  const end = (dropsAfter ? after : words[to - 1])?.end ?? before.end
  return {span: {start, end}, text: '', safety}
}

/** The range without the punctuation marks at its end. */
export function withoutSigns({words}: Sentence, {from, to}: WordRange): WordRange {
  let end = to
  while (end > from + 1 && words[end - 1]?.kind === 'punctuation') end--
  return {from, to: end}
}
