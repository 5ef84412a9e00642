import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {withoutSigns} from '../kit/remove.ts'
import {addSentence, replaceSentence, replaceWords, slot, startsSentence, thenAdd} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import {gerund} from '../kit/verbs.ts'

const matter =
  '(ticket|case|request|issue|conversation|topic|thread|report|inquiry|enquiry|query|chat|discussion|pr|bug)'
const close = pattern(
  `(i|we) (will|am|are|have to|must|going to) <adverb>* (be)? <adverb>* (close|closing|archive|archiving|lock|locking) <determiner>? <word>? ${matter}`,
  `(i|we) (will|am|are|going to) <adverb>* (be)? <adverb>* (mark|marking|set|setting) <determiner> <word>? ${matter} (as|to) (solved|resolved|closed|done|complete|completed)`,
  `subject=((this|the|your) <word>? ${matter}) when=(will be|has been|is being|is now|will now be) <adverb>* done=(closed|archived|locked)`,
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
  why: 'The customer may not be done when we are. Say how to reopen the case, and that it returns to you.',
  sources: [
    'A Word about Pushback: how we close an interaction sets the stage for the reply',
    'Navigating User Pushback: know when to withdraw',
  ],
  serves: ['close', 'know-when-to-withdraw', 'standing'],
  supersedes: ['demand-tone', 'agentless-passive'],
  triggers: 'close closed closing archive archiving archived lock locked locking mark marked marking set setting'.split(
    ' ',
  ),
  examples: [
    {bad: '«We will close this ticket».', better: 'We will close this ticket. Reply at any time to reopen it.'},
    {bad: '«Closing».', better: "I've finished the work on this. Reply at any time to reopen it."},
    {bad: "«I'm marking this case as solved»."},
    {bad: '«This topic will be closed».', better: "We'll close this topic. Reply at any time to reopen it."},
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
    return [
      matchOf(sentence, range, rewritesOf(sentence, {...found, ...range}), {
        unlessNext: ['invitation', 'instruction', 'help-route', 'alternative'],
      }),
    ]
  },
})

const reopen = 'Reply at any time to reopen it.'

function rewritesOf(sentence: Sentence, found: Found): readonly Rewrite[] {
  if (startsSentence(sentence, found.from) && sentence.words.length <= 3)
    return [replaceSentence(sentence, `I've finished the work on this. ${reopen}`, 'if-verified')]
  const own = owned(sentence, found)
  const later = `Reply within ${slot('number')} days to reopen it.`
  if (own) return [thenAdd(sentence, own, reopen, 'if-verified'), thenAdd(sentence, own, later)]
  return [addSentence(sentence, reopen, 'if-verified'), addSentence(sentence, later)]
}

/** “This topic will be closed” → “we'll close this topic”. */
function owned(sentence: Sentence, found: Found): Rewrite | undefined {
  const {subject, when, done} = found.parts
  if (!subject || !when || !done) return undefined
  const participle = textOf(sentence, done).toLowerCase()
  const base = participle === 'closed' ? 'close' : participle === 'archived' ? 'archive' : 'lock'
  const time = textOf(sentence, when).toLowerCase()
  const verb = time.startsWith('will')
    ? `we'll ${base}`
    : time === 'is being'
      ? `we're ${gerund(base)}`
      : `we've ${participle}`
  const what = textOf(sentence, subject)
  return replaceWords(
    sentence,
    {from: subject.from, to: done.to},
    `${verb} ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    'if-verified',
  )
}

function hasWayBack({text, previous, next}: Sentence): boolean {
  return [previous?.text, text, next?.text, next?.next?.text].some(part => part !== undefined && back.test(part))
}
