import {inConditional, isEnd, isQuestion, opensMainClause} from '../kit/clauses.ts'
import {type Found, has, pattern} from '../kit/pattern.ts'
import {withoutSigns} from '../kit/remove.ts'
import {removeWords, replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'
import {baseOfGerund} from '../kit/verbs.ts'

const matter =
  '(account|order|ticket|request|case|application|membership|subscription|access|pr|pull request|issue|topic|thread|claim|service|profile|listing|booking|it|they|this)'
const closing =
  '(closed|cancelled|canceled|suspended|deleted|terminated|blocked|deactivated|rejected|archived|removed|disabled|locked|closing|cancelling|expired|forfeited|voided|withdrawn|limited|restricted)'
/** What happens to the customer who doesn't obey. */
const threat = pattern(
  `(to=(to (avoid|prevent))|or (else)?|otherwise ,?) what=((your|the|this)? <adverb>? ${matter}) (from)? (will|being|may|to be|is)? <adverb>* (be)? <adverb>* (${closing}|close|expire|lapse)`,
  '(failure|failing) to (do so|do this|comply|respond|reply|provide|submit|complete|pay|verify|confirm|return|act|send)',
  `(your|the|this) ${matter} (will|may|is going to) <adverb>* be <adverb>* ${closing} (in|after|within) <number> ..3 (if|unless|when)`,
  `(your|the|this) ${matter} (will|may|is going to) <adverb>* be <adverb>* ${closing} (if|unless) you`,
  '(send|provide|pay|reply|respond|return|submit) ..6 (immediately|at once|without delay|without fail)',
  `(if|unless) you (do not|fail to) ..8 , ..2 ${matter} (will|may|can) <adverb>* be <adverb>* ${closing}`,
)
/** Nothing goes on before the customer has done their part. */
const barred = pattern(
  `who=(we|i) (can|will) <adverb>* not (be able to)? what=(<base> ..9) (until|unless|before) cond=(you <adverb>* (have (<participle>))? not=(are|have|were|turn|reach|qualify)? <word> ..9) end=$`,
  '(we|i) (can|will) <adverb>* not ..9 (until|unless|before) you <adverb>* not=(are|have|were|turn|reach|qualify)? <word>',
  "you (will|'d|would|must|are)? (need|have|required)? to act=<base> ..12 before goal=((we|i) (can|are able to) <base>)",
)
const duty =
  '(send|provide|submit|respond|reply|answer|confirm|pay|upload|fill|sign|return|prove|show|inform|notify|report|attach|put|raise|wait|follow|agree|accept|complete|give|tell|read)'
const must = pattern(
  `order=(you <adverb>* (must|are required to|are obliged to|are expected to|are obligated to)) <adverb>* verb=${duty}`,
  `order=(you (will)? <adverb>* (need to|have to)) <adverb>* verb=${duty} (us|me|here|your|exactly|in (a|the|your)|to (us|this|my|our)|within|by)`,
  'order=(you are responsible for) verb=<ing>',
  `order=((i|we) <adverb>* (require|expect|demand|insist) (that)? you (to)?) <adverb>* verb=${duty}`,
)
const forbidden = pattern(
  '(please)? do not <adverb>* (reply|respond|contact|call|open|submit|create|post|ask|email|message|file|raise|send|seek|bump|chase|ping|tag|reopen|resubmit|expect) not=(hesitate|yourself)? (to|this|these|us|again|me|another|multiple|more|new|any|questions|duplicate)',
  '(please)? do not <adverb>* (reply|respond|contact|call|open|submit|create|post|ask|email|message|file|raise|bump|chase) not=(hesitate|yourself)? (a|your)',
  '(we|i) (ask|request|insist|demand) that you (please)? (do not|refrain from|stop|avoid)',
  '(please)? refrain from <ing>',
  '(please|kindly) stop (emailing|contacting|messaging|calling|asking|writing|posting|sending)',
  'wait=((please)? (just)? (wait patiently|remain patient|be patient))',
)

export default defineRule({
  id: 'demand-tone',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” gives an order to the customer.',
  why: 'A bare command, or a threat behind it, makes people resist even what helps them. Ask for it, and say what it is for.',
  sources: [
    'A Word about Pushback: antagonism invites antagonism; we want to see the customer succeed',
    'Microsoft Writing Style Guide: “please” where you ask for something inconvenient',
  ],
  serves: ['no-debate', 'stay-calm', 'understanding'],
  triggers:
    "must have need required obliged obligated expected responsible not don't dont refrain patient patiently avoid prevent or otherwise failure failing fail unless until before will unable only insist demand stop require expect immediately once without".split(
      ' ',
    ),
  examples: [
    {bad: '«You must send» us the log.', better: 'Please send us the log.'},
    {bad: "«You'll need to provide» your order number.", better: 'Please provide your order number.'},
    {
      bad: 'If you find an error «you need to report» exactly what fails.',
      better: 'If you find an error please report exactly what fails.',
    },
    {bad: '«Please do not send another» email.'},
    {bad: '«Do not reply to» this email.', better: 'For [what they need], [where to write].'},
    {
      bad: 'Send the form by Friday «or your account will be closed».',
      better: 'To keep it open, [what to do] by [date].',
    },
    {
      bad: 'Please send the form this week «to avoid your account being closed».',
      better: 'Please send the form this week to keep your account open.',
    },
    {
      bad: "«We can't process the refund until you confirm your address».",
      better: 'We can process the refund once you confirm your address.',
    },
    {bad: '«You need to sign the form before we can ship» it.', better: 'Please sign the form so that we can ship it.'},
    {bad: '«Failure to respond» may lead to closure.'},
    {bad: '«Please be patient».', better: "You'll hear from me by [day and time]."},
    {good: "You don't need to do anything."},
    {good: 'If you need to change it, reply here.'},
    {good: 'You need to restart the app.'},
    {good: 'Do you have to sign in each time?'},
    {good: "Please don't hesitate to contact us."},
    {good: 'The password must have 8 characters.'},
    {good: "Please don't share your password with anyone."},
    {good: 'To import customers, you must create a discount code first.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const match = ordered(sentence) ?? plainly(sentence)
    return match ? [match] : []
  },
})

function plainly(sentence: Sentence): Match | undefined {
  const warned = threat.find(sentence)
  if (warned)
    return matchOf(sentence, warned, [
      staysOpen(sentence, warned),
      replaceSentence(sentence, `To keep it open, ${slot('what to do')} by ${slot('date')}.`),
    ])
  const stopped = barred.find(sentence)
  if (stopped && !has(stopped, 'not') && !inConditional(sentence, stopped.from))
    return matchOf(sentence, withoutSigns(sentence, stopped), [once(sentence, stopped)])
  const found = forbidden.find(sentence)
  if (!found || has(found, 'not')) return undefined
  if (!found.parts['wait'])
    return matchOf(sentence, found, [
      replaceSentence(sentence, `For ${slot('what they need')}, ${slot('where to write')}.`),
    ])
  return matchOf(sentence, found, [withoutWait(sentence, found)])
}

/** Waiting is no task; what else is asked for stays. */
function withoutWait(sentence: Sentence, {from, to}: Found): Rewrite | undefined {
  const {words} = sentence
  if (words[from - 1]?.norm === 'and' && isEnd(words, to)) return removeWords(sentence, {from: from - 1, to})
  if (words[to]?.norm === 'and' && words[from]?.norm === 'please')
    return removeWords(sentence, {from: from + 1, to: to + 1})
  const news = `you'll hear from me by ${slot('day and time')}`
  if (startsSentence(sentence, from)) return replaceSentence(sentence, `${news}.`)
  return isEnd(words, to) ? replaceWords(sentence, {from, to}, news, 'needs-input') : undefined
}

function staysOpen(sentence: Sentence, found: Found): Rewrite | undefined {
  const {what, to} = found.parts
  const thing = what ? textOf(sentence, what).toLowerCase() : ''
  if (
    !/(?:account|order|ticket|request|case|issue|thread|it)$/.test(thing) ||
    /reject|expire|lapse|limit/.test(textOf(sentence, found))
  )
    return undefined
  if (to) return replaceWords(sentence, found, `to keep ${thing} open`)
  return isEnd(sentence.words, found.to) ? replaceWords(sentence, found, `so that ${thing} stays open`) : undefined
}

/** “We can't A until you B” → “We can A once you B”; “You need to A before we can B” → “Please A so that we can B”. */
function once(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {who, what, cond, act, goal} = parts
  if (act && goal) {
    const link = {from: act.to, to: goal.from}
    return replaceWords(
      sentence,
      {from, to},
      `please ${textOf(sentence, {from: act.from, to: link.to - 1})} so that ${textOf(sentence, goal)}`,
    )
  }
  if (!who || !what || !cond) return undefined
  return replaceWords(
    sentence,
    {from, to: cond.to},
    `${textOf(sentence, who).toLowerCase() === 'i' ? 'I' : 'we'} can ${textOf(sentence, what)} once ${textOf(sentence, cond)}`,
  )
}

/** “You must send us …” as a request. */
function ordered(sentence: Sentence): Match | undefined {
  const found = must.find(sentence)
  const {order, verb} = found?.parts ?? {}
  if (!found || !order || !verb) return undefined
  const main = opensMainClause(sentence, order.from)
  if (inConditional(sentence, found.from) && !main) return undefined
  const before = sentence.words[found.from - 1]
  if (
    before?.kind === 'word' &&
    !main &&
    !startsSentence(sentence, found.from) &&
    !/^(?:and|but|so|then|now|first|therefore|that)$/.test(before.norm)
  )
    return undefined
  if (sentence.words.slice(0, found.from).some(word => word.norm === 'to' || word.norm === 'order')) return undefined
  const word = textOf(sentence, verb).toLowerCase()
  const base = word.endsWith('ing') ? baseOfGerund(word) : word
  if (!base || base === 'be' || base === 'have') return undefined
  return matchOf(sentence, {from: found.from, to: verb.to}, [
    replaceWords(sentence, {from: found.from, to: verb.to}, `please ${base}`),
  ])
}
