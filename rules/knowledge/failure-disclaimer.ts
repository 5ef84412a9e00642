import {isOurAnswer} from '../kit/answer.ts'
import {inConditional, isQuestion} from '../kit/clauses.ts'
import {hasFallback} from '../kit/follow-up.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {addSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const doubtful = pattern(
  'subject=<subject> <adverb>? doubt=((may|might|could) not <adverb>* (work|help|fix|resolve|solve|be enough|do it|do the trick)) manner=(correctly|properly|as expected|as intended|well|with|on|in|for|when|offline|together|outside|without)?',
  'subject=<subject> <adverb>? doubt=((will|does|do) not (necessarily|always) (help|fix|resolve|solve|do it|do the trick))',
  '(but|and|although|though) doubt=((may|might|could) not <adverb>* (work|help|fix|resolve|solve)) manner=(correctly|properly|as expected|with|on|in|for|when)?',
)
const unpromised = pattern(
  'doubt=((i|we) (can not|are not able to|am not able to) <adverb>* (promise|guarantee) (you)? (that)? (it|this|that|these|the <phrase>) (will|works|fixes|helps|solves))',
  'doubt=((i|we) can not (promise|guarantee) (that|this|it) $)',
  "doubt=(there ('s|is|are) no (guarantee|guarantees) (that)? (it|this|that|these|the <phrase>) (will|works|fixes|helps))",
)
const general = pattern(
  'doubt=((i|we) can not make (you)? any (promises|guarantees))',
  'doubt=((i|we) can not (promise|guarantee) (anything|any <word>))',
  '(^|,|-|but|–|—|;) doubt=(no (guarantees|promises)) (,|.|!|$|of course|though|that|here)',
)

export default defineRule({
  id: 'failure-disclaimer',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” announces a failure and leaves the reader there.',
  why: 'A small chance of failure needs no warning, it needs a way on. Lead with the step, then say what happens if it goes otherwise.',
  sources: ['A Word about Pushback: lead customers through a process even where a small chance of failure remains'],
  serves: ['small-chance', 'sound-sure', 'worth-trying', 'knowledge'],
  triggers:
    "not n't no cannot can't cant may might could won't doesn't don't guarantees guarantee promise promises".split(' '),
  examples: [
    {
      kind: 'macro',
      bad: 'It «might not work».',
      better: "It might not work. If it doesn't, reply here and I'll [next step] by [time].",
    },
    {bad: 'The patch is small but «might not solve» the issue.'},
    {kind: 'macro', bad: "«I can't promise this will» help."},
    {kind: 'macro', bad: '«No guarantees», of course.'},
    {good: "It might not work on older phones. If it doesn't, reply with your model and I'll send the manual steps."},
    {good: 'There is no guarantee period on trial plans.'},
    {good: "If it fails, reply here and I'll restore the backup."},
    {good: 'Can you guarantee delivery by Friday?'},
    {good: 'The page might not work correctly in old browsers.'},
    {kind: 'article', good: 'We cannot guarantee that the index is complete.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const vague = sentence.setting.kind === 'macro' ? general.find(sentence)?.parts['doubt'] : undefined
    if (vague)
      return [
        matchOf(sentence, vague, [addSentence(sentence, `What I can do today is ${slot('first step')}.`)], {
          severity: 'hint',
        }),
      ]
    const found = disclaimed(sentence)
    const doubt = found?.parts['doubt']
    if (!doubt || inConditional(sentence, doubt.from) || hasFallback(sentence, spanOf(sentence, doubt).end)) return []
    const fallback =
      sentence.setting.kind === 'macro'
        ? "If it doesn't, reply here and I'll ⟦next step⟧ by ⟦time⟧."
        : "If it doesn't, ⟦what to do⟧."
    return [matchOf(sentence, doubt, [addSentence(sentence, fallback)])]
  },
})

function disclaimed(sentence: Sentence): Found | undefined {
  const found = doubtful.find(sentence)
  const {subject, manner} = found?.parts ?? {}
  const isPlain = manner === undefined || manner.to === manner.from
  if (found && isPlain && (subject === undefined || isOurAnswer(sentence, subject))) return found
  return sentence.setting.kind === 'macro' ? unpromised.find(sentence) : undefined
}
