import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import type {Outline} from '../kit/types.ts'

const closing = /\b(?:resolved|fixed|closing|closed|completed|solved|escalat\w+|hand(?:ed)? ?over)\b/i
const summary =
  /\b(?:I|we)(?:['’]ve| have)(?: (?:already|also|now|just))? (?:\w+ed|found|sent|set|reset|made|put|run|built|shared|taken|given|undone)\b|\b(?:I|we) (?:(?:already|also|then) )?(?:changed|fixed|reset|moved|found|removed|restored|updated|replaced|corrected|sent|checked|added|reran|deployed|released|merged|shared)\b|\b(?:cause|reason|root cause|problem|issue) was\b|\bwhat (?:happened|changed|we did|I did)\b|\bwas (?:caused|fixed|resolved) by\b|\bhas been fixed in\b/i

export default defineRule({
  id: 'work-summary-missing',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'document',
  severity: 'hint',
  message: 'This reply closes or escalates a case without saying what was done.',
  why: 'A customer who isn’t told what changed can’t judge whether it will hold, and asks. One sentence on the cause and the act is enough.',
  sources: [
    'Navigating User Pushback: keep a record of the steps taken, to understand the context in any future dispute',
  ],
  serves: ['document-everything', 'manage', 'knowledge'],
  examples: [
    {
      title: 'Issue resolved',
      bad: 'Hi {name},\n\n«Good news! It works now.»\n\nHave a great day.',
      better:
        "Hi {name},\n\nGood news! It works now. Here's what I did: [action]. The cause was [cause].\n\nHave a great day.",
    },
    {title: 'Escalated to tier 2', bad: 'Hi {name},\n\n«A specialist calls you by noon.»'},
    {
      title: 'Issue resolved',
      good: "Hi {name},\n\nI've moved your account to the new cluster and rerun the import. The cause was a full queue.",
    },
    {
      title: 'Escalated to tier 2',
      good: "Hi {name},\n\nI've shared your log and the three steps you tried with Ana in tier 2.",
    },
    {title: 'Feature question', good: "Hi {name},\n\nYes, it's included."},
    {title: 'Issue resolved', good: "Hi {name},\n\nHere's what I did: {{summary}}."},
  ],
  check(outline) {
    if (!closing.test(outline.title ?? '') || outline.blocks.length === 0) return []
    if (outline.blocks.some(({prose, marks}) => summary.test(prose) || marks.some(isSummary))) return []
    const block = answerOf(outline)
    const prose = outline.blocks[block]?.prose ?? ''
    const end = prose.length
    const text = ` Here's what I did: ${slot('action')}. The cause was ${slot('cause')}.`
    return [{block, span: {start: 0, end}, rewrites: [{span: {start: end, end}, text, safety: 'needs-input'}]}]
  },
})

function isSummary({kind, text}: Outline['blocks'][number]['marks'][number]): boolean {
  return kind === 'placeholder' && /summary|action|cause|resolution|steps|fix|work/i.test(text ?? '')
}

/** The block that answers: the first one behind a greeting. */
function answerOf({blocks}: Outline): number {
  const index = blocks.findIndex(
    ({kind, facts, prose}) => kind === 'paragraph' && !facts.some(({id}) => id === 'greeting') && prose.length > 12,
  )
  return index < 0 ? blocks.length - 1 : index
}
