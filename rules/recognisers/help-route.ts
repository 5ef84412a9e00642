import {isNegated} from '../kit/clauses.ts'
import {endsClause, pattern} from '../kit/pattern.ts'
import {instructionIn} from '../kit/reply.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Span} from '../kit/types.ts'

const people =
  '(us|support|team|teams|community|forum|forums|discord|administrator|administrators|admin|admins|manager|representative|rep|helpdesk|desk|consultants|sales|engineers|service|care|technician|developers|developer|maintainers|expert|experts|agent|agents|owner|office|vendor)'
const route = pattern(
  `(contact|email|e-mail|call|phone|message|ask|consult|notify|dm|ping|reach) (<determiner>|<word> 's)? <word>? <word>? ${people}`,
  `(reach|get|be) (out to|in touch with|in contact with|hold of|a hold of) <noun>`,
  `(write|talk|speak|chat|turn) (to|with) (<determiner>)? <word>? <word>? <word>? ${people}`,
  `(send|write|drop) (us|<determiner>? (email|e-mail|message|mail|note) to)`,
  '(start|open|begin) <determiner> (live)? (conversation|chat)',
  '(open|submit|create|raise|file|log|report|send) <determiner>? (new|support|service|help|bug|github)* (ticket|case|request|issue|report|bug)',
  '(post|ask|visit|join|search|check|head) .. (our|the|your) .. (forum|forums|community|discord|slack|helpdesk|help center|help centre|support)',
  '(need|want|looking for) (more|further|additional|any|some)? (help|assistance|support)',
  '(still|are you|get|got|getting) stuck',
  '(have|has) (any|more|further|other|additional)? (questions|question|trouble|problems)',
)
const trouble =
  /\b(?:problems?|issues?|trouble|errors?|fails?|failed|failing|persists?|persisted|still|stuck|missing|wrong|unable|lost|stops?|refuses?|different|instead)\b/i

export default defineRecogniser({
  id: 'help-route',
  scope: ['article', 'macro'],
  triggers:
    'if,when,contact,email,e-mail,call,phone,message,ask,consult,reach,touch,write,talk,speak,chat,send,drop,open,submit,create,raise,file,log,report,post,visit,join,forum,community,help,assistance,stuck,question,questions,trouble,problems,none,case'.split(
      ',',
    ),
  examples: [
    {yes: 'Still stuck? Contact our support team.'},
    {yes: 'Send an email to the billing team.'},
    {yes: 'You can open a support ticket from the app.'},
    {yes: "If the light doesn't turn green, unplug the device."},
    {yes: 'If the error persists, reinstall the driver.'},
    {yes: 'If none of these steps work, start a conversation with us.'},
    {yes: 'Ask in the community forum.'},
    {no: 'A customer contacts your support team.'},
    {no: 'Import your contact list.'},
    {no: 'If you have two lists, pick one.'},
    {no: 'The policy helps the team.'},
    {no: 'This is only available if you are an owner.'},
  ],
  find(sentence) {
    const found = route.find(sentence)
    return found ? spanOf(sentence, found) : branchIn(sentence)
  },
})

/** “If it doesn't work, do this”: a condition that something went wrong, and what to do then. */
function branchIn(sentence: Sentence): Span<'prose'> | undefined {
  const {words} = sentence
  const from = words.findIndex(word => !word.quoted && /^(?:if|when|case)$/.test(word.norm))
  if (from < 0) return undefined
  let to = from + 1
  while (to < words.length && !endsClause(words[to])) to++
  const range = {from, to}
  const {start, end} = spanOf(sentence, range)
  const text = sentence.text.slice(start - sentence.start, end - sentence.start)
  const wentWrong = isNegated(sentence, range) || trouble.test(text) || /\bnone of\b/i.test(text)
  return wentWrong && instructionIn(sentence) ? {start, end} : undefined
}
