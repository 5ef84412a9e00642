import {pattern} from '../kit/pattern.ts'
import {instructionIn} from '../kit/reply.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Span} from '../kit/types.ts'

const people =
  '(us|support|team|teams|community|forum|forums|discord|administrator|administrators|admin|admins|manager|representative|rep|helpdesk|desk|consultants|sales|engineers|service|care|technician|developers|developer|maintainers|expert|experts|agent|agents|owner|office|vendor)'
const route = pattern(
  `contact (<determiner>|<word> 's)? <word>? <word>? ${people}`,
  `(email|e-mail|call|phone|message|ask|consult|notify|dm|ping|reach) (us|(our|the|your|a|an) <word>? <word>? ${people})`,
  '(contact|email|e-mail|call|ask) (sales|support) (^|$|,|.|to|for|at|by|if|with|or|and)',
  '(reach|get|be) (out to|in touch with|in contact with|hold of|a hold of) <noun>',
  `(write|talk|speak|chat|turn) (to|with) (<determiner>)? <word>? <word>? <word>? ${people}`,
  '(send|write|drop) (us|<determiner>? (email|e-mail|message|mail|note) to)',
  '(start|open|begin) <determiner> (live)? (conversation|chat) with',
  '(open|submit|create|raise|file|log|send) <determiner>? (new|support|service|help|bug|github)* (ticket|case|support request|bug report)',
  '(post|ask|visit|join|search|check|head) .. (our|the|your) .. (forum|forums|community|discord|slack|helpdesk|help center|help centre|support)',
  '(need|want|looking for) (more|further|additional|any|some)? (help|assistance|support)',
  'contact <object>',
  '(none|neither) of (this|that|these|those|the) .. (help|helped|work|works|worked|apply|applies)',
  '(still|are you|get|got|getting) stuck',
  'you have (any|more|further|other|additional)? (questions|question|trouble|problems)',
)
/** What a reader doesn't see or get when a step went otherwise. */
const absent =
  '(see|find|receive|get|work|works|appear|appears|show|shows|open|opens|start|starts|load|loads|help|helps|resolve|resolves|solve|solves|fix|fixes|connect|connects|turn|turns|respond|responds|happen|happens|change|go|able|visible|present|available|listed|shown|displayed|detected|recognized|recognised|found|working|enabled|installed|responding|successful|complete|sign|log|access|update|sync|remember|match|matches)'
const wrong = pattern(
  `(if|when|case) ..6 not <adverb>* (be|been|being)? <adverb>* ${absent}`,
  `(if|when|case) ..6 (can not|could not|unable to|fails|fail|failed|persists|persist|stuck)`,
  `(if|when|case) ..6 (still <word>|(keep|keeps) <ing>|(continue|continues) to)`,
  '(if|when|case) ..6 (error|errors|problem|problems|issue|issues|trouble|warning|difficulty|difficulties|failure)',
  '(if|when) none of',
  '(if|when) nothing',
  '(if|when) ..6 (lost|forgotten|forgot|grayed|greyed|blank|missing|wrong)',
)

export default defineRecogniser({
  id: 'help-route',
  scope: ['article', 'macro'],
  triggers:
    'if,when,contact,email,e-mail,call,phone,message,ask,consult,reach,touch,write,talk,speak,chat,send,drop,open,submit,create,raise,file,log,report,post,visit,join,forum,community,help,assistance,stuck,question,questions,trouble,problems,none,neither,case,start,begin,get,got,getting,be,need,looking,want,search,check,head,turn,notify,dm,ping'.split(
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
    const found = sentence.text.endsWith(':') ? undefined : route.find(sentence)
    return found ? spanOf(sentence, found) : branchIn(sentence)
  },
})

/** “If it doesn't work, do this”: a condition that something went wrong, and what to do then. */
function branchIn(sentence: Sentence): Span<'prose'> | undefined {
  const found = wrong.find(sentence)
  return found && instructionIn(sentence) ? spanOf(sentence, found) : undefined
}
