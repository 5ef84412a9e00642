import {presentOf, subjectNumber} from '../kit/agreement.ts'
import {isOurAnswer} from '../kit/answer.ts'
import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {capitalised, removeWords, replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const hedges =
  '(hopefully|probably|possibly|perhaps|maybe|potentially|presumably|theoretically|in theory|(most)? likely)'
const doubled = pattern(`subject=<subject> modal=(should|may|might|could) not? hedge=${hedges} verb=<base>?`)
const opened = pattern(
  `(^|,|;|and|but|so|-) hedge=(hopefully|perhaps|maybe|possibly|probably|presumably) ,? subject=<subject> modal=(should|may|might|could) <adverb>* verb=<base>`,
)
const led = pattern(
  'lead=((i|we) <adverb>? (think|believe|guess|suspect|suppose|assume) that?) <subject> <adverb>? (may|might|could|probably|possibly|seems|appears)',
  'lead=((i|we) <adverb>? (think|believe|guess|suspect|suppose|assume) that?) (it|this|that|these|they|the <phrase>) should',
  "lead=((i|we) <adverb>? (think|believe|guess|suspect|suppose|assume) that?) <subject> (is|are|was|were|has|have|'s) (probably|possibly|perhaps|likely|maybe)",
  'lead=(it (seems|appears|looks) (like|that|as if|as though)?) <subject> <adverb>? (may|might|could|probably|possibly)',
)

export default defineRule({
  id: 'stacked-hedge',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” stacks one doubt on another.',
  why: 'One careful word is honest; two in a row sound as if nobody had looked. Keep at most one, or state the result.',
  sources: [
    'A Word about Pushback: the child feels that the parent is unsure, unsteady and weak',
    'Oba & Berger 2022: how likely a helper sounds bears on how confident they appear',
  ],
  serves: ['sound-sure', 'knowledge'],
  supersedes: [
    'outcome-should',
    'probability-adverb',
    'fix-may',
    'epistemic-first-person',
    'seems-to-be',
    'hope-outcome',
  ],
  triggers:
    'hopefully probably possibly perhaps maybe potentially presumably theoretically theory likely think believe guess suspect suppose assume seems appears looks'.split(
      ' ',
    ),
  examples: [
    {bad: 'This «should hopefully sort» it out.', better: 'This sorts it out.'},
    {bad: 'It «may possibly be» a DNS delay.', better: 'It may be a DNS delay.'},
    {kind: 'macro', bad: '«I think it might» be the proxy.', better: 'It might be the proxy.'},
    {bad: 'It «should probably work» after that.', better: 'It works after that.'},
    {kind: 'macro', bad: '«It looks like the file may» have been cut off.', better: 'The file may have been cut off.'},
    {good: 'The app may take a minute, and you might see a spinner.'},
    {good: 'The connector should usually use port 443.'},
    {good: 'Close the programs that may be blocking the port, or that might hold the file.'},
    {good: 'These are the changes most likely to help.'},
    {good: 'The button might appear disabled.'},
    {good: 'Maybe you could send the log.'},
    {good: 'A log helps with problems that may potentially arise.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const both = doubled.find(sentence)
    if (both && isDoubt(sentence, both) && !inConditional(sentence, both.from)) return [pairMatch(sentence, both)]
    if (sentence.setting.kind === 'article') return []
    const lead = led.find(sentence)
    const part = lead?.parts['lead']
    if (lead && part && !inConditional(sentence, part.from))
      return [matchOf(sentence, lead, [withoutLead(sentence, part)])]
    const open = opened.find(sentence)
    if (!open || isOffer(sentence, open) || inConditional(sentence, open.from)) return []
    const {hedge} = open.parts
    return hedge
      ? [matchOf(sentence, {from: hedge.from, to: open.to}, [stated(sentence, open), removeAside(sentence, hedge)])]
      : []
  },
})

/** “May potentially cause” warns of the world; “should probably” doubts, and so does “may possibly” in a reply. */
function isDoubt(sentence: Sentence, {parts}: Found): boolean {
  const {subject, modal, hedge} = parts
  if (!subject || !modal || !hedge) return false
  if (sentence.words[modal.from]?.norm === 'should') return true
  if (isOurAnswer(sentence, subject)) return sentence.words[subject.from]?.norm !== 'that'
  return sentence.setting.kind === 'macro' && sentence.words[hedge.from]?.norm !== 'potentially'
}

function isOffer({words}: Sentence, {parts}: Found): boolean {
  const {subject, modal} = parts
  return (
    subject !== undefined &&
    modal !== undefined &&
    words[subject.from]?.norm === 'you' &&
    words[modal.from]?.norm !== 'may'
  )
}

function pairMatch(sentence: Sentence, found: Found) {
  const {modal, hedge} = found.parts
  const keeps = modal && sentence.words[modal.from]?.norm !== 'should'
  const removed = hedge && removeAside(sentence, hedge)
  return matchOf(
    sentence,
    {from: modal?.from ?? found.from, to: found.to},
    keeps ? [removed] : [stated(sentence, found), removed],
  )
}

/** “This should hopefully work” → “This works”. */
function stated(sentence: Sentence, {to, parts}: Found): Rewrite | undefined {
  const {subject, verb, modal, hedge} = parts
  const number = subject && subjectNumber(sentence, subject)
  if (!subject || !number || !verb || !modal || !hedge || verb.to === verb.from) return undefined
  if (sentence.words.slice(modal.from, verb.from).some(word => word.norm === 'not')) return undefined
  const plain = presentOf(sentence.words[verb.from]?.norm ?? '', number)
  if (hedge.from > modal.from) return replaceWords(sentence, {from: modal.from, to: verb.to}, plain, 'if-verified')
  return replaceWords(sentence, {from: hedge.from, to}, `${textOf(sentence, subject)} ${plain}`, 'if-verified')
}

function withoutLead(sentence: Sentence, lead: {readonly from: number; readonly to: number}): Rewrite | undefined {
  const next = sentence.words[lead.to]
  const opens = /^\p{Lu}/u.test(sentence.words[lead.from]?.text ?? '') && lead.from === 0
  return opens && next
    ? replaceWords(sentence, {from: lead.from, to: lead.to + 1}, capitalised(next.text))
    : removeWords(sentence, lead)
}
