import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {opensSentence, withoutSigns} from '../kit/remove.ts'
import {addSentence, replaceSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const matter =
  '(ticket|case|request|issue|conversation|topic|thread|report|inquiry|enquiry|query|chat|discussion|pr|bug)'
const close = pattern(
  `(i|we) (will|am|are|have to|must|going to) <adverb>* (be)? <adverb>* (close|closing|archive|archiving|lock|locking) <determiner>? <word>? ${matter}`,
  `(i|we) (will|am|are|going to) <adverb>* (be)? <adverb>* (mark|marking|set|setting) <determiner> <word>? ${matter} (as|to) (solved|resolved|closed|done|complete|completed)`,
  `(this|the|your) <word>? ${matter} (will be|has been|is being|is now|will now be) <adverb>* (closed|archived|locked)`,
  `(this|the|your) <word>? ${matter} will <adverb>* (close|lock)`,
  `(this|the|your) <word>? ${matter} (will be|has been|is being) <adverb>* marked (as)? (solved|resolved|closed|done|complete|completed)`,
  '(i|we) (will)? (consider|regard|treat) (this|the|your) <word>? <word>? (as)? closed',
  '^ (closing|closed) $',
  `^ (closing|closed) (this|the|your|for|as|due to|since|because) `,
)
const back =
  /\b(?:re-?open(?:ed|s|ing)?|repl(?:y|ies|ying)|respond|let (?:us|me) know|comment|contact|write back|get back|reach out|come back|follow up|(?:open|create|file|submit|start) (?:a|another) (?:new )?\w+|questions?|feel free|hesitate|hear from|via e-?mail)\b/i

export default defineRule({
  id: 'unilateral-close',
  principle: 'standing',
  scope: ['macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” shuts the door without a way back.',
  why: 'A case that we end alone comes back as a new, angrier one. Say how to reopen it, and that it returns to you.',
  sources: [
    'A Word about Pushback: how we close an interaction sets the stage for the reply',
    'Navigating User Pushback: know when to withdraw',
  ],
  supersedes: ['demand-tone'],
  supersedes: ['agentless-passive'],
  triggers: [
    'close',
    'closed',
    'closing',
    'archive',
    'archiving',
    'archived',
    'lock',
    'locked',
    'locking',
    'mark',
    'marked',
    'marking',
    'set',
    'setting',
  ],
  examples: [
    {bad: '«We will close this ticket».', better: 'We will close this ticket. Reply at any time to reopen it.'},
    {bad: '«Closing».', better: "I've finished the work on this. Reply at any time to reopen it."},
    {bad: "«I'm marking this case as solved»."},
    {bad: '«This topic will be closed».', better: 'This topic will be closed. Reply at any time to reopen it.'},
    {good: "I'll close this ticket on Friday; reply any time and it reopens with me."},
    {good: 'This ticket will be closed. Reply within 14 days to reopen it.'},
    {good: 'Close the window.'},
    {good: 'Shall I close this ticket?'},
    {good: 'The bug is closed in version 4.'},
    {good: "I'll close the ticket for now.\n\nLet me know if anything else comes up."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = close.find(sentence)
    if (!found || inConditional(sentence, found.from) || hasWayBack(sentence)) return []
    if (/\b(?:if|unless|until)\b/i.test(sentence.text)) return []
    const range = withoutSigns(sentence, found)
    const bare = opensSentence(sentence, range.from) && sentence.words.length <= 3
    const reopen = 'Reply at any time to reopen it.'
    return [
      matchOf(
        sentence,
        range,
        bare
          ? [replaceSentence(sentence, `I've finished the work on this. ${reopen}`, 'if-verified')]
          : [
              addSentence(sentence, reopen, 'if-verified'),
              addSentence(sentence, `Reply within ${slot('number')} days to reopen it.`),
            ],
        {unlessNext: ['invitation', 'instruction', 'help-route', 'alternative']},
      ),
    ]
  },
})

function hasWayBack({text, previous, next}: Sentence): boolean {
  return [previous?.text, text, next?.text, next?.next?.text].some(part => part !== undefined && back.test(part))
}
