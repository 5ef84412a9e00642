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
    {yes: 'The courier arrives by #{order.eta}.'},
    {yes: 'You hear from me within [time].'},
    {no: 'You wrote two days ago.'},
    {no: 'Our chat is open 24 hours a day.'},
    {no: "We'll reply soon."},
    {no: 'Your ticket is {{ticket.id}}.'},
    {no: 'You wrote to us, see {{ticket.created_at}}.'},
    {no: '{% if ticket.due_date %}We look into it.{% endif %}'},
    {yes: '{% if paid %}We look into it.{% else %}It ships on Friday.{% endif %}'},
    {no: 'It may go wrong.'},
  ],
  find: statedTime,
})
