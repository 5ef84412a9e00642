import {principleText} from '../rules/kit/principles.ts'
import type {Rule} from '../rules/kit/types.ts'
import {cell, inline} from './example-text.ts'
import {generatedNote} from './generated-note.ts'

/** The page of one rule. */
export function rulePageOf(rule: Rule): string {
  const bad = rule.examples.flatMap(example => ('bad' in example ? [example] : []))
  const good = rule.examples.flatMap(example => ('good' in example ? [example] : []))
  const rows = bad.map(example => `| ${cell(example.bad)} | ${cell(example.better ?? '')} |\n`)
  const fine = good.map(example => `- ${inline(example.good)}\n`)
  const {name} = principleText[rule.principle]
  return `${generatedNote}
# ${rule.id}

**${messageOf(rule)}**

${rule.why}

[${name}](README.md#${rule.principle}). Looks at ${rule.scope.map(kind => kind + 's').join(' and ')}, ${rule.level === 'document' ? 'as a whole' : 'sentence by sentence'}; ${severityOf(rule)}.

| Invites pushback | Better |
| --- | --- |
${rows.join('')}${fine.length > 0 ? `\nFine as it is:\n\n${fine.join('')}` : ''}
## Where it does not fit

For one paragraph, a comment above it: \`<!-- poise-ignore ${rule.id}: your reason -->\`. For a folder, in its \`.poise.json\`:

\`\`\`json
{"rules": {"${rule.id}": "off"}}
\`\`\`

## What it rests on

${rule.sources.map(source => `- ${source}\n`).join('')}
It serves: ${rule.serves.map(id => `[${id}](statements.md#${id})`).join(', ')}.
`
}

/** A rule's message where nothing was found yet. */
export function messageOf(rule: Rule): string {
  return rule.message.replace(/\{\w+\}/g, '…')
}

/** How severe a rule is, in words. */
export function severityOf({severity}: Rule): string {
  if (typeof severity === 'string') return severity
  return Object.entries(severity)
    .map(([kind, value]) => `${value} in ${kind}s`)
    .join(', ')
}
