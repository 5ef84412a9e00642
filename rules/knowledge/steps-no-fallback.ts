import {proceduresOf} from '../kit/procedure.ts'
import {slot, stopBehind} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import type {Outline} from '../kit/types.ts'

export default defineRule({
  id: 'steps-no-fallback',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'document',
  severity: 'hint',
  message: 'These steps have no way on for the reader for whom they fail.',
  why: 'A step can be given with confidence and still have a plan behind it. One sentence on what to do otherwise saves the next message.',
  sources: [
    'A Word about Pushback: lead customers through a process although there is a small chance that it fails',
    'A Word about Pushback: good teachers are aware of many scenarios and outcomes',
  ],
  serves: ['small-chance', 'lead-like-a-coach', 'no-detours', 'knowledge'],
  examples: [
    {
      kind: 'macro',
      bad: '1. Open **Settings**.\n2. Select **Reset**.\n3. «Restart the app.»',
      better:
        "1. Open **Settings**.\n2. Select **Reset**.\n3. Restart the app. If [symptom] is still there, reply here and I'll [next step].",
    },
    {bad: 'To change it:\n\n1. Open the file.\n2. Edit the value.\n3. «Save the file.»\n\nEnjoy the new look.'},
    {bad: '1. Sign in.\n2. Open **Billing**.\n3. Select **Download**.\n4. «Save the PDF.»'},
    {
      good: '1. Open **Settings**.\n2. Select **Reset**.\n3. Restart the app.\n\nIf the error is still there, reply with the code.',
    },
    {
      good: '1. Sign in.\n2. Open **Billing**.\n3. Select **Download**.\n\n### Troubleshooting\n\nThe button is grey? Check your role.',
    },
    {good: '1. Open the file.\n2. Save it.'},
    {
      good: '1. Open **Team**.\n2. Select **Invite**.\n3. Enter the address.\n\nOtherwise, share the link from the team page.',
    },
  ],
  check(outline) {
    const [first] = proceduresOf(outline, 3)
    const last = proceduresOf(outline, 3).at(-1)
    const block = last?.steps.at(-1)
    if (!first || block === undefined || hasBranch(outline, first.steps[0] ?? 0)) return []
    const {prose, marks} = outline.blocks[block] ?? {prose: '', marks: []}
    const end = prose.length
    const stop = stopBehind(prose, marks, prose.length)
    const way = outline.kind === 'macro' ? `reply here and I'll ${slot('next step')}` : slot('what to do')
    const text = `${stop} If ${slot('symptom')} is still there, ${way}.`
    return [{block, span: {start: 0, end}, rewrites: [{span: {start: end, end}, text, safety: 'needs-input'}]}]
  },
})

function hasBranch({blocks}: Outline, from: number): boolean {
  return blocks.slice(from).some(({facts}) => facts.some(({id}) => id === 'failure-branch'))
}
