import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {removeWords, replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const verbs: Readonly<Record<string, string>> = {
  claim: 'say',
  claimed: 'said',
  allege: 'say',
  alleged: 'said',
  insist: 'say',
  insisted: 'said',
  'are claiming': 'say',
  'are alleging': 'say',
  'are insisting': 'say',
  'seem to think': 'expect',
  'seem to believe': 'expect',
}
const saying = pattern(
  'you <adverb>? verb=(claim|claimed|allege|alleged|insist|insisted|are claiming|are alleging|are insisting) (that|to|you|it|the|your|this|there|we|our)',
  'you verb=(seem to (think|believe|feel|be under the impression)) (that|you|it|the|this|we|there)',
  'as you verb=(claim|claimed|allege|alleged)',
)
const adverb = pattern(
  'you filler=(apparently|supposedly|allegedly) <word>',
  'our <noun> filler=(clearly|plainly) (show|shows|indicate|indicates|prove|state)',
  'your filler=(alleged|so-called|supposed|purported) <word>',
)
/** What can be claimed without anybody doubting it. */
const claimable = /^(?:your|the|a|an|this|it)$/
const rights =
  /\b(?:refunds?|prizes?|profile|rewards?|credits?|domain|expenses|benefits?|deduction|offer|bonus|compensation|warranty|page|listing|ticket)\b/i

export default defineRule({
  id: 'doubting-verb',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” sounds as if you don’t believe the customer.',
  why: 'Doubt about their word makes people argue their case instead of reading the answer. Repeat what they told you as they told it.',
  sources: [
    'A Word about Pushback: customers want to be heard',
    'Yeomans et al. on receptiveness: acknowledge what the other side said',
  ],
  serves: ['be-heard', 'no-debate', 'understanding'],
  triggers:
    'claim claimed claiming allege alleged plainly clearly alleging allegedly insist insisted insisting seem apparently supposedly so-called supposed purported'.split(
      ' ',
    ),
  examples: [
    {bad: '«You claim» that you cancelled in May.', better: 'You say that you cancelled in May.'},
    {bad: '«You apparently» changed the plan.', better: 'You changed the plan.'},
    {bad: "«Your alleged» payment isn't visible.", better: "Your payment isn't visible."},
    {bad: '«You seem to think» that this is free.', better: 'You expect that this is free.'},
    {bad: '«Our records clearly» show a signature.', better: 'Our records show a signature.'},
    {good: 'Claim your business profile in three steps.'},
    {good: 'You wrote that you cancelled in May.'},
    {good: 'You can claim a refund within 30 days.'},
    {good: 'If you claim the domain, add the record.'},
    {good: 'The page apparently loads twice.'},
    {good: 'You seem to be on the free plan.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = saying.find(sentence)
    const verb = found?.parts['verb']
    if (found && verb && !inConditional(sentence, found.from)) {
      const next = sentence.words[verb.to]?.norm ?? ''
      if (claimable.test(next) && rights.test(sentence.text)) return []
      return [matchOf(sentence, {from: found.from, to: verb.to}, [plain(sentence, verb)])]
    }
    const doubted = adverb.find(sentence)
    const filler = doubted?.parts['filler']
    if (!doubted || !filler || inConditional(sentence, doubted.from)) return []
    return [matchOf(sentence, {from: doubted.from, to: filler.to}, [removeWords(sentence, filler)])]
  },
})

function plain(sentence: Sentence, verb: {readonly from: number; readonly to: number}): Rewrite | undefined {
  const word = verbs[textOf(sentence, verb).toLowerCase()]
  const to = sentence.words[verb.to]?.norm === 'to'
  return word && !to ? replaceWords(sentence, verb, word) : undefined
}
