import {inConditional, isEnd, isQuestion} from '../kit/clauses.ts'
import {hasOwnAction} from '../kit/follow-up.ts'
import {pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside, removeLead, removeSentence} from '../kit/remove.ts'
import {capitalised, replaceSentence, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const soothing = pattern(
  '(^|,|-|–|—|but|and|so|;) lead=((please|you can)? (rest|be) assured that?)',
  '(^|,|-|–|—|but|and|so|;) lead=(trust (me|us)|believe me) (,|.|!|$|-|–|—|it|this|we)',
  '(^|,|-|–|—|but|and|so|;) lead=((please|but|and)? do not you? worry|not to worry|no need to worry|there is no need to worry) (,|.|!|$|-|–|—|:|<we>|your|it|this|we)',
  "lead=(everything (will|is going to|'s going to) be (fine|okay|ok|alright|all right|good))",
  'lead=(you are in (good|safe|the best|great) hands)',
  'lead=((i|we) (can|want to|would like to|wish to|do)? <adverb>? assure you that?)',
  "lead=(i promise) (it|this|that|you|everything) ('s|is|are|will)",
)
const fact =
  /\b(?:safe|secure|backed up|intact|unaffected|unchanged|refunded|covered|protected|resolved|fixed|restored|saved|free of charge|unlimited|(?:has|have) been (?:passed|sent|forwarded|shared|logged|received|issued|cancelled|canceled))\b|(?:\b(?:not|never|no)|n['’]t) (?:\w+ ){0,2}(?:be |been )?(?:charged?|lost|lose|deleted?|shared?|billed|cancel\w*|closed|affect\w*|pay|accidental)\b/i

export default defineRule({
  id: 'empty-reassurance',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” soothes with nothing behind it.',
  why: 'Comfort without a fact asks the customer to take our word for it. Say what is safe, or what you did.',
  sources: ['A Word about Pushback: do not blow smoke; show relaxed resolve when working through a concern'],
  serves: ['no-smoke', 'ease-fear', 'knowledge'],
  triggers: ['assured', 'assure', 'trust', 'believe', 'worry', 'everything', 'hands', 'promise'],
  examples: [
    {bad: '«Rest assured».', better: '[What is safe], and [what happens next].'},
    {bad: "«Don't worry»!", better: '[What is safe], and [what happens next].'},
    {bad: "«Trust me», it's fine.", better: "It's fine."},
    {bad: '«Everything will be fine».', better: '[What is safe], and [what happens next].'},
    {bad: 'We take this seriously, and «you are in good hands».'},
    {good: 'Rest assured, your data is backed up.'},
    {good: "Don't worry about the old invoice."},
    {good: "Don't worry. I've reset the counter and you won't be charged."},
    {good: "Trust me with the key? Yes, it's encrypted."},
    {good: 'If you worry about the date, reply here.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const lead = soothing.find(sentence)?.parts['lead']
    if (!lead || inConditional(sentence, lead.from)) return []
    const {end} = spanOf(sentence, lead)
    if (hasOwnAction(sentence, end)) return []
    if (fact.test(sentence.text.slice(end - sentence.start)) || fact.test(sentence.next?.text ?? '')) return []
    return [matchOf(sentence, lead, rewritesOf(sentence, lead))]
  },
})

/** “We looked, I assure you it is clean” → “We looked. It is clean”. */
function asSentence(sentence: Sentence, {from, to}: WordRange): Rewrite | undefined {
  const {words} = sentence
  const next = words[to]
  if (
    from < 5 ||
    words[from - 1]?.text !== ',' ||
    !next ||
    !/^(?:i|we|you|it|this|that|your|our|the|they|there)$/.test(next.norm)
  )
    return undefined
  return {
    span: {start: words[from - 2]?.end ?? next.start, end: next.end},
    text: `. ${capitalised(next.text)}`,
    safety: 'safe',
  }
}

function rewritesOf(sentence: Sentence, lead: WordRange): readonly (Rewrite | undefined)[] {
  if (!isEnd(sentence.words, lead.to))
    return [removeLead(sentence, lead) ?? asSentence(sentence, lead) ?? removeAside(sentence, lead)]
  if (!startsSentence(sentence, lead.from)) return []
  const fact = replaceSentence(sentence, `${slot('What is safe')}, and ${slot('what happens next')}.`)
  return sentence.next ? [removeSentence(sentence), fact] : [fact]
}
