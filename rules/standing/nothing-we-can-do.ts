import {inConditional, isQuestion} from '../kit/clauses.ts'
import {alternativeIn} from '../kit/limits.ts'
import {pattern} from '../kit/pattern.ts'
import {addSentence, replaceSentence, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const us = '(i|we|our team|our support|support|our side|anyone)'
const border = pattern(
  `(there ('s|is))? (really|simply|just|unfortunately|sadly)? not? <adverb>* (nothing|anything|not much|little) (else|more|further)? (that)? ${us} can (really|possibly)? (do|offer|say)`,
  `${us} can not <adverb>* (do (anything|much|more|nothing)|help) (else|more|further)? (you)? (with (this|that|it|the|your)|about|here|any|further|$|,|.)`,
  "(is|are|'s|was|falls|lies) <adverb>* (out of|outside|outside of|beyond|not (in|within|under)) (my|our) <word>? (control|hands|scope|power|remit|reach|influence|authority|responsibility|area)",
  "(is|are|'s) <adverb>* not (my|our) <word>? (responsibility|problem|job|fault|department|concern|issue|business|call|decision)",
  '(i|we) (am|are|have) <adverb>* (not|no) (responsible|liable|accountable|in charge|control|influence|say) <adverb>* (for|of|over|in)',
  '(outside|outside of|beyond|not within) the scope of (our|my) (support|service|services|team|help|work|plan)',
  '(beyond|outside|outside of) what (i|we|our team) (can|could|am able to|are able to|do|offer|support|cover)',
  '(i|we) can not be of (any|much)? (further|more|additional)? (help|assistance|service)',
  'you (are|will be) on your own',
  "(there|that) ('s|is) nothing (for|left) (us|me)? to (be)? <base>",
)

export default defineRule({
  id: 'nothing-we-can-do',
  principle: 'standing',
  scope: ['article', 'macro'],
  level: 'sentence',
  severity: {macro: 'warning', article: 'hint'},
  message: '“{found}” ends the help at our border.',
  why: 'The customer’s problem goes on where our part ends. Name who has that part, how to reach them, and what you will still do yourself.',
  sources: [
    'Navigating User Pushback: if the issue lies outside your control, give guidance on next steps',
    'Harvard Business Review 2018, “Sorry” Is Not Enough: options help more than further apology',
  ],
  serves: ['what-can-be-done', 'less-alone', 'standing'],
  supersedes: ['limitation-no-alternative', 'hiding-behind-others'],
  triggers:
    'nothing anything much little help more control hands scope what assistance service power remit reach influence authority responsibility area problem job fault department concern issue business call decision responsible liable accountable charge say own'.split(
      ' ',
    ),
  examples: [
    {kind: 'macro', bad: "«There's nothing we can do».", better: "Here's what I can do: [alternative]."},
    {
      kind: 'macro',
      bad: 'This «is out of our control».',
      better: 'This is out of our control. Here is the next step: [who to ask, and how].',
    },
    {
      kind: 'macro',
      bad: "That«'s not our responsibility».",
      better: "That's not our responsibility. Here is the next step: [who to ask, and how].",
    },
    {kind: 'macro', bad: "«I can't help you with that».", better: "Here's what I can do: [alternative]."},
    {good: "Your home network is outside our control. Here's how to check it in two minutes: open the router page."},
    {good: 'If there is nothing we can do, we refund the fee.'},
    {good: 'The slider is out of range.'},
    {good: "The carrier controls delivery, so I've opened a trace with them."},
    {good: 'There is nothing you need to do.'},
    {kind: 'macro', good: "There's nothing we can do about the date, but you can change the address until Friday."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = border.find(sentence)
    if (!found || inConditional(sentence, found.from) || hasWayOn(sentence, spanOf(sentence, found).end)) return []
    const whole = startsSentence(sentence, found.from)
    const macro = sentence.setting.kind === 'macro'
    const instead =
      macro && whole ? replaceSentence(sentence, `here's what I can do: ${slot('alternative')}.`) : undefined
    const onward = addSentence(sentence, `Here is the next step: ${slot('who to ask, and how')}.`)
    return [
      matchOf(sentence, found, [instead, whole ? undefined : onward], {unlessNext: ['alternative', 'help-route']}),
    ]
  },
})

/** Whether the rest of this sentence or one of the next two says what is possible. */
function hasWayOn(sentence: Sentence, after: number): boolean {
  const following = [sentence.next, sentence.next?.next].filter(next => next !== undefined)
  return alternativeIn(sentence, after) !== undefined || following.some(next => alternativeIn(next) !== undefined)
}
