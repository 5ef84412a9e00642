import {alternativeIn} from '../kit/limits.ts'
import {defineRecogniser} from '../kit/rule.ts'

export default defineRecogniser({
  id: 'alternative',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: 'You can transfer the projects one by one.'},
    {yes: 'I can issue a credit note today.'},
    {yes: 'Until then, the old page stays open.'},
    {yes: 'Please create a second list.'},
    {yes: "I've asked the backup team to look at it."},
    {yes: 'Would you like to keep the old plan?'},
    {yes: 'As a workaround, print the page.'},
    {no: 'Thank you for your understanding.'},
    {no: 'Please let us know if you have any other questions.'},
    {no: "We can't do that."},
    {no: 'We apologize for the inconvenience.'},
    {no: 'The offer ended in May.'},
  ],
  find: alternativeIn,
})
