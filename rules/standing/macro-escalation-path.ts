import {purposeOf} from '../kit/purpose.ts'
import {atEnd, states} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import type {Outline} from '../kit/types.ts'

export default defineRule({
  id: 'macro-escalation-path',
  principle: 'standing',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This reply doesn’t say what happens if its steps, or its no, don’t settle it.',
  why: 'A customer for whom the steps fail starts over with somebody else. One line that says who takes it on keeps the case with you.',
  sources: [
    'Navigating User Pushback: escalate when necessary; for what lies outside your control, say what comes next',
  ],
  serves: ['escalate', 'small-chance', 'beyond-our-control', 'standing'],
  examples: [
    {
      bad: 'Hi {name},\n\n1. Restart the app.\n2. Sign in again.\n\n«The sync starts by itself.»',
      better:
        "Hi {name},\n\n1. Restart the app.\n2. Sign in again.\n\nThe sync starts by itself. If [symptom] is still there, reply with [evidence] and I'll bring in [team].",
    },
    {bad: "Hi {name},\n\n«We can't restore a deleted site.»\n\nThanks,\nAna"},
    {bad: 'Hi {name},\n\nDo this first:\n\n- Clear the cache.\n- Reinstall the app.\n\n«The list is then complete.»'},
    {bad: 'Hi {name},\n\nThanks for asking about the date.\n\n«It is not possible to change it.»'},
    {
      good: "Hi {name},\n\n1. Restart the app.\n2. Sign in again.\n\nIf it still fails at step 2, reply with the code and I'll bring in our sync engineers.",
    },
    {
      good: "Hi {name},\n\nWe can't restore a deleted site. I've raised this with our backup specialist, who will reply by noon.",
    },
    {good: 'Hi {name},\n\n- Clear the cache.\n- Reinstall the app.\n\nIf the error is still there, contact me here.'},
    {good: 'Hi {name},\n\nYour refund is on its way.'},
  ],
  check(outline) {
    if (!needsPath(outline) || states(outline, 'escalation', 'failure-branch', 'invitation', 'help-route')) return []
    return atEnd(
      outline,
      `If ${slot('symptom')} is still there, reply with ${slot('evidence')} and I'll bring in ${slot('team')}.`,
    )
  },
})

/** Whether the reply gives steps to take, or says no; a line within a conversation owes no path of its own. */
function needsPath(outline: Outline): boolean {
  // What follows is for the rules about boundaries to ask.
  if (purposeOf(outline) === 'boundary') return false
  if (outline.purpose === 'limitation') return !states(outline, 'alternative')
  const steps = outline.blocks.filter(
    block => block.kind === 'item' && block.facts.some(fact => fact.id === 'instruction'),
  )
  return steps.length >= 2 || (outline.blocks.length > 1 && states(outline, 'limitation'))
}
