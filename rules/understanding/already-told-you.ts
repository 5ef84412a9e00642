import {endsClause, isQuestion} from '../kit/clauses.ts'
import {type Found, has, pattern} from '../kit/pattern.ts'
import {removeWords, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const said =
  '(mentioned|said|stated|explained|told|noted|advised|informed|discussed|indicated|outlined|requested|asked|pointed out|warned|clarified|specified|communicated)'
const when =
  '(already|before|earlier|previously|clearly|repeatedly|above|multiple times|many times|several times|time and again|last time)'
const message =
  '(e-mail|email|emails|message|messages|reply|replies|response|note|mail|correspondence|conversation|chat|ticket|call)'
const rules =
  '(terms of (service|use|sale)|terms and conditions|terms|conditions|policy|policies|agreement|contract|rules|guidelines|faq|faqs|template|documentation|docs|small print|welcome (email|mail|message))'

const reminder = pattern(
  `filler=((like|as) (i|we|my colleague|our team) (have|had)? ${when}? (said|told you|mention|say|${said.slice(1, -1)}) (to)? you? not=(your|our|them|him|her|<object>)? ${when}? (in (my|our|the) <adverb>? (last|previous|earlier|first)? ${message})?)`,
  `filler=(as (already|previously) ${said} (to you)? (in (my|our|the) (last|previous|earlier|first)? ${message})?)`,
  `filler=(as (mentioned|said|stated|explained|discussed|told|requested|advised|noted) (already|before|earlier|previously|many times|several times|multiple times|repeatedly) (in (my|our|the) (last|previous|earlier|first)? ${message})?)`,
  `filler=(as (mentioned|said|stated|explained|discussed|told|requested|advised|noted|per|outlined) (to you)? (in|on)? (my|our|the) (last|previous|earlier|first|recent|prior) ${message})`,
  `filler=(per (my|our) (last|previous|earlier|recent|prior) ${message})`,
  'filler=(as you (were|have been) (already|previously|clearly)? (told|informed|advised|warned|notified) (already|before|earlier|previously)?)',
)
const rulebook = pattern(
  `filler=(as (is)? (clearly|already|explicitly|also)? (we|it)? (is|'s)? (mention|mentioned|stated|state|specified|noted|outlined|explained|requested|written|laid out|set out|listed|indicated) (clearly|explicitly|already)? (in|on|under|by) (the|our|their) ..2 ${rules})`,
)
const told = pattern(
  `found=<we> (have|had) (already|repeatedly|previously|clearly|all) (told|explained|mentioned|said|informed|answered|advised|stated|asked|covered|discussed|been (through|over)|gone (through|over))`,
  '<we> (have)? already (told|explained|mentioned|informed|answered|advised|stated) (you|this|that|it|to|your|the)',
  '<we> (have)? (already)? (told|explained|asked|said|mentioned|informed|answered|advised) (this|that|it|you)? (to you)? ..3 (several|many|multiple|numerous|countless|two|three|<number>) times',
  `found=you (were|have been|have) (already|repeatedly|previously|clearly) (been)? (told|informed|advised|warned)`,
)
const remind = pattern(
  'filler=((friendly|gentle|kind|quick friendly) reminder) (:|-|–|—|that|to)',
  'filler=((i|we) (would|will|want to|must|have to)? (like|need)? (to)? remind (you|everyone|all <noun>)) that',
  '(let me|may i|allow me to) filler=remind you that',
  '^ filler=((again|once again) ,) (we (do|can|will|are|have|only)|the|this|that|you|it|there) not=(apologize|apologise|sorry|thank|appreciate)?',
  '^ filler=((please)? (remember|be reminded) that) (we|our|you|this)',
)

export default defineRule({
  id: 'already-told-you',
  principle: 'understanding',
  scope: ['macro', 'article'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” says that the customer should have known.',
  why: 'It turns the answer into a reproach for not reading. Give the answer again, as if for the first time.',
  sources: [
    'A Word about Pushback: customers expect to be heard; antagonism breeds pushback',
    'Yeomans et al. on receptiveness: acknowledge and affirm rather than argue',
  ],
  serves: ['no-debate', 'be-heard', 'understanding'],
  triggers: 'as like per already repeatedly previously clearly all reminder remind reminded remember again times'.split(
    ' ',
  ),
  examples: [
    {kind: 'macro', bad: '«As I already mentioned», the limit is 50.', better: 'The limit is 50.'},
    {kind: 'macro', bad: '«As per my last email», please send the log.', better: 'Please send the log.'},
    {kind: 'macro', bad: "«We've already explained» this.", better: 'In short: [the answer].'},
    {bad: "«As stated in our terms of service», refunds aren't available.", better: "Refunds aren't available."},
    {kind: 'macro', bad: 'The limit is 50, «as previously stated».', better: 'The limit is 50.'},
    {kind: 'macro', bad: '«Friendly reminder»: we reply within a day.', better: 'We reply within a day.'},
    {good: 'As noted in step 2, keep the window open.'},
    {good: 'You mentioned that the export failed.'},
    {good: 'As shown above, the endpoint ends in eu.'},
    {good: 'Have we already told you about credits?'},
    {good: "We've already refunded the second charge."},
    {good: 'As you mentioned, the invoice shows the old address.'},
    {good: 'You can set a reminder: open **Calendar**.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const macro = sentence.setting.kind === 'macro'
    const opener = (macro ? reminder.find(sentence) : undefined) ?? rulebook.find(sentence)
    if (opener && isAside(sentence, opener)) return [fillerMatch(sentence, opener)]
    if (!macro) return []
    const reminded = remind.find(sentence)
    if (reminded) return has(reminded, 'not') ? [] : [fillerMatch(sentence, reminded)]
    const before = told.find(sentence)
    return before ? [matchOf(sentence, before, [answer(sentence, before)])] : []
  },
})

/** Whether the words stand apart from the sentence, not in a comparison (“the same as stated in our terms”). */
function isAside(sentence: Sentence, found: Found): boolean {
  if (has(found, 'not')) return false
  const {from} = found
  const before = sentence.words[from - 1]
  return (
    startsSentence(sentence, from) ||
    before?.kind === 'punctuation' ||
    (sentence.setting.kind === 'macro' && !/^(?:same|such|meaning|just|exactly|apply|terms)$/.test(before?.norm ?? ''))
  )
}

function fillerMatch(sentence: Sentence, {from, to, parts}: Found) {
  const filler = parts['filler'] ?? {from, to}
  return matchOf(sentence, filler, [withoutFiller(sentence, filler)])
}

/** The sentence without the reproach, the “that” or colon behind it, or the comma before it. */
function withoutFiller(
  sentence: Sentence,
  {from, to}: {readonly from: number; readonly to: number},
): Rewrite | undefined {
  const {words} = sentence
  let end = to
  if (/^(?:in|on|at|to|under|during|when|with|by|over)$/.test(words[end]?.norm ?? '')) {
    while (end < words.length && end < to + 12 && !endsClause(words[end])) end++
    if (words[end]?.text !== ',' || !startsSentence(sentence, from)) return undefined
  }
  while (/^(?:that|:|-|–|—)$/.test(words[end]?.norm ?? '')) end++
  const comma = words[from - 1]?.text === ',' && !/^,$/.test(words[end]?.text ?? '') ? from - 1 : from
  return removeWords(sentence, {from: comma, to: end})
}

function answer(sentence: Sentence, found: Found): Rewrite | undefined {
  if (found.from > 0) return undefined
  return replaceWords(
    sentence,
    {from: 0, to: sentence.words.length - 1},
    `in short: ${slot('the answer')}`,
    'needs-input',
  )
}
