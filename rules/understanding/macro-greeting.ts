import {lengthOf} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import {sentenceSpans} from '../kit/sentence.ts'

/** Blocks that may stand before a greeting: a subject line, a note to the agent. */
const opening = 4
/** Fewer words than this are a snippet for the middle of a reply. */
const snippet = 5

export default defineRule({
  id: 'macro-greeting',
  principle: 'understanding',
  scope: ['macro'],
  level: 'document',
  severity: 'hint',
  message: 'This reply starts without addressing the customer.',
  why: 'The way a reply greets sets the stage for what follows. A name, or “Hi there”, turns a text block into a reply to somebody.',
  sources: [
    'A Word about Pushback: how we greet, manage and close an interaction sets the stage for the customer’s reply',
  ],
  serves: ['greet', 'understanding'],
  examples: [
    {
      bad: "«Your refund is on its way.» You'll see it on your card within 5 days.",
      better: "Hi [first name]! Your refund is on its way. You'll see it on your card within 5 days.",
    },
    {bad: '«Thanks for sending the log!» Which version do you use?'},
    {bad: '1. «Open the settings.»\n2. Select the plan.\n3. Save the page.'},
    {good: "Hi {first_name},\n\nYour refund is on its way. You'll see it on your card within 5 days."},
    {good: "Good morning Ana,\n\nI've reset your password, so the old one no longer works."},
    {good: "@ana The refund is on its way. You'll see it on your card within 5 days."},
    {good: '{{customer.name}},\n\nThe refund is on its way to your card.'},
  ],
  check(outline) {
    const {blocks} = outline
    if (blocks.slice(0, opening).some(block => block.facts.some(fact => fact.id === 'greeting'))) return []
    const index = blocks.findIndex(block => block.kind !== 'heading')
    const block = blocks[index]
    if (!block || lengthOf(outline) < snippet) return []
    const span = sentenceSpans(block.prose)[0] ?? {start: 0, end: block.prose.length}
    const place = {start: span.start, end: span.start}
    const rewrites =
      block.kind === 'paragraph'
        ? [{span: place, text: `Hi ${slot('first name')}! `, safety: 'needs-input' as const}]
        : []
    return [{block: index, span, rewrites}]
  },
})
