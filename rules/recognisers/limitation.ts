import {limitIn, limitTriggers} from '../kit/limits.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'

export default defineRecogniser({
  id: 'limitation',
  scope: ['macro'],
  triggers: limitTriggers,
  examples: [
    {yes: "We can't change the invoice."},
    {yes: 'It is not possible to merge two accounts.'},
    {yes: "This plan isn't supported on tablets."},
    {yes: "I'm unable to share the recording."},
    {yes: 'We no longer accept cheques.'},
    {yes: 'We have decided not to renew the offer.'},
    {no: "We can't wait to see it."},
    {no: "I couldn't find the order."},
    {no: "If we can't deliver the parcel, it comes back to us."},
    {no: 'We cannot ship it until the deposit arrives.'},
    {no: "Isn't it possible to sign in?"},
  ],
  find(sentence) {
    const found = limitIn(sentence)
    return found && spanOf(sentence, found)
  },
})
