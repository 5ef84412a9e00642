import {atEnd, lengthOf, states} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'

export default defineRule({
  id: 'macro-closing',
  principle: 'intent',
  scope: ['macro'],
  level: 'document',
  severity: 'hint',
  message: 'This reply ends without a way back to us.',
  why: 'How we close sets the stage for what comes next. One line that says how to reach you keeps the customer from having to start again elsewhere.',
  sources: ['A Word about Pushback: how we greet, manage and close sets the stage for the customer’s reply'],
  serves: ['close', 'want-success', 'intent'],
  examples: [
    {
      bad: "Hi {name},\n\nI've reset the key.\n\n«Open the app and sign in.»\n\nBest,\nAna",
      better:
        "Hi {name},\n\nI've reset the key.\n\nOpen the app and sign in. If [symptom] is still there, reply here and I'll [next action].\n\nBest,\nAna",
    },
    {bad: 'Hi {name},\n\n«The plan does not include SSO.»\n\nBest,\n\nAna'},
    {bad: 'Hello {name},\n\n«Your order ships on Friday.»'},
    {
      good: "Hi {name},\n\nI've reset the key.\n\nReply here with what you see and I'll take it from there.",
    },
    {good: 'Hi {name},\n\nThe plan does not include SSO. Let me know if you would like a quote for one that does.'},
    {good: "Hi {name},\n\nSign in again. If the error is still there, please send me its code and I'll look it up."},
    {good: 'Hi {name},\n\nYour order ships on Friday. Please contact us with any questions.'},
  ],
  check(outline) {
    if (states(outline, 'invitation') || lengthOf(outline) === 0) return []
    return atEnd(outline, `If ${slot('symptom')} is still there, reply here and I'll ${slot('next action')}.`)
  },
})
