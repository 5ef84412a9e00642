import {pattern} from '../kit/pattern.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'

const invitation = pattern(
  'let (us|me) know',
  '(do not|never) hesitate',
  'feel free to <adverb>? (reach|contact|ask|reply|respond|email|e-mail|message|comment|call|write|get|send|let|open|ping|create|come|add|submit|reopen|post|join|follow)',
  '(reply|respond|reply back|write back|answer) (to)? (here|back|directly|this|with|us|me|in this|below|at any time|if|in the)',
  '(send|shoot|drop|leave) (us|me) .. (dm|direct message|message|note|line|pm)',
  '(dm|pm|message) (us|me|your)',
  'keep (us|me) (posted|updated|in the loop)',
  '(please|simply|just|can|could|may|to|also|you|,|or|and|then|^) (contact|call|email|e-mail|message|dm|ping|text|phone|ask|tell|write|notify) <adverb>? (to)? (us|me|our|support|customer|the team|the support)',
  '(reach|reach out|get in touch|get back|come back|speak|talk|chat|in contact|follow up|check back) <adverb>? (back)? (out)? <adverb>? (to|with|in with)? (us|me|our)',
  '(reach|reaching) <adverb>? (back)? out',
  '(look|looking) forward to (your|hearing|a response|seeing your)',
  '(open|create|file|submit|start|raise|log|put in|send) (in)? <adverb>? (a|an|another) (new|separate|fresh|service|support|feature|bug|different|follow-up|service or incident)* (ticket|issue|report|request|case|thread|pull request|topic|post|one)',
  '(re-open|reopen|reopening|re-opening) (this|the|your|it|a)',
  '(i|we|our team) (will|am|are|would|is) <adverb>* (be)? (always)? (here|available|standing by|around|happy to (answer|connect|provide|move|discuss|help you))',
  '(any|further|other|more|additional) (other|further|more|specific|additional)? (questions|question|concerns|queries|help|assistance) .. , .. (here|happy|glad|welcome|contact|email|ask|reply|know)',
  '(with|for) (any|further|other|more) (other|further)? (questions|question|concerns|queries|issues)',
  '(ask|post|discuss|visit|join|use|try|hop|support) .. (on|in|at|over|onto|into)? <adverb>* (on|in|at|onto|into)? (our|the|your) .. (forum|forums|discord|slack|community|chat|helpdesk|support center|support centre|channels|support channels)',
  '(await|awaiting) your (response|reply|answer)',
  '(email|e-mail|write|mail) (us|me)? (at|to)? <object>',
  '(change|set) .. (back)? to new',
)
/** “If it is still there, please send …”: a fallback that comes back to us. */
const stillBroken =
  /\b(?:if|in case|should)\b.{0,120}\b(?:still|persist\w*|continu\w+|keeps?|(?:does|do|did)(?:n['’]t| not)|(?:is|are)(?:n['’]t| not)|wrong|not|anything|encounter|trouble|difficult\w+|remains?|again|help|neither)\b.{0,120}\b(?:please (?:\w+ )?(?:send|provide|give|tell|let|share|reply|contact|open|file|re-?open|comment|add|describe|attach|reach|message|email|call|write|submit|report|request|ask|post|change|get)|could you|can you|(?:i|we)(?:['’]ll| will| would| am| are|['’]m|['’]re))\b/i
/** Words before “reach out” that make it ours, or past. */
const elsewhere = /^(?:for|i|we|be|may|might|will|am|are|been|'m|'re|'ll)$/

export default defineRecogniser({
  id: 'invitation',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: 'Let us know if anything is unclear.'},
    {yes: "Please don't hesitate to contact us."},
    {yes: 'Reply here with the code.'},
    {yes: "We're always here for you."},
    {yes: 'If the error is still there, please send a screenshot.'},
    {yes: 'Feel free to reach out.'},
    {yes: 'You can ask in our community forum.'},
    {no: 'Feel free to delete the old files.'},
    {no: 'Happy to help with this!'},
    {no: 'Thank you for reaching out to us.'},
    {no: 'If it is still closed, please wait a minute.'},
    {no: 'Contact your bank about the charge.'},
    {no: 'I wanted to let you know that it shipped.'},
    {no: 'If you use two screens, set the left one as the main one.'},
  ],
  find(sentence) {
    const found = invitation
      .all(sentence)
      .find(
        ({from}) =>
          !(/^reach/.test(sentence.words[from]?.norm ?? '') && elsewhere.test(sentence.words[from - 1]?.norm ?? '')),
      )
    if (found) return spanOf(sentence, found)
    return stillBroken.test(sentence.text) ? {start: sentence.start, end: sentence.end} : undefined
  },
})
