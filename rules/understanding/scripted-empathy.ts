import {endsClause, isEnd, isQuestion} from '../kit/clauses.ts'
import {concern, thanks} from '../kit/empathy.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeLead, removeSentence} from '../kit/remove.ts'
import {removeWords, replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'

const waiting = pattern(
  `(and|,)? lead=${thanks} (your|the|all your)? (<adverb>|continued|kind|ongoing|great|further|utmost|time ,? |cooperation and|support and|time and|help and)* (patience|understanding|forbearance|indulgence) ((and|,) (your)? (patience|understanding|cooperation|co-operation|collaboration|support|business|time))?`,
  `lead=${thanks} (being (so|very)? (patient|understanding)|bearing with (us|me)|hanging in there|understanding|waiting (so)? patiently|(you|your) bearing with us) not=(that|how|why|the)?`,
  '(your|the) (patience|understanding|patience and understanding) (is|are|in this matter is) <adverb>* appreciated',
  '<we> (kindly)? (ask|count on|hope) for your (patience|understanding|patience and understanding)',
  '(in advance)? for your (kind)? (understanding|patience) in (this|the) (matter|regard)',
)
const priority = pattern(
  '(your|every|each|customer|<doing>) ..5 (is|are) <adverb>* (important|valuable|valued|of (the)? (utmost|great) importance|paramount|our (top|number one|highest|main|first)? (priority|concern)) (to|for)? (us|me)?',
  '<we> (really|truly|greatly|highly|deeply|always)? value (your|the|every|all|each|our) <adverb>? (feedback|business|customers|customer|opinion|time|loyalty|input|membership|partnership|support|chance|opportunity|trust|satisfaction|comments|suggestions)',
  '<we> (really|truly|greatly|highly|deeply|always)? value you (as|and|so)',
  '<we> (really|sincerely)? hope (that)? you (can|will)? understand end=(<word>|,|.|!|$)',
  '(as a)? (a|our|most) empty=(valued|loyal) (customer|customers|client|clients|guest|guests|user|users|member)',
  '<we> take (<noun>|such <noun>|all <noun>|<ing> <noun>) <adverb>* seriously',
  '<we> (always|continually|constantly)? (pride ourselves (on|in)|place great emphasis on|put great emphasis on|strive (for|to (provide|give|deliver|offer|improve|be|make|ensure|exceed))|are (fully|deeply|always)? (committed|dedicated) to (provide|providing|give|giving|deliver|delivering|offer|offering|customer|your|our|the))',
  '<we> (never|do not) (want|like|wish) (you|anyone|any (customer|member|guest)|our (customers|guests|members)) to (feel|leave|have|experience)',
  '(this|that) (is|was) (certainly|definitely|clearly)? (not|never) (at all)? (the|a)? (type of|kind of|sort of|level of)? (experience|service|impression) (that)? we (want|strive|aim|like|expect|intend|wish|pride)',
)
const feeling = pattern(
  `<we> (do|can|certainly|definitely)* <adverb>* (understand|appreciate|share|hear|acknowledge|recognise|recognize) (and (understand|appreciate|share|acknowledge))? your ${concern} (and ${concern})? end=(<word>|,|.|!|;|:|-|–|—|$)`,
  '<we> (do|can|certainly)* <adverb>* (understand|know|appreciate|hear) (exactly)? how you (feel|are feeling|must feel|must be feeling) end=(<word>|,|.|!|;|:|-|–|—|$)',
)
const names =
  /^(?:about|over|with|that|at|when|because|of|regarding|around|here|in|on|for|as|since|from|toward|towards)$/

export default defineRule({
  id: 'scripted-empathy',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” fits every customer, so it reaches none.',
  why: 'Set phrases of care sound like a recording. Name what this customer told you, or leave the phrase out.',
  sources: [
    'A Word about Pushback: customers can sense sincere care',
    'Packard & Berger 2021: concrete words are read as listening',
    'GitLab support handbook: avoid robotic phrases',
  ],
  serves: ['be-heard', 'heard-first', 'understanding'],
  supersedes: ['try-commitment'],
  triggers:
    'patience hanging hope loyal patient patiently understanding bearing important valuable valued value importance paramount priority seriously pride emphasis strive committed dedicated never experience service impression want like understand appreciate share hear acknowledge recognise recognize know forbearance indulgence'.split(
      ' ',
    ),
  examples: [
    {
      bad: 'I refunded the fee. «Thank you for your patience and understanding»!',
      better: 'I refunded the fee. Thank you!',
    },
    {bad: '«Thanks for your understanding» and please send us the log.', better: 'Please send us the log.'},
    {bad: '«We appreciate your patience» while we check this.', better: 'Thank you for [what they did].'},
    {bad: 'I have passed your note on. «Your feedback is important to us».', better: 'I have passed your note on.'},
    {
      bad: '«I completely understand your frustration».',
      better: 'I completely understand your frustration about [what happened to them].',
    },
    {bad: '«We value your feedback».'},
    {bad: '«I understand how you feel».'},
    {bad: 'We treat «our valued customers» as guests.', better: 'We treat our customers as guests.'},
    {bad: '«We take this very seriously».'},
    {good: 'I understand your frustration about the lost drafts.'},
    {good: 'I understand that the invoice arrived twice.'},
    {good: 'Your feedback about the editor went to Ana, who owns it.'},
    {good: 'I can see the export failed three times this week.'},
    {good: 'Thank you for sending the screenshots.'},
    {good: 'The order of the columns is important for the import.'},
    {good: 'To get a better understanding of the error, I need the log.'},
    {good: 'Enter the value of the order.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const patience = waiting.find(sentence)
    if (patience) return [thanksMatch(sentence, patience)]
    const said = feeling.find(sentence)
    const end = said?.parts['end']
    if (said && end && !names.test(sentence.words[end.from]?.norm ?? '')) {
      const range = {from: said.from, to: end.from}
      return [matchOf(sentence, range, [about(sentence, range.to)])]
    }
    const claimed = priority.find(sentence)
    return claimed ? [claimMatch(sentence, claimed)] : []
  },
})

function thanksMatch(sentence: Sentence, found: Found): Match {
  const range = {from: found.parts['lead']?.from ?? found.from, to: found.to}
  let to = found.to
  while (to < sentence.words.length && !isEnd(sentence.words, to) && !joins(sentence, to)) to++
  const clause = {from: range.from, to}
  if (!found.parts['lead'] && /\b(?:ask|count|hope) /i.test(textOf(sentence, found)))
    return matchOf(sentence, range, [
      removeSentence(sentence),
      replaceSentence(sentence, `you'll hear from us by ${slot('day and time')}.`),
    ])
  const other = otherThanks(sentence, clause)
  if (other) return matchOf(sentence, range, [other])
  const thank = startsSentence(sentence, clause.from) ? 'Thank you' : 'thank you'
  const removed = removeLead(sentence, clause)
  return matchOf(sentence, range, [
    removed,
    replaceWords(sentence, clause, thank),
    replaceWords(sentence, clause, `${thank} for ${slot('what they did')}`, 'needs-input'),
  ])
}

function joins({words}: Sentence, at: number): boolean {
  const word = words[at]
  return endsClause(word) || /^(?:and|&|-)$/.test(word?.norm ?? '')
}

/** “Thank you for your understanding and for choosing us” → “Thank you for choosing us”. */
function otherThanks(sentence: Sentence, {from, to}: WordRange): Rewrite | undefined {
  const {words} = sentence
  const rest = words
    .slice(to, to + 3)
    .findIndex((word, index) => word.norm === 'for' && /^(?:and|&|,)$/.test(words[to + index - 1]?.norm ?? ''))
  return rest > 0 ? replaceWords(sentence, {from, to: to + rest + 1}, 'thank you for') : undefined
}

function about(sentence: Sentence, at: number): Rewrite {
  const {end} = sentence.words[at - 1] ?? sentence
  return {span: {start: end, end}, text: ` about ${slot('what happened to them')}`, safety: 'needs-input'}
}

function claimMatch(sentence: Sentence, found: Found): Match {
  const feedback = /feedback|opinion|input|comments|suggestions/i.test(textOf(sentence, found))
  const rest = sentence.words.length - found.to
  const whole = {from: 0, to: sentence.words.length - 1}
  const act = feedback
    ? `I've passed your note on ${slot('topic')} to ${slot('owner')}`
    : `here's what I'm doing about ${slot('their concern')}: ${slot('first step')}`
  const {empty} = found.parts
  if (empty) return matchOf(sentence, found, [removeWords(sentence, empty)])
  return matchOf(sentence, found, [
    rest <= 6 && found.from <= 3 ? removeSentence(sentence) : undefined,
    isEnd(sentence.words, found.to) ? replaceWords(sentence, whole, act, 'needs-input') : undefined,
  ])
}
