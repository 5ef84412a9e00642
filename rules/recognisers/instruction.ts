import {instructionIn} from '../kit/reply.ts'
import {defineRecogniser} from '../kit/rule.ts'

export default defineRecogniser({
  id: 'instruction',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: 'Open the settings and choose a new plan.'},
    {yes: 'Please send us the order number.'},
    {yes: 'Could you tell me which browser you use?'},
    {yes: 'You can reset it on the sign-in page.'},
    {yes: 'To start over, delete the profile.'},
    {yes: 'We need a photo of both sides of the card.'},
    {no: 'Please note that banks take three days.'},
    {no: "Please don't hesitate to contact us."},
    {no: 'Thank you for writing to us.'},
    {no: 'The export is on its way.'},
  ],
  find: instructionIn,
})
