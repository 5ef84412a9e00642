import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import {sentenceSpans} from '../kit/sentence.ts'
import type {DocumentMatch, Outline, Span} from '../kit/types.ts'
import {countWords} from '../kit/word-scan.ts'

const apology = /\b(?:sorry|apolog(?:y|ies|ise|ize|ises|izes|ising|izing|ised|ized)|regret)\b/gi
/** Within this many words two apologies are one too many. */
const near = 60

export default defineRule({
  id: 'over-apology',
  principle: 'standing',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: '“{found}” apologizes again.',
  why: 'One early apology that names what happened is enough. Each one after it takes room from the repair, and sounds worried.',
  sources: [
    'A Word about Pushback: do not sound overly worried; show relaxed resolve',
    'Harvard Business Review 2018, “Sorry” Is Not Enough: options help more than further apology',
  ],
  serves: ['relaxed-resolve', 'standing'],
  examples: [
    {
      bad: "Hi {name},\n\nI'm sorry the import lost your tags. I've restored them. «Apologies again!»",
      better: "Hi {name},\n\nI'm sorry the import lost your tags. I've restored them.",
    },
    {
      bad: "I'm sorry about the wrong parcel. «We apologize for the mix-up.» The right one left today.",
      better: "I'm sorry about the wrong parcel. The right one left today.",
    },
    {
      bad: "I'm sorry about the wrong parcel. «Thanks for waiting, and apologies again for the mix-up.»",
      better: "I'm sorry about the wrong parcel. Thanks for waiting.",
    },
    {bad: "I'm sorry for the wait. It took too long.\n\n«We're sorry about the confusion.»"},
    {good: "Hi {name},\n\nI'm sorry the import lost your tags. I've restored them and checked all 214 rows."},
    {good: "Don't be sorry: the old link was ours to fix."},
    {good: "I'm sorry about the double charge. I've refunded it, and you'll see it within 5 days."},
    {good: "The page says “Sorry, no quotes”. I'm sorry that message gave no reason: your ZIP code was missing."},
  ],
  check(outline) {
    const found = apologies(outline)
    const second = found[1]
    if (!second || (found.length < 3 && second.distance > near)) return []
    return [matchAt(outline, second)]
  },
})

interface Apology {
  readonly block: number
  /** The sentence that holds it. */
  readonly span: Span<'prose'>
  /** In words, from the first one. */
  readonly distance: number
}

/** The first apology of each sentence that is the writer's own. */
function apologies({blocks}: Outline): readonly Apology[] {
  const found: Apology[] = []
  let words = 0
  let first: number | undefined
  blocks.forEach(({prose}, block) => {
    for (const span of sentenceSpans(prose)) {
      const text = prose.slice(span.start, span.end)
      const own = text.replace(/“[^”]*”|"[^"]*"/g, quote => ' '.repeat(quote.length))
      if (own.search(apology) >= 0) {
        first ??= words
        found.push({block, span, distance: words - first})
      }
      words += countWords(text)
    }
  })
  return found
}

const bare =
  /^(?:(?:and|once) )?(?:please accept )?(?:(?:i|we)(?:['’]m|['’]re| am| are)? ?)?(?:(?:do|really|again|very|so|once|most|my|our|sincere(?:ly)?|deep(?:ly)?|truly|many) )*(?:sorry|apologi[sz]e|apologies)(?: again)?(?: (?:for|about|that|if) [^,;:]{1,70})?[.!]*$/i
const tail = /,? and (?:(?:my|our|sincere|many) )*apologies[^.!?;:]*|,? and sorry (?:again|for)[^.!?;:]*/i

/** Removes the apology where nothing else hangs on it; one that is a paragraph of its own gives way to the next step. */
function matchAt({blocks}: Outline, {block, span}: Apology): DocumentMatch {
  const prose = blocks[block]?.prose ?? ''
  const text = prose.slice(span.start, span.end)
  const before = prose.slice(0, span.start).trimEnd().length
  const behind = tail.exec(text)
  if (behind && behind.index > 0) {
    const start = span.start + behind.index
    return {block, span, rewrites: [{span: {start, end: start + behind[0].length}, text: '', safety: 'safe'}]}
  }
  if (!bare.test(text)) return {block, span}
  if (before > 0) return {block, span, rewrites: [{span: {start: before, end: span.end}, text: '', safety: 'safe'}]}
  const next = `Next, ${slot('who does what')} by ${slot('day and time')}.`
  return {block, span, rewrites: [{span, text: next, safety: 'needs-input'}]}
}
