import type {Sentence} from './sentence.ts'

const ownAction =
  /\b(?:I|we|our \w+(?: team)?)(?:['’](?:ve|m|re|ll)| have| has| am| are| is| will)?(?: (?:already|also|just|now|currently|then|be))* (?:check|ask|find|found|look|test|confirm|escalat|trac|contact|reach|investigat|pass|rais|forward|ping|updat|follow|open|report|review|refund|reset|restor|cancel|correct|fix|chang|add|remov|send|sent|writ|call|email|credit|issu|happy to (?:look|check|help)|get back|let (?:you|our|the|them)|(?:make|be) sure)|\b(?:I|we)(?:['’]ve| have) (?:already |also |just |now )?\w+(?:ed|[Dd]|t|n)\b/i
const fallback =
  /\b(?:if (?:it|this|that|they|you|the|none|so|not)\b[^.!?]{0,80}(?:n['’]t\b|\b(?:not|still|fails?|persists?|again|happens?|occurs?|remains?|error|stuck|problem|issue|trouble)\b)|if (?:not|so|it fails)\b|otherwise\b|in that case\b|should (?:that|it|this) (?:fail|not))/i

/** Whether the writer says what they do about it, in the rest of the sentence behind `offset` of the prose or in the next one. */
export function hasOwnAction(sentence: Sentence, offset: number): boolean {
  return (
    ownAction.test(sentence.text.slice(Math.max(0, offset - sentence.start))) ||
    ownAction.test(sentence.next?.text ?? '')
  )
}

/** Whether the sentence, from `offset` of the prose, or the next one says what to do if it goes otherwise. */
export function hasFallback(sentence: Sentence, offset: number): boolean {
  return (
    fallback.test(sentence.text.slice(Math.max(0, offset - sentence.start))) || fallback.test(sentence.next?.text ?? '')
  )
}
