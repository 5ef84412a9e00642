import {unmetDuties} from '../kit/duties.ts'
import {defineRule} from '../kit/rule.ts'

export default defineRule({
  id: 'escalation-incomplete',
  principle: 'standing',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This reply passes the case on and doesn’t say {missing}.',
  why: 'A case that is passed on feels lost until somebody writes. Who has it, why they do and when the next word comes make it a step forward.',
  sources: [
    'Navigating User Pushback: escalate when necessary',
    'A Word about Pushback: trusted advisors take accountability for products and processes',
  ],
  serves: ['escalate', 'trusted-adviser', 'manage', 'standing'],
  examples: [
    {
      bad: "Hi {name},\n\n«I've escalated this to our sync engineers so they can read the log.»",
      better:
        "Hi {name},\n\nI've escalated this to our sync engineers so they can read the log. I'll write to you by [day and time].",
    },
    {bad: 'Hi {name},\n\n«Your case has been escalated to the relevant team.»'},
    {bad: 'Hello {name},\n\nWe have passed your request to our billing team. «They reply within 2 days.»'},
    {bad: "Hi {name},\n\nI've escalated your report. «You'll hear from me by Friday.»"},
    {
      good: "Hi {name},\n\nI've escalated this to our sync engineers, who can see the server's log. You'll hear from me by Friday, 3 pm.",
    },
    {
      good: "Hi {name},\n\nI've passed the case on to our billing team, because they can correct an invoice. They reply within 2 days.",
    },
    {good: "Hi {name},\n\nIf it is still there, I'll bring in our sync engineers."},
    {good: 'Hi {name},\n\nHere is how to pass the file on to your team: open **Share**.'},
  ],
  check: outline => unmetDuties(outline, 'escalation'),
})
