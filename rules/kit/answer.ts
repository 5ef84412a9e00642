import type {WordRange} from './pattern.ts'
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

/** Whether the subject in `range` stands for what we told the customer to do, or for what it is to put right. */
export function isOurAnswer(sentence: Sentence, range: WordRange): boolean {
  const subject = textOf(sentence, range)
  const first = subject.split(/\s/)[0] ?? ''
  if (ours.test(subject) || /^(?:this|that|these|those|your|our)$/i.test(first) || /ing$/i.test(first)) return true
  return !specified.test(first) && answer.test(subject)
}

/** Whether the subject in `range` is one that a specification speaks of (“each message”, “users”). */
export function isSpecified(sentence: Sentence, {from}: WordRange): boolean {
  return specified.test(sentence.words[from]?.text ?? '')
}

/** The same rewrite, followed by what the customer does if it goes otherwise. */
export function withFallback(sentence: Sentence, rewrite: Rewrite): Rewrite {
  const fallback =
    sentence.setting.kind === 'macro'
      ? "If ⟦symptom⟧ is still there, reply here and I'll ⟦next step⟧ by ⟦time⟧."
      : 'If ⟦symptom⟧ is still there, ⟦what to do⟧.'
  return thenAdd(sentence, rewrite, fallback)
}
