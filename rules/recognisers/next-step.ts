import {isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {hangsOnIf, instructionIn} from '../kit/reply.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import {statedTime, vagueTime} from '../kit/time.ts'

const ahead = pattern(
  '<we> (will|shall|(am|are) going to) <adverb>* be verb=<ing>',
  '<we> (will|shall) <adverb>* (have|need) to verb=<base>',
  '<we> (will|shall) <adverb>* be <adverb>* (able|happy|glad) to verb=<base>',
  '<we> (will|shall|(am|are) going to) <adverb>* verb=(<base>|<object>)',
  '<we> ..12 and (will|shall) <adverb>* verb=<base>',
  'you (will|should|would) <adverb>* (be able to)? verb=(receive|see|get|hear|find|need|notice)',
  '(i|we) expect .. to verb=<base>',
  '<object> .. and will <adverb>* be verb=<ing>',
  'what happens next',
  'next (step|steps|up|:)',
  'next ,? <object>',
  'feel free to verb=<base>',
  '(please|kindly|pls) find attached',
  'you (are|would be) <adverb>* welcome to verb=<base>',
  'can do (so|this|that|it) by verb=<ing>',
  '(<subject>|<object>) (will|must) <adverb>* be verb=<participle>',
  '<subject> will <adverb>* (reach|contact|review|reply|respond|send|email|call|advise|process|follow) verb=<word>',
)
const finished = pattern(
  '(i|we) (have)? <adverb>* done=<participle>',
  '(your|the) .. (has|have) <adverb>* been <adverb>* done=<participle>',
)
const idle = new Set(
  'be need have not like love want appreciate never hope try attempt work make do been help'.split(' '),
)
/** Acts after which the customer has what they asked for. */
const solved =
  /^(?:re)?(?:set|sent|issued|funded|paid|stored|moved|activated|enabled|fixed|solved|paired|instated|opened|increased|verified|approved|updated|changed|cancelled|canceled|credited|unblocked|unlocked|unsuspended|shipped|deleted|uploaded|processed|extended|transferred|completed|attached|merged|corrected|delivered|replaced|lifted|removed|unlinked|linked|renewed|reinstated)$/
/** Open doors, requests for patience, and advice for another day. */
const matter = '(?:questions?|concerns?|queries|issues?|assistance|help|comments?|requests?)'
const courtesy = new RegExp(
  `\\b(?:hesitate|feel free to (?:reach|contact|ask|reply|write|get|email|message|respond|let|come)|anything else|i can help|patience|in (?:the )?future|next time|before (?:filing|opening|submitting|posting)|work with you|best path|(?:if|should)\\b.{0,60}\\b(?:any|further|other|more|additional|future)\\b.{0,30}\\b${matter}|any (?:further |other |more |additional )?(?:questions?|concerns?))\\b|^(?:more|further|additional) (?:info|information|details)\\b`,
  'i',
)
/** The time of an event is unknown, so a promise that waits for the event says nothing. */
const unknown =
  /\b(?:can ?not|can['’]t|unable to|not able to|unclear|unsure|not sure|not known|don['’]t know|do not know)\b.{0,40}\b(?:exact|specif\w+|when|time ?frames?|how long)\b/i
const waits = /\b(?:as soon as|once|when)\b/i

/** Places to read on, which move nothing by themselves. */
const reading = /\byou (?:can|may|could) (?:also )?(?:view|find|read|search|learn|use .* only|see (?:also|more))\b/i

export default defineRecogniser({
  id: 'next-step',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: "I'll email you the day the fix ships."},
    {yes: 'Please send me the order number.'},
    {yes: "You'll see the credit within five days."},
    {yes: "I've reset the key."},
    {yes: 'Which browser do you use?'},
    {no: 'Thanks for the report.'},
    {no: 'The feature is not available.'},
    {no: 'Let us know if you have any questions.'},
    {no: "We'll get back to you soon."},
    {yes: 'Feel free to buy it with a credit card.'},
    {yes: 'Please review that page and let me know if you have any questions.'},
    {no: 'Feel free to contact us.'},
    {no: 'Please note that the bank takes three days.'},
    {no: "It's unclear when it will ship. We will email you as soon as it does."},
    {yes: 'We will email you as soon as it ships.'},
  ],
  find(sentence) {
    if (isQuestion(sentence))
      return /\byou/i.test(sentence.text) ? {start: sentence.start, end: sentence.end} : undefined
    if (courtesy.test(beforeDoor(sentence.text))) return undefined
    const act = finished
      .all(sentence)
      .find(({parts: {done}}) => done && solved.test(sentence.words[done.from]?.norm ?? ''))
    if (act) return spanOf(sentence, act)
    const promise = ahead.all(sentence).find(({from, parts: {verb}}) => {
      const word = verb && sentence.words[verb.from]
      return !(word && idle.has(word.norm)) && !hangsOnIf(sentence, from)
    })
    if (promise && (statedTime(sentence) || !isOpen(sentence))) return spanOf(sentence, promise)
    return reading.test(sentence.text) ? undefined : instructionIn(sentence)
  },
})

/** The part in front of “and let me know if you have any questions”: what is asked for there is a step of its own. */
function beforeDoor(text: string): string {
  return /^(?:please|kindly) \w.*? (?=and let (?:me|us) know\b)/i.exec(text)?.[0] ?? text
}

function isOpen(sentence: Sentence): boolean {
  if (vagueTime(sentence)) return true
  return waits.test(sentence.text) && [sentence, sentence.previous].some(each => each && unknown.test(each.text))
}
