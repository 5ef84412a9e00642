import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'

const up =
  '(specialist|specialists|engineer|engineers|engineering|manager|management|supervisor|developers|developer|expert|experts|lead|leads|tier 2|tier two|second level|level 2|team|department|colleague|colleagues|partner)'
const escalation = pattern(
  '~escalate',
  `(i|we) (have|will|am|are|can|could)? <adverb>* ~pass .. (to|on|along|over)`,
  '(i|we) (have|will|am|are|can|could)? <adverb>* ~raise (this|it|that|your <word>|the (issue|case|bug|problem|ticket|request)) (with|to|internally)',
  `(i|we) (have|will|am|are|can|could)? <adverb>* (~forward|~transfer|~hand|~refer|~report|~send|~assign) ..4 to <determiner>? <word>? <word>? ${up}`,
  `(i|we) (have|will|am|are|can|could|would)? <adverb>* (~bring in|~involve|~ask|~contact|~consult|~loop in|~add|~connect you (with|to)|~check with|~talk to|~speak (to|with)|~reach out to) <determiner>? <word>? <word>? ${up}`,
  `<determiner> <word>? ${up} will <adverb>* <base>`,
  `(ask|speak|talk) (to|with|for) (a|my|our|the) <word>? (manager|supervisor|specialist|lead)`,
)

export default defineRecogniser({
  id: 'escalation',
  scope: ['macro', 'article'],
  triggers:
    'escalate,escalated,escalating,escalation,pass,passed,passing,raise,raised,raising,specialist,specialists,engineer,engineers,engineering,manager,management,supervisor,developers,developer,expert,experts,lead,leads,tier,level,team,department,colleague,colleagues,partner'.split(
      ',',
    ),
  examples: [
    {yes: "I've escalated this to our sync engineers."},
    {yes: "I'll bring in a billing specialist."},
    {yes: 'We have passed the log on to the carrier.'},
    {yes: 'Our backup team will reply by noon.'},
    {yes: 'You can ask for a supervisor at any time.'},
    {no: 'Add a colleague as an agent.'},
    {no: 'Your team can see the board.'},
    {no: 'We raised the limit to ten.'},
    {no: 'Is there an engineer on your side?'},
  ],
  find(sentence) {
    if (isQuestion(sentence)) return undefined
    const found = escalation.find(sentence)
    return found && !inConditional(sentence, found.from) ? spanOf(sentence, found) : undefined
  },
})
