import {type Found, pattern} from '../kit/pattern.ts'
import {removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const result =
  '(~help|~fix|~resolve|~solve|~do (the trick|anything|any good)|~make (a|any|the) difference|~go away|~clear up|~improve|~change anything|(is|are|was|were|gets|get|has been|have been) <adverb>* (fixed|resolved|solved|gone|better|sorted))'
const tail =
  '((to)? (fix|solve|resolve) <noun>)? (it|this|that|the <noun>|your <noun>|things|matters)? (for you|on your (end|side)|at all|now)?'
const subjects = '(that|this|it|these|those|they|things|doing (so|this|that)|the (issue|problem|error|fix|change))'
const test = pattern(
  `link=(and|to|then)* check=((see|check|find out|test|look) (if|whether)) subject=${subjects} <adverb>* (will|would|can|could)? <adverb>* ${result} ${tail}`,
)
const work = pattern(
  `link=(and|to|then)* check=((see|check|find out|test|look) (if|whether)) subject=(that|this|it|these|those|they) <adverb>* (will|would|can|could)? <adverb>* ~work ${tail}`,
  'link=(and|to|then)* check=see what happens ($|,|;)',
  'link=(and|to|then)* check=see how (it|that|this|things) (goes|go|turns out|turn out)',
)
const trial = pattern(
  'give=(please? give) thing=(it|them|this|that|these|those|(the|these|those|this|that|our|your) <phrase>) a (try|shot|go|whirl)',
  "worth=(it|this|that|these|they) ('s|is|are|may be|might be) (well|definitely|always)? worth (a (try|shot|go)|trying)",
)

export default defineRule({
  id: 'see-if-it-works',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” sends the reader off to test our answer for us.',
  why: 'The reader hears that nobody has run the step before. Give the step, and name what they see once it has worked.',
  sources: [
    'A Word about Pushback: a customer without confidence in the answer may not even try it',
    'SkyVerge support guide: phrases that shut a conversation down',
  ],
  serves: ['sound-sure', 'worth-trying', 'avoidable', 'knowledge'],
  triggers: ['see', 'check', 'find', 'test', 'look', 'try', 'trying', 'shot', 'go', 'whirl'],
  examples: [
    {bad: 'Clear your cookies «and see if that helps».', better: 'Clear your cookies.'},
    {bad: 'Restart the app «to see if the issue goes away».', better: 'Restart the app.'},
    {bad: 'Could you restart «and check whether the issue is gone»?', better: 'Could you restart?'},
    {kind: 'macro', bad: 'Turn the filter off «and see how it goes».', better: 'Turn the filter off.'},
    {bad: '«Give these steps a try».', better: 'Follow these steps.'},
    {good: 'See if the **Export** button is visible.'},
    {good: 'Check whether your plan includes SSO.'},
    {good: 'Try the update again.'},
    {good: 'Give the app access to your camera.'},
    {good: 'Let us know how it goes.'},
    {kind: 'article', good: 'Send one request to see if it works.'},
    {good: 'Worth knowing: the trial ends on its own.'},
    {good: 'Run the report twice to see which filter is faster.'},
  ],
  check(sentence) {
    const tested = test.find(sentence) ?? (sentence.setting.kind === 'macro' ? work.find(sentence) : undefined)
    if (tested) return [matchOf(sentence, tested, withoutTest(sentence, tested))]
    const tried = trial.find(sentence)
    if (!tried) return []
    const {thing} = tried.parts
    const severity = thing ? 'suggestion' : 'hint'
    return [matchOf(sentence, tried, [asStep(sentence, tried)], {severity})]
  },
})

function withoutTest(sentence: Sentence, found: Found): readonly (Rewrite | undefined)[] {
  const {link, check, subject} = found.parts
  if (!check) return []
  const linked = link !== undefined && link.to > link.from && found.from > 0
  const named = subject
    ? replaceWords(
        sentence,
        {from: check.from, to: found.to},
        `check that ${slot('what shows that it worked')}`,
        'needs-input',
      )
    : undefined
  if (!linked) return [named]
  const comma = sentence.words[found.from - 1]?.text === ','
  return [removeWords(sentence, {from: comma ? found.from - 1 : found.from, to: found.to}), named]
}

function asStep(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {thing, worth} = parts
  if (worth) return undefined
  if (!thing) return undefined
  const what = textOf(sentence, thing)
  const please = sentence.words[from]?.norm === 'please' ? 'please ' : ''
  const verb = /steps?|instructions?|guide|tips?/i.test(what) && !/following/i.test(what) ? 'follow' : 'try'
  return replaceWords(sentence, {from, to}, `${please}${verb} ${what}`)
}
