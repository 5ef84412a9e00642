import {endsClause, inConditional, isEnd, isNegated, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {instructionIn} from '../kit/reply.ts'
import {replaceSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const designed = pattern(
  "(this|it|that|the <noun>|everything) (is|'s|works|work|are|behaves|functions|is working|is behaving|is functioning) <adverb>* (by design|as (designed|intended|expected)|working as (designed|intended|expected)|(the|an)? (expected|intended|normal) (behavior|behaviour)|not a (bug|problem|real issue))",
  '(it|this|that|everything)? (works|working|work) <adverb>? fine (for|on|at|here) (me|us|everyone|(my|our) (end|side|machine|computer|device))',
  'we (see|found|find|can see|have found) (nothing wrong|no (issue|issues|problem|problems|error|errors)) (on|at|from) our (end|side)',
  "there (is|'s) (nothing wrong|no (issue|problem|error|fault)) (on|at|from|with) our (end|side|part|system|systems|service)",
  '(nobody|no one|no other (customer|customers|user|users|client)|none of our (customers|users)) (else)? (has|have)? (<adverb>)? (reported|complained|mentioned|raised|had (this|the same|that))',
  '(it|this|that) is what it is',
  "(that|this|it) (is|'s) (just|simply)? (how|the way) (it|things|this|that) (is|are|works|work|goes)",
  "(that|this|it) (is|'s) (just|simply) (how|the way) <subject> (is|are|works|work|goes|operates|functions)",
  "(that|this|it) (is|'s) (how|the way) ((our|the|this) <noun>|(i|we)) (is|are|works|work|goes|operates|functions|operate|do (it|this|things)) $",
  'its (behaving|working|functioning) (as|by) (designed|intended|expected|design)',
)
const unseen = pattern(
  '(i|we) (can|could|am|are|was|were) <adverb>* (not|unable to) <adverb>* (able to)? (reproduce|replicate|recreate) (it|this|that|the <noun>|your <noun>)',
)
const reason = pattern(
  '(because|due to|since|so that|in order to|which (lets|keeps|means|prevents)|to (keep|protect|prevent|avoid|make))',
)
const wayOn = pattern(
  "(instead|workaround|alternatively|here 's how|you can|(i|we) (have|will|am|are|can) <adverb>* (<participle>|<ing>|<base>))",
)

export default defineRule({
  id: 'dismissive',
  principle: 'understanding',
  scope: ['macro'],
  level: 'sentence',
  severity: 'warning',
  message: '“{found}” closes the customer’s report without a way on.',
  why: 'The customer saw what they saw. Say what you tried, why the product does this, or what would help you to see it too.',
  sources: [
    'A Word about Pushback: at its root lies a lack of confidence in us; customers expect to be heard',
    'Herhausen et al. 2023: active listening and empathy bring gratitude even before the fault is mended',
  ],
  serves: ['be-heard', 'less-alone', 'no-debate', 'understanding'],
  triggers:
    'design designed intended expected normal bug problem problems issue issues fine wrong error errors fault nobody no none reproduce replicate recreate is how way'.split(
      ' ',
    ),
  examples: [
    {
      bad: '«This works as designed».',
      better: '[Feature] does [what you saw] so that [reason]. To get [their goal], [alternative].',
    },
    {
      bad: "«We couldn't reproduce it».",
      better: "I ran [steps] on [setup] and don't see it yet. Send me [evidence] and I'll rerun it on the same setup.",
    },
    {bad: '«There is nothing wrong on our end».'},
    {bad: '«No other customers have reported» this.'},
    {bad: "«That's how the system works»."},
    {bad: '«It works fine on my end».'},
    {good: "I couldn't reproduce it in Chrome 128. Could you send me a screen recording so I can match your setup?"},
    {good: 'This works as designed: to change it, open **Defaults**.'},
    {good: "That's how the import works: it reads one row at a time."},
    {good: "If you can't reproduce it, attach the log."},
    {good: 'Does it work as designed?'},
    {good: "It isn't working as expected, so I've opened a ticket."},
    {good: 'The delay is expected until Friday.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = designed.find(sentence) ?? unseen.find(sentence)
    if (!found || inConditional(sentence, found.from)) return []
    const isUnseen = unseen.at(sentence.words, found.from) !== undefined
    if (
      !isUnseen &&
      /design|intended|expected|bug/.test(sentence.text) &&
      isNegated(sentence, {from: Math.max(0, found.from - 3), to: found.to - 3})
    )
      return []
    if (
      /^(?:bug|problem|behaviou?r)$/.test(sentence.words[found.to - 1]?.norm ?? '') &&
      !isEnd(sentence.words, found.to) &&
      !/^(?:[,;–—]|and|but|in|on|of|with|so)$/.test(sentence.words[found.to]?.norm ?? '')
    )
      return []
    if (goesOn(sentence, found.to)) return []
    return [
      matchOf(sentence, found, [isUnseen ? tried(sentence) : explained(sentence)], {
        unlessNext: ['alternative', 'instruction', 'ownership'],
        ...(isUnseen ? {severity: 'suggestion'} : {}),
      }),
    ]
  },
})

/** Whether a reason follows in the sentence, or a request, an act or another way in one of the next two. */
function goesOn(sentence: Sentence, at: number): boolean {
  const colon = sentence.words
    .slice(at)
    .some(word => word.text === ':' || (endsClause(word) && /^[;–—-]$/.test(word.text)))
  if (colon || reason.find(sentence, at)) return true
  return [sentence.next, sentence.next?.next].some(
    next =>
      next !== undefined &&
      (isQuestion(next) ||
        instructionIn(next) !== undefined ||
        reason.find(next) !== undefined ||
        wayOn.find(next) !== undefined),
  )
}

function explained(sentence: Sentence) {
  return replaceSentence(
    sentence,
    `${slot('Feature')} does ${slot('what you saw')} so that ${slot('reason')}. To get ${slot('their goal')}, ${slot('alternative')}.`,
  )
}

function tried(sentence: Sentence) {
  return replaceSentence(
    sentence,
    `I ran ${slot('steps')} on ${slot('setup')} and don't see it yet. Send me ${slot('evidence')} and I'll rerun it on the same setup.`,
  )
}
