import {atEnd, states} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import {isTroubleshooting} from '../kit/trouble.ts'

export default defineRule({
  id: 'article-troubleshooting-escalation',
  principle: 'standing',
  scope: ['article'],
  level: 'document',
  severity: 'suggestion',
  message: 'This article solves a problem, but ends where its last step fails.',
  why: 'Somebody whose problem outlives the last step has tried everything on the page. Say what comes then: the next thing to check, or whom to ask and what to send along.',
  sources: [
    'Navigating User Pushback: escalate when necessary; give guidance on next steps',
    'A Word about Pushback: a small chance of failure needs a plan, not a hedge',
  ],
  serves: ['escalate', 'small-chance', 'standing'],
  examples: [
    {
      title: 'Fix sync errors',
      bad: 'Restart the app. Clear the cache. «Sign in again.»',
      better:
        'Restart the app. Clear the cache. Sign in again. If [symptom] is still there, contact [support address] and include [evidence].',
    },
    {title: "The app won't start", bad: '«Reinstall it from the store.»'},
    {title: 'Troubleshoot printing', bad: 'Check the cable. «Check the paper.»'},
    {title: 'Emails are delayed', bad: 'Check the queue. «Send a test to your own address.»'},
    {title: 'Fix sync errors', good: 'Restart the app. If the error persists, contact support with the log file.'},
    {title: "The app won't start", good: "Reinstall it. If it still doesn't start, send us the crash report."},
    {title: 'Add a printer', good: 'Select **Add**.'},
    {title: 'Troubleshoot printing', good: 'Check the cable. Still stuck? Ask in the community forum.'},
  ],
  check(outline) {
    if (!isTroubleshooting(outline) || states(outline, 'help-route')) return []
    const route = `If ${slot('symptom')} is still there, contact ${slot('support address')} and include ${slot('evidence')}.`
    return atEnd(outline, route)
  },
})
