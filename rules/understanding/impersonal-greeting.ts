import {pattern} from '../kit/pattern.ts'
import {replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'

const greeting = pattern(
  "^ (dear|hi|hello|hey|greetings) (our|all)? (valued|esteemed|respected|loyal)? (customer|customers|client|clients|user|users|member|members|subscriber|guest|buyer|seller|sir or madam|sir / madam|sir/madam|sirs|sir|madam|ma'am|applicant|account holder) end=(,|!|.|:|-|–|—|$)",
  '^ to whom it may concern',
)

export default defineRule({
  id: 'impersonal-greeting',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” greets nobody in particular.',
  why: 'The greeting sets the stage: a title in place of a name says that this letter went to everyone. Use the name, or a plain “Hi there”.',
  sources: [
    'A Word about Pushback: how we greet sets the stage for the customer’s reply',
    'GitLab support handbook: write to a person, not to a ticket',
  ],
  serves: ['greet', 'understanding'],
  triggers: ['dear', 'hi', 'hello', 'hey', 'greetings', 'whom'],
  examples: [
    {bad: '«Dear customer», your refund is on its way.', better: 'Hi [first name], your refund is on its way.'},
    {bad: '«Dear Sir or Madam»,', better: 'Hi there,'},
    {bad: '«To whom it may concern»,', better: 'Hi there,'},
    {bad: '«Hello valued user»!', better: 'Hi there!'},
    {good: 'Hi {{ticket.requester.first_name}},'},
    {good: 'Hello Ana,'},
    {good: 'Dear team, a customer reported this.'},
    {good: 'Customers see this page first.'},
    {good: 'Hi there,'},
  ],
  check(sentence) {
    const found = greeting.find(sentence)
    if (!found) return []
    const range = {from: found.from, to: found.parts['end']?.from ?? found.to}
    return [
      matchOf(sentence, range, [
        replaceWords(sentence, range, `hi ${slot('first name')}`, 'needs-input'),
        replaceWords(sentence, range, 'hi there'),
      ]),
    ]
  },
})
