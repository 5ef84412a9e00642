import {defineRecogniser} from '../kit/rule.ts'
import {statedTime} from '../kit/time.ts'

export default defineRecogniser({
  id: 'time',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: "You'll hear from me within 24 hours."},
    {yes: 'It takes three to five business days.'},
    {yes: "I'll call by Friday, 3 pm."},
    {yes: 'You get an update every morning.'},
    {yes: 'Your order ships by {{ship_date}}.'},
    {no: 'You wrote two days ago.'},
    {no: 'Our chat is open 24 hours a day.'},
    {no: "We'll reply soon."},
    {no: 'Your ticket is {{ticket.id}}.'},
    {no: 'It may go wrong.'},
  ],
  find: statedTime,
})
