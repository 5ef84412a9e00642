import type {Found, Pattern, WordRange} from './pattern.ts'
import {thenAdd} from './rewrite.ts'
import {textOf} from './rule.ts'
import type {Sentence} from './sentence.ts'
import type {Rewrite} from './types.ts'

/** Subjects that a specification speaks of: what follows is a requirement, not a prediction. */
const specified =
  /^(?:users?|customers?|messages?|names?|files?|values?|fields?|passwords?|requests?|each|every|any|all|a|an|people|developers?|admins?|emails?|images?|titles?|who|what|we|i|you|there|no|code|tests?)$/i
/** Subjects that stand for our answer. */
const ours = /^(?:this|that|it|these|those|they|everything|which|things?|both|either|doing so)$/i
const answer =
  /(?:steps?|fix|patch|update|solution|workaround|change|restart|reset|setting|instructions?|guide(?:lines?)?|tips?|method|option|links?|article|page|resources?|documentation|docs|refund|payment|order|package|issue|problem|error|app|account|email|connection|sync|device|service|trick|following|restarting|thing)s?$/i

/** What a reference describes: “this event should be sent when …” is a rule of the product. */
const technical =
  /\b(?:events?|fields?|propert(?:y|ies)|parameters?|values?|methods?|calls?|headers?|attributes?|tokens?|functions?|class|classes|variables?|forms?)$/i

/** Whether the subject in `range` stands for what we told the customer to do, or for what it is to put right. */
export function isOurAnswer(sentence: Sentence, range: WordRange): boolean {
  const subject = textOf(sentence, range)
  if (technical.test(subject)) return false
  const first = subject.split(/\s/)[0] ?? ''
  if (
    ours.test(subject) ||
    /^(?:this|that|these|those|your|our)$/i.test(first) ||
    /ing\s/i.test(subject.slice(0, first.length + 1))
  )
    return true
  return !specified.test(first) && answer.test(subject)
}

/** Whether the subject in `range` is one that a specification speaks of (“each message”, “users”). */
export function isSpecified(sentence: Sentence, range: WordRange): boolean {
  return specified.test(sentence.words[range.from]?.text ?? '') || technical.test(textOf(sentence, range))
}

/** “Restart the browser and the error should …”: the subject begins behind the first step. */
export function withoutStep(sentence: Sentence, range: WordRange): WordRange {
  const {words} = sentence
  if (!/^[a-z]+$/.test(words[range.from]?.norm ?? '') || determiner.test(words[range.from]?.norm ?? '')) return range
  for (let index = range.from + 1; index < range.to - 1; index++)
    if (/^(?:and|then)$/.test(words[index]?.norm ?? '') && determiner.test(words[index + 1]?.norm ?? ''))
      return {from: index + 1, to: range.to}
  return range
}

/** The first match, without a step that stands in front of its subject. */
export function findAnswer(sentence: Sentence, shape: Pattern, from: number): Found | undefined {
  const found = shape.find(sentence, from)
  const subject = found?.parts['subject']
  if (!found || !subject) return found
  const own = withoutStep(sentence, subject)
  return {...found, from: found.from === subject.from ? own.from : found.from, parts: {...found.parts, subject: own}}
}

/** “The folder where the copies should sync” describes. */
export function isRelative({words}: Sentence, {from}: WordRange): boolean {
  const asks = /^(?:where|how|what|why|whether|which|whose)$/
  if (words[from]?.norm === 'which' && words[from - 1]?.text === ',') return false
  return asks.test(words[from - 1]?.norm ?? '') || asks.test(words[from]?.norm ?? '')
}

const determiner = /^(?:the|your|our|my|a|an|this|that|these|those|its|it|they|all|each|any|both|no)$/

/** The same rewrite, followed by what the customer does if it goes otherwise. */
export function withFallback(sentence: Sentence, rewrite: Rewrite): Rewrite {
  const fallback =
    sentence.setting.kind === 'macro'
      ? "If ⟦symptom⟧ is still there, reply here and I'll ⟦next step⟧ by ⟦time⟧."
      : 'If ⟦symptom⟧ is still there, ⟦what to do⟧.'
  return thenAdd(sentence, rewrite, fallback)
}
