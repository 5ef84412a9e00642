import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import {baseOfGerund, gerund} from '../kit/verbs.ts'

const willTry = pattern(
  '<we> will <adverb>* attempt=((try|attempt|aim|endeavour|endeavor|strive|(do|try) (my|our) (very)? best) to) verb=<base>',
)
const willTryDoing = pattern('<we> will <adverb>* attempt=try doing=<ing>')
const tryingTo = pattern(
  '<we> (am|are) <adverb>* attempt=((trying|attempting|aiming|hoping|striving|endeavouring) to) base=<base>',
)
const aimTo = pattern('(i|we) <adverb>* attempt=((aim|strive|endeavour|endeavor|try) to) verb=<base>')
const doOurBest = pattern('<we> will attempt=(do|try) (my|our) (very)? best')
const seeWhat = pattern(
  "<we> will <adverb>* attempt=see (what|if|whether) (there (is|'s))? (something|anything)? else? <we> can do",
  'let me attempt=see what <we> can do',
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
  triggers: [
    'try',
    'trying',
    'attempt',
    'attempting',
    'aim',
    'aiming',
    'best',
    'see',
    'endeavour',
    'endeavor',
    'endeavouring',
    'strive',
    'striving',
    'hoping',
  ],
  examples: [
    {bad: "«I'll try to» get this fixed today.", better: "I'll get this fixed today."},
    {bad: "«We'll do our best to» find your order.", better: "We'll find your order."},
    {bad: "«I'll see what I can do».", better: "I'll [first step] and update you by [time]."},
    {bad: '«We aim to» have it resolved this week.', better: "We'll have it resolved this week."},
    {bad: '«We are trying to» reproduce it.', better: 'We are reproducing it.'},
    {good: 'I tried the same steps and got the same error.'},
    {good: 'Try the update again.'},
    {good: 'If you try to sign in twice, the account locks.'},
    {good: "When I try to open the link I get a 404, so I've reported it."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = [willTry, willTryDoing, tryingTo, aimTo, seeWhat, doOurBest]
      .map(attempt => attempt.find(sentence))
      .find(match => match !== undefined)
    if (!found || inConditional(sentence, found.from)) return []
    const {verb, base} = found.parts
    const to = verb?.from ?? base?.from ?? found.to
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
  return replaceWords(sentence, {from, to: verb.from}, `${textOf(sentence, {from, to: from + 1})}'ll`, 'if-verified')
}

function firstStep(sentence: Sentence, found: Found): Rewrite | undefined {
  const who = sentence.words[found.from]
  if (found.parts['verb'] || found.parts['base'] || who?.norm === 'let') return undefined
  const subject = who?.norm === 'we' ? 'we' : 'I'
  return replaceWords(
    sentence,
    found,
    `${subject}'ll ${slot('first step')} and update you by ${slot('time')}`,
    'needs-input',
  )
}
