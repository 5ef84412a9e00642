import {alternativeIn, limitIn, limitTriggers} from '../kit/limits.ts'
import {addSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

export default defineRule({
  id: 'limitation-no-alternative',
  principle: 'standing',
  scope: ['macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” says no and leaves the customer there.',
  why: 'A no with nothing after it leaves the customer to find the way on. Say what is possible, or where the way goes on.',
  sources: [
    'Navigating User Pushback: focus on what can be done and communicate limitations clearly',
    'Harvard Business Review 2018, “Sorry” Is Not Enough: options help more than further apology',
  ],
  serves: ['what-can-be-done', 'beyond-our-control', 'standing'],
  triggers: limitTriggers,
  examples: [
    {
      bad: '«We cannot change» the invoice.',
      better: 'We cannot change the invoice. What I can do is [alternative].',
    },
    {
      bad: "It«'s not possible» to merge two accounts.",
      better: "It's not possible to merge two accounts. What I can do is [alternative].",
    },
    {bad: "This «isn't supported»."},
    {bad: "«We don't offer» phone support."},
    {bad: '«We are no longer able to repair» this model. Thank you for your understanding.'},
    {bad: '«We have decided not to renew» the offer.'},
    {good: "We can't change a sent invoice. I can issue a credit note and a corrected one today."},
    {good: "We can't merge accounts, but you can transfer the projects."},
    {good: "If you can't sign in, reset your password."},
    {good: 'The error says that it cannot connect.'},
    {good: "We can't wait to see it."},
    {good: "I can't find your account. Which address did you sign up with?"},
    {good: 'We cannot ship the parcel until the deposit arrives.'},
    {good: "We can't change a sent invoice.\n\nYou can have a corrected copy today."},
  ],
  check(sentence) {
    const found = limitIn(sentence)
    if (!found || hasWayOn(sentence)) return []
    return [
      matchOf(sentence, found, [addSentence(sentence, `What I can do is ${slot('alternative')}.`)], {
        unlessNext: ['alternative', 'help-route'],
      }),
    ]
  },
})

/** Whether the paragraph says what is possible. */
function hasWayOn(sentence: Sentence): boolean {
  for (let at: Sentence | undefined = sentence; at; at = at.next) if (alternativeIn(at)) return true
  for (let at = sentence.previous; at; at = at.previous) if (alternativeIn(at)) return true
  return false
}
