import {clauseAround, inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import {statedTime, vagueTime} from '../kit/time.ts'
import type {Rewrite} from '../kit/types.ts'

const verb =
  '(get (straight|right)? back (to you|with you|in touch)|update you|(be|get) (back)? in (touch|contact) (with you)?|be contacting you|(follow up|follow-up) (with (you|it|this|that)|on (this|it|that))?|(be)? following up (with you)?|reach (back)? out (back)? (to you)?|(contact|call|phone|ring|email|message|write|text|notify|inform) (to)? you (back|directly)?|let you know|keep you (<adverb>? (posted|updated|informed))|(respond|reply|write back) (to you)?|report back (to you)?)'
const commitment = pattern(
  `who=(<we>|someone|they|(a|an|one of our|another) .. (representative|agent|specialist|member|members|colleague|manager|expert|team)) (will|(am|is|are|'s) going to) <adverb>* (and|then|personally|also)? verb=${verb}`,
  `<we> (will|(am|are) going to) ..8 and (will)? verb=${verb}`,
)
/** Moments and conditions by which the customer can tell when it comes; a channel that they use themselves is none. */
const event =
  /\b(?:once|when|whenever|after|until|before|if|in case|unless|every time|as soon as|as we|along the way|throughout|each time|while|(?<!at )the (?:moment|minute|day|instant))\b/i
const elsewhere =
  /^ ?(?:up )?(?:from )?there\b|^ (?:in|on|under) (?:this|the|your)? ?(?:ticket|thread|case|conversation|issue|topic)\b|^ (?:with|to) (?!you|it|this|that|next|more|an?\b|any|further|details|updates?)/i
/** The customer writes first, so the wait starts with them. */
const afterThem =
  /\b(?:please|send|share|submit|contact|message|write|dm|pm|connect|reply|email|let|drop|reach|provide|give|tell|fill|use)\b.{0,200}\b(?:and|then|&)\b/i

export default defineRule({
  id: 'commitment-no-time',
  principle: 'intent',
  scope: ['macro'],
  level: 'sentence',
  severity: 'warning',
  supersedes: ['unnamed-team'],
  message: '“{found}” promises an answer without saying when.',
  why: 'Without a time the customer has nothing to wait for and writes again to ask. Name the day or the hour by which they hear from you, even if there is no result yet.',
  sources: [
    'A Word about Pushback: take accountability for our processes; pushback prolongs a solution',
    'Davidow 2003: timeliness is one of the dimensions on which customers judge a response',
  ],
  serves: ['manage', 'no-detours', 'trusted-adviser', 'intent'],
  triggers: ['will', "'ll", "i'll", "we'll", "they'll", 'going'],
  examples: [
    {bad: "«I'll get back to you».", better: "I'll get back to you by [day and time]."},
    {bad: "«We'll keep you posted».", better: "We'll keep you posted, next by [day and time]."},
    {bad: '«Our team will follow up with you».', better: 'Our team will follow up with you by [day and time].'},
    {bad: "I've asked the warehouse. «I'm going to let you know» what they say."},
    {bad: '«Someone will contact you».', better: '[Name] from [team] will contact you by [day and time].'},
    {bad: "«We'll check the log and get back to you»."},
    {good: "I'll get back to you by 4 pm today."},
    {good: "I'll email you as soon as the export finishes."},
    {good: "I'll follow up with you. You'll hear from me within 24 hours."},
    {good: "I'll update you by {timeframe}."},
    {good: 'Will you let me know?'},
    {good: "If it's refused, we'll let you know."},
    {good: 'Send us a message with the order number and we will follow up from there.'},
    {good: 'An error message will let you know which field is missing.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = commitment.find(sentence)
    if (!found || inConditional(sentence, found.from)) return []
    const near = [sentence, sentence.previous, sentence.next].filter(other => other !== undefined)
    const [before, after] = [sentence.text.slice(0, offset(sentence, found.from)), textAfter(sentence, found)]
    if (
      near.some(statedTime) ||
      vagueTime(sentence) ||
      event.test(sentence.text.replace(/\b(?:see|check|ask|find out) (?:if|when)\b/gi, '')) ||
      elsewhere.test(after)
    )
      return []
    return [
      matchOf(sentence, found, rewritesOf(sentence, found), {
        unlessNext: ['time'],
        ...(afterThem.test(before) && isTeam(sentence, found) ? {severity: 'hint'} : {}),
      }),
    ]
  },
})

/** Whether it is us who answer, not “someone”. */
function isTeam({words}: Sentence, {from}: Found): boolean {
  return /^(?:i|we|our|the|my)$/.test(words[from]?.norm ?? '')
}

function offset({words, start}: Sentence, at: number): number {
  return (words[at]?.start ?? start) - start
}

function textAfter({words, text, start}: Sentence, {to}: Found): string {
  return text.slice((words[to - 1]?.end ?? start) - start)
}

/** A time behind the promise, or behind what the promise is about; “keep you posted” goes on, so it gets the next one. */
function rewritesOf(sentence: Sentence, found: Found): readonly Rewrite[] {
  const {to} = clauseAround(sentence, found.to - 1)
  const at = sentence.words[to - 1]?.end ?? sentence.end
  const add = (text: string): Rewrite => ({span: {start: at, end: at}, text, safety: 'needs-input'})
  const who = found.parts['who']
  if (who && /^(?:someone|somebody|an?|one|another)\b/i.test(textOf(sentence, who))) {
    const promise = textOf(sentence, {from: who.to, to})
    const named = `${slot('Name')} from ${slot('team')} ${promise} by ${slot('day and time')}`
    return [replaceWords(sentence, {from: who.from, to}, named, 'needs-input')]
  }
  if (/\bkeep\b/i.test(textOf(sentence, found))) return [add(`, next by ${slot('day and time')}`)]
  return [add(` by ${slot('day and time')}`)]
}
