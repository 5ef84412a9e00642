import {purposeOf} from '../kit/purpose.ts'
import {atEnd, lengthOf, states} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'

export default defineRule({
  id: 'macro-next-step',
  principle: 'intent',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This reply doesn’t say what happens next, or what to do next.',
  why: 'A customer who doesn’t know the next step asks for it. Say who does what, and by when.',
  sources: [
    'Navigating User Pushback: state what can be done, and give guidance on next steps',
    'A Word about Pushback: pushback unnecessarily prolongs a solution',
  ],
  serves: ['manage', 'no-detours', 'what-can-be-done', 'intent'],
  examples: [
    {
      bad: 'Hi {name},\n\nThanks for the report. «This is a known bug in the app.»',
      better:
        'Hi {name},\n\nThanks for the report. This is a known bug in the app. Next, [who does what] by [day and time].',
    },
    {bad: 'Hi {name},\n\nWe understand that it matters to you. «The feature is not available.»'},
    {bad: 'Hello {name},\n\nThe order was delayed. «Sorry about that.»'},
    {good: "Hi {name},\n\nThis is a known bug. I'll email you the day the fix ships, and I'll check in on Friday."},
    {good: 'Hi {name},\n\nPlease send me the order number so I can open a trace.'},
    {good: "Hi {name},\n\nHere's what happens next: the bank confirms within 2 days, then you'll see the credit."},
    {good: "Hi {name},\n\nI've reset the key."},
  ],
  check(outline) {
    if (states(outline, 'next-step')) return []
    // A case that ends owes a way back, not a next step.
    const owesLess = lengthOf(outline) < 25 || purposeOf(outline) === 'withdrawal'
    const sentence = `Next, ${slot('who does what')} by ${slot('day and time')}.`
    return atEnd(outline, sentence, owesLess ? {severity: 'hint'} : {})
  },
})
