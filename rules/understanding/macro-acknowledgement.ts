import {purposeOf} from '../kit/purpose.ts'
import {bodyOf, lengthOf} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import {sentenceSpans} from '../kit/sentence.ts'
import type {FactId, Outline, Rewrite, Span} from '../kit/types.ts'

/** From this many words on, a reply has room for a sentence about the customer's concern. */
const room = 55
const answers: ReadonlySet<FactId> = new Set(['instruction', 'limitation'])

export default defineRule({
  id: 'macro-acknowledgement',
  principle: 'understanding',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This reply answers before it shows that the concern was heard.',
  why: 'A customer who doesn’t hear their own concern first reads the answer as one for somebody else. One sentence in their terms, before the answer, is enough.',
  sources: [
    'A Word about Pushback: pushback goes with not feeling heard, more than with missing information',
    'Navigating User Pushback: empathize, then redirect to solving the problem',
    'Packard, Li & Berger: warm, then competent, then warm is the best order',
  ],
  serves: ['be-heard', 'heard-first', 'empathise-and-redirect', 'ease-fear', 'understanding'],
  examples: [
    {
      bad: "Hi {name},\n\n«Clear your cache and sign in again.» I'll check back tomorrow.",
      better:
        "Hi {name},\n\nI can see that [what happened to them]. Clear your cache and sign in again. I'll check back tomorrow.",
    },
    {bad: "Hi {name},\n\n«We can't refund this order.» Contact your bank."},
    {
      bad: "Hello {name},\n\n«Follow these steps:»\n\n1. Open **Settings**.\n2. Select **Reset**.\n\nI'm sorry the export failed.",
    },
    {bad: 'Thank you for contacting us. «Please send your order number.»'},
    {good: "Hi {name},\n\nI'm sorry the export failed three times today. Clear the queue first, then start it again."},
    {good: "Hi {name},\n\nYou're right: the invoice shows the wrong VAT number. I've corrected it."},
    {good: "Hi {name},\n\nI can see why a second charge on the same day is worrying. Here's how to check it."},
    {good: 'Thanks for reporting this. Please send the log, so I can look into it.'},
  ],
  check(outline) {
    const opening = firstAnswer(outline)
    if (opening === undefined) return []
    const [index, span] = opening
    const early = outline.blocks
      .slice(0, index + 1)
      .some((block, at) =>
        block.facts.some(fact => fact.id === 'acknowledgement' && (at < index || fact.span.start <= span.end)),
      )
    if (early) return []
    return [
      {
        block: index,
        span,
        rewrites: rewritesOf(outline, index, span),
        ...(owesLess(outline) ? {severity: 'hint' as const} : {}),
      },
    ]
  },
})

/** A short reply has little room, and one that draws a line or ends the case has its own things to say. */
function owesLess(outline: Outline): boolean {
  const purpose = purposeOf(outline)
  return lengthOf(outline) < room || purpose === 'boundary' || purpose === 'withdrawal'
}

/** The first sentence that asks for something, explains a step or says no; the first after the greeting where none does. */
function firstAnswer(outline: Outline): readonly [block: number, span: Span<'prose'>] | undefined {
  const {from, to} = bodyOf(outline)
  let first: readonly [number, Span<'prose'>] | undefined
  for (let index = from; index < to; index++) {
    const block = outline.blocks[index]
    if (!block || block.kind === 'heading') continue
    for (const span of sentenceSpans(block.prose)) {
      const facts = block.facts.filter(fact => fact.span.start >= span.start && fact.span.start < span.end)
      if (facts.some(fact => answers.has(fact.id))) return [index, span]
      if (!first && !facts.some(fact => fact.id === 'greeting')) first = [index, span]
    }
  }
  return first
}

function rewritesOf({blocks}: Outline, index: number, {start}: Span<'prose'>): readonly Rewrite[] {
  if (blocks[index]?.kind !== 'paragraph') return []
  const span = {start, end: start}
  return [
    {span, text: `I can see that ${slot('what happened to them')}. `, safety: 'needs-input'},
    {span, text: `You're right: ${slot('their point')}. `, safety: 'needs-input'},
  ]
}
