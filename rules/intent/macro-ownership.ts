import {purposeOf} from '../kit/purpose.ts'
import {atEnd, lengthOf, states} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import type {Purpose} from '../kit/types.ts'

/** Purposes for which nobody on our side has to do anything more. */
const idle: ReadonlySet<Purpose> = new Set(['boundary', 'withdrawal'] as const)

export default defineRule({
  id: 'macro-ownership',
  principle: 'intent',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'Nobody in this reply says what they {act}.',
  why: 'A customer relies on someone who acts. One sentence that starts with “I” or “we” and names an act shows who has the matter in hand.',
  sources: [
    'A Word about Pushback: trusted advisors take accountability for products and processes',
    'Packard et al.: saying “I” makes an agent sound like someone who acts and feels',
  ],
  serves: ['trusted-adviser', 'trust-in-us', 'manage', 'intent'],
  examples: [
    {
      bad: 'Hi {name},\n\nThe refund can be requested in the portal, under **Orders**, with the number that is printed on the receipt of the parcel and the day on which it came. «It takes five days from then on to arrive.»',
    },
    {good: "Hi {name},\n\nI've refunded the second charge. You'll see it within 5 days."},
    {good: "Hi {name},\n\nI'm checking the log now and will update you by 4 pm."},
    {good: 'Hi {name},\n\nOur billing team is checking the invoice and writes to you by Friday.'},
    {bad: 'Hi {name},\n\nThe issue is known. «Please wait for the next version.»'},
    {
      bad: 'Hello {name},\n\nThanks for the report. This is handled by the billing department. «Their form is on the site.»\n\nBest,\nAna',
      better:
        "Hello {name},\n\nThanks for the report. This is handled by the billing department. Their form is on the site. I'll [next action] by [day and time].\n\nBest,\nAna",
    },
    {bad: 'We have two plans. «The larger one includes backups.»'},
    {good: "Hi {name},\n\nLeave this with me. You'll hear by noon."},
  ],
  check(outline) {
    if (states(outline, 'ownership')) return []
    const purpose = purposeOf(outline)
    const asks = purpose === 'ask'
    const sentence = asks
      ? `With it, I'll ${slot('next action')} by ${slot('day and time')}.`
      : `I'll ${slot('next action')} by ${slot('day and time')}.`
    return atEnd(outline, sentence, {
      values: {act: asks ? 'will do with what they ask for' : 'did or will do'},
      ...(lengthOf(outline) < 40 || idle.has(purpose) ? {severity: 'hint' as const} : {}),
    })
  },
})
