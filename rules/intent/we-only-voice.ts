import {defineRule} from '../kit/rule.ts'
import type {DocumentMatch, OutlineBlock, Span} from '../kit/types.ts'

const firstPerson = /\b(?:I|I['’](?:ll|ve|m|d)|me|my|mine|myself)\b/
/** “We will”, “we've” …: commitments that one person could make. */
const plural = /^(we)(?:( will|['’]ll)|( have|['’]ve)|( are|['’]re))(?= )/i

export default defineRule({
  id: 'we-only-voice',
  principle: 'intent',
  scope: ['macro'],
  level: 'document',
  severity: 'hint',
  message: 'Every commitment in this reply is a “we”; no one person speaks.',
  why: 'One “I” shows the customer that a person has the matter in hand. Keep “we” for what the company does.',
  sources: ['Packard et al.: saying “I” makes an agent sound like someone who acts and feels'],
  serves: ['trusted-adviser', 'trust-in-us', 'intent'],
  examples: [
    {
      bad: 'Hi {name},\n\n«We have escalated» your request. We will review it and reply within 2 days.',
      better: 'Hi {name},\n\nI have escalated your request. We will review it and reply within 2 days.',
    },
    {bad: "«We've escalated» the case. We are waiting for the carrier."},
    {good: "Hi {name},\n\nI'll review this myself today. We refund within 30 days, so you're covered."},
    {good: 'We ship on weekdays.'},
    {good: 'We have two plans. We will refund the difference if you change before May.'},
    {good: "I've asked the carrier, and we'll cover the cost."},
  ],
  check({blocks}) {
    if (blocks.some(({prose}) => firstPerson.test(prose))) return []
    const acts = blocks.flatMap((block, index) => commitmentsOf(block, index))
    const own = acts.find(({block, span}) => isOneCase(blocks[block]?.prose ?? '', span))
    return own && acts.length >= 2 ? [own] : []
  },
})

/** Whether the act is for this customer; what a company does for all, no one person does. */
function isOneCase(prose: string, {start, end}: Span<'prose'>): boolean {
  return (
    /^[^.!?;,]{0,50}\b(?:you|your|this|it|that|the (?:case|ticket|request|order|issue|refund|account))\b/i.test(
      prose.slice(end),
    ) && !/\b(?:evolving|striving|committed|dedicated)\b/i.test(prose.slice(start, end))
  )
}

function commitmentsOf({facts, prose}: OutlineBlock, index: number): readonly DocumentMatch[] {
  return facts
    .filter(({id, span}) => id === 'ownership' && plural.test(prose.slice(span.start, span.end)))
    .map(({span}) => {
      const said = prose.slice(span.start, span.end)
      const text = said.replace(
        plural,
        (_all, _we, will: string | undefined, have: string | undefined, are: string | undefined) =>
          `I${will ?? have ?? (are?.startsWith(' ') ? ' am' : `${are?.charAt(0)}m`)}`,
      )
      return {block: index, span, rewrites: [{span, text, safety: 'if-verified' as const}]}
    })
}
