import {instructionsOf, type Procedure, proceduresOf} from '../kit/procedure.ts'
import {slot, stopBehind} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import type {DocumentMatch, Outline, Severity} from '../kit/types.ts'

export default defineRule({
  id: 'article-expected-result',
  principle: 'knowledge',
  scope: ['article'],
  level: 'document',
  severity: 'suggestion',
  message: 'These steps never say what the reader sees when they have worked.',
  why: 'A reader who can’t tell whether it worked does it again, or asks. Name the one thing that shows it: a page, a message, a changed label.',
  sources: [
    'A Word about Pushback: a good teacher is aware of outcomes and tells the learner what will come',
    'Published documentation templates: end a procedure by verifying its result',
  ],
  serves: ['want-success', 'lead-like-a-coach', 'knowledge'],
  examples: [
    {
      bad: '# Reset\n\n1. Open **Settings**.\n2. Select **Account**.\n3. «Select **Reset**.»\n\n## Related',
      better:
        '# Reset\n\n1. Open **Settings**.\n2. Select **Account**.\n3. Select **Reset**. [What the reader sees now].\n\n## Related',
    },
    {bad: '# Add a user\n\n1. Open **Team**.\n2. Select **Add**.\n3. Enter the email address.\n4. «Select **Send**.»'},
    {bad: '# Leave a team\n\nOpen **Team** in the menu.\n\n«Select **Leave** and confirm.»'},
    {good: '# Reset\n\n1. Open **Settings**.\n2. Select **Account**.\n3. Select **Reset**. The sign-in page opens.'},
    {
      good: '# Add a user\n\n1. Open **Team**.\n2. Select **Add**.\n3. Select **Send**.\n\nThe user appears in the list as **Invited**.',
    },
    {good: '# Plans\n\nEach plan has its own limits. The free plan has one seat.'},
    {good: '# Rotate a key\n\n1. Create a key.\n2. Delete the old key.\n3. Verify that the new key is active.'},
  ],
  check(outline) {
    const numbered = proceduresOf(outline, 2)
    const written = instructionsOf(outline)
    const last = numbered.at(-1) ?? written.at(-1)
    if (!last || [...numbered, ...written].some(procedure => hasResult(outline, procedure))) return []
    return matchAt(outline, last, numbered.length > 0 ? 'suggestion' : 'hint')
  },
})

function hasResult({blocks}: Outline, {steps, until}: Procedure): boolean {
  return blocks.slice(steps[0] ?? until, until + 1).some(({facts}) => facts.some(({id}) => id === 'result'))
}

function matchAt({blocks}: Outline, {steps}: Procedure, severity: Severity): readonly DocumentMatch[] {
  const block = steps.at(-1)
  if (block === undefined) return []
  const {prose, marks} = blocks[block] ?? {prose: '', marks: []}
  if (prose === '') return []
  const end = prose.length
  const stop = stopBehind(prose, marks, prose.length)
  const rewrite = {
    span: {start: end, end},
    text: `${stop} ${slot('What the reader sees now')}.`,
    safety: 'needs-input',
  } as const
  return [{block, span: {start: 0, end}, rewrites: [rewrite], severity}]
}
