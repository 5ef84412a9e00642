import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import {baseOfGerund, gerund} from '../kit/verbs.ts'

const effort =
  '(try|attempt|aim|endeavour|endeavor|strive|try hard|try and|(do|try) (my|our) (very|level|utmost)? best|make (an|every|our best) effort|do (what|whatever|everything|all) (that)? (i|we) can)'
const willTry = pattern(
  `<we> (will|(am|are) going to) <adverb>* attempt=(${effort} to) verb=<base>`,
  '<we> will <adverb>* attempt=(try and|see (if|whether) (i|we) (can|could)) verb=<base>',
)
const willTryDoing = pattern('<we> will <adverb>* attempt=try doing=<ing>')
const tryingTo = pattern(
  '<we> (am|are) <adverb>* attempt=((trying|attempting|aiming|striving|endeavouring|endeavoring|doing (my|our) (very)? best) to) base=<base>',
)
const aimTo = pattern(
  '(i|we) <adverb>* attempt=((aim|strive|endeavour|endeavor|try) to) verb=(respond|reply|answer|get|have|resolve|fix|process|ship|deliver|complete|review|send|contact|finish|handle|refund|close)',
)
const doOurBest = pattern('<we> will <adverb>* attempt=(do|try) (my|our) (very|level)? best')
const seeWhat = pattern(
  "<we> will <adverb>* attempt=see (what|if|whether) (there (is|'s))? (something|anything)? else? (that)? <we> can do (to help (you)?|about (it|this|that)|for you)?",
  'let me attempt=see (what|if there is (something|anything)) <we> can do (to help (you)?|about (it|this|that)|for you)?',
)
const mayAct = pattern(
  '<we> attempt=might <adverb>* (be able to)? (look (into|at)|take a look|consider|reach out|follow up|get back)',
  '<we> ..24 attempt=(may|might) (look|consider|reach out|follow up|get back|contact|respond) .. (if|when|where|as) (needed|necessary|possible|required)',
)

export default defineRule({
  id: 'try-commitment',
  principle: 'intent',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” promises an attempt, not a result.',
  why: 'A customer who hears an attempt looks for someone who will do it. Commit to the part that is certain, and say when you will write again.',
  sources: ['A Word about Pushback: trusted advisors take accountability for products and processes'],
  serves: ['trusted-adviser', 'sound-sure', 'intent'],
  triggers:
    'try trying attempt attempting aim aiming best see endeavour endeavor endeavouring strive striving effort might may do doing'.split(
      ' ',
    ),
  examples: [
    {bad: "«I'll try to» get this fixed today.", better: "I'll get this fixed today."},
    {bad: "«We'll do our best to» find your order.", better: "We'll find your order."},
    {bad: "«I'll see what I can do».", better: "I'll [first step] and update you by [time]."},
    {bad: '«We aim to» have it resolved this week.', better: "We'll have it resolved this week."},
    {bad: '«We try to» answer every note within a day.', better: 'We answer every note within a day.'},
    {bad: "We'll look at the log and «I'll make every effort to» have it back today."},
    {bad: '«Our engineers might look into» it.', better: "We'll [first step] and update you by [time]."},
    {bad: "«I'll see if I can» find it.", better: "I'll find it."},
    {bad: '«We are trying to» reproduce it.', better: 'We are reproducing it.'},
    {good: 'I tried the same steps and got the same error.'},
    {good: 'Try the update again.'},
    {good: 'We try to keep the menu short.'},
    {good: 'We might ask for a photo of the label.'},
    {good: 'If you try to sign in twice, the account locks.'},
    {good: "When I try to open the link I get a 404, so I've reported it."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = [willTry, willTryDoing, tryingTo, aimTo, seeWhat, doOurBest, mayAct]
      .map(attempt => attempt.find(sentence))
      .find(match => match !== undefined)
    if (!found || inConditional(sentence, found.from)) return []
    const {verb, base} = found.parts
    const aim = verb ?? base
    if (aim && sentence.words[aim.from]?.norm === 'be') return []
    const to = aim?.from ?? found.to
    return [matchOf(sentence, {from: found.from, to}, [commitment(sentence, found), firstStep(sentence, found)])]
  },
})

/** The same sentence as a plain commitment: the writer must know that it can be kept. */
function commitment(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {attempt, verb, doing, base} = parts
  if (!attempt) return undefined
  if (base)
    return replaceWords(sentence, {from: attempt.from, to}, gerund(textOf(sentence, base).toLowerCase()), 'if-verified')
  if (doing) {
    const plain = baseOfGerund(textOf(sentence, doing).toLowerCase())
    return plain ? replaceWords(sentence, {from: attempt.from, to}, plain, 'if-verified') : undefined
  }
  if (!verb) return undefined
  if (sentence.words[attempt.from - 1]?.norm === 'will' || sentence.words[from + 1]?.norm === 'will')
    return removeWords(sentence, attempt, 'if-verified')
  if (/^(?:respond|reply|answer|process|ship|review|handle)$/.test(textOf(sentence, verb)))
    return removeWords(sentence, attempt, 'if-verified')
  return replaceWords(sentence, {from, to: verb.from}, `${textOf(sentence, {from, to: from + 1})}'ll`, 'if-verified')
}

/** The part that is certain, in place of the clause. */
function firstStep(sentence: Sentence, found: Found): Rewrite | undefined {
  const {words} = sentence
  let to = found.to
  while (to < words.length && words[to]?.kind === 'word' && !/^(?:and|but|so|because|if)$/.test(words[to]?.norm ?? ''))
    to++
  const ours = /\b(?:we|our|us)\b/i.test(textOf(sentence, found))
  const text = `${ours ? 'we' : 'I'}'ll ${slot('first step')} and update you by ${slot('time')}`
  return replaceWords(sentence, {from: found.from, to}, text, 'needs-input')
}
