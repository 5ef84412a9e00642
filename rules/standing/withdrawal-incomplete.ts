import {unmetDuties} from '../kit/duties.ts'
import {defineRule} from '../kit/rule.ts'

export default defineRule({
  id: 'withdrawal-incomplete',
  principle: 'standing',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This reply ends the case and doesn’t say {missing}.',
  why: 'A customer who is left without a reason, or without a way back, takes the case elsewhere. Say why it ends, what is on record, and how it is taken up again.',
  sources: [
    'Navigating User Pushback: know when to withdraw; keep a record of every interaction',
    'A Word about Pushback: how we close an interaction sets the stage for the reply',
  ],
  serves: ['know-when-to-withdraw', 'document-everything', 'close', 'standing'],
  examples: [
    {
      bad: "Hi {name},\n\nReply here to go on. «For now I'm closing this ticket.»",
      better: "Hi {name},\n\nReply here to go on. For now I'm closing this ticket. I'm closing this because [reason].",
    },
    {bad: 'Hi {name},\n\n«We are closing this request because it is a duplicate.»'},
    {bad: 'Hello {name},\n\n«This case will be closed.» Thank you for using our service.'},
    {bad: 'Hi {name},\n\n«We have closed your ticket.»\n\nBest,\nAna'},
    {
      good: "Hi {name},\n\nI haven't heard from you since Monday, so I'm closing this ticket. Reply any time and it reopens with me.",
    },
    {good: 'We closed this issue because it is a question. Please ask it in our forum; contact us if you need more.'},
    {
      good: 'Hi {name},\n\nI am ending this conversation because the insults went on. It is recorded on your case, and my supervisor, Sam, has it. Write to us when you want to go on.',
    },
    {good: "If we don't hear from you, we'll close this ticket on Friday."},
    {good: "Hi {name},\n\nI've closed the window that was in the way. The export is in your inbox."},
  ],
  check: outline => unmetDuties(outline, 'withdrawal'),
})
