import {isOurAnswer, isSpecified, withFallback} from '../kit/answer.ts'
import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const often =
  '(usually|typically|generally|normally|often|sometimes|mostly|frequently|occasionally|in most cases|most of the time|in many cases)'
const remedy =
  '(~fix|~resolve|~solve|~help|~do (the trick|it)|~sort (it|this|that|things)|~cure|~clear (it|this|that|things) up|~take care of)'
const inside = pattern(
  `subject=<subject> (can|will|should|does)? freq=${often} ${remedy}`,
  `subject=<subject> freq=${often} (can|will|should) ${remedy}`,
  `subject=<subject> freq=(~tend to) (work|help|fix|resolve|solve|do (the trick|it))`,
  `subject=<subject> freq=${often} ~work ($|for|.|,|;|-|–|—|and)`,
)
const before = pattern(
  `(^|,|;|and|but|-) freq=(${often}|more often than not|nine times out of ten) ,? subject=<subject> (can|will|should)? ${remedy}`,
)
const after = pattern(
  `subject=<subject> (can|will|should)? (~work|${remedy}) (it|this|that|things)? freq=(for most (people|users|customers|of (us|them|our <word>))|in most cases|most of the time|nine times out of ten|more often than not|in many cases)`,
)

export default defineRule({
  id: 'outcome-frequency',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” says that our answer works now and then.',
  why: 'The reader takes the other cases to be theirs. Say what the step does, and what to do if it goes otherwise.',
  sources: [
    'A Word about Pushback: confidence is fine although a small chance of failure remains',
    'Oba & Berger 2022: how likely a helper sounds bears on how confident they appear',
  ],
  serves: ['small-chance', 'sound-sure', 'knowledge'],
  triggers:
    'tends tend usually typically generally normally often sometimes mostly frequently occasionally most many nine'.split(
      ' ',
    ),
  examples: [
    {bad: 'This «usually» fixes it.', better: 'This fixes it.'},
    {bad: 'Restarting the router «normally» solves the problem.', better: 'Restarting the router solves the problem.'},
    {bad: 'That works «for most people».', better: 'That works.'},
    {bad: '«Most of the time», a restart helps.', kind: 'macro', better: 'A restart helps.'},
    {good: 'Vetting typically takes 1–7 business days.'},
    {good: 'Smaller products are usually shipped in an envelope.'},
    {good: 'The header is usually an XML file.'},
    {good: 'Sometimes the log is empty.'},
    {good: 'If this usually fixes it, leave the setting on.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = [inside, before, after].map(shape => shape.find(sentence)).find(match => match !== undefined)
    const freq = found?.parts['freq']
    if (freq && sentence.setting.kind === 'article' && /^sometimes$/i.test(textOf(sentence, freq))) return []
    if (!found || !freq || !isOurs(sentence, found) || inConditional(sentence, found.from)) return []
    const plain = removeAside(sentence, freq, 'if-verified')
    return [matchOf(sentence, freq, plain ? [plain, withFallback(sentence, plain)] : [])]
  },
})

/** In a reply whatever helps is part of our answer. */
function isOurs(sentence: Sentence, {parts}: Found): boolean {
  const {subject} = parts
  if (!subject || /^(?:who|we|i|you|what|which)$/.test(sentence.words[subject.from]?.norm ?? '')) return false
  return (
    isOurAnswer(sentence, subject) ||
    (sentence.setting.kind === 'macro' &&
      (sentence.words[subject.from]?.norm === 'a' || !isSpecified(sentence, subject)))
  )
}
