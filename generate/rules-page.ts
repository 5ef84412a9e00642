import {principleText} from '../rules/kit/principles.ts'
import {principles, type Rule} from '../rules/kit/types.ts'
import {cell} from './example-text.ts'
import {generatedNote} from './generated-note.ts'
import {messageOf, severityOf} from './rule-page.ts'

/** The page that lists all rules by principle. */
export function rulesPageOf(rules: readonly Rule[]): string {
  const parts = principles.map(principle => {
    const {name, asks} = principleText[principle]
    const rows = rules.filter(rule => rule.principle === principle).map(rowOf)
    return `## ${name}\n\n${asks}\n\n| Rule | What it says | For example | Severity |\n| --- | --- | --- | --- |\n${rows.join('')}`
  })
  return `${generatedNote}
# Rules

${rules.length} rules serve four principles, and [two short texts](statements.md) say why. Each rule has a page made from its own file; the
examples on it are the rule's tests. To turn a rule off or change its severity, name it in \`.poise.json\`:

\`\`\`json
{"rules": {"${rules[0]?.id ?? ''}": "hint"}}
\`\`\`

${parts.join('\n')}`
}

function rowOf(rule: Rule): string {
  const found = rule.examples.flatMap(example => ('bad' in example ? (/«([^»]*)»/.exec(example.bad)?.[1] ?? []) : []))
  const shortest = rule.level === 'document' ? '' : (found.sort((a, b) => a.length - b.length)[0] ?? '')
  return `| [${rule.id}](${rule.id}.md) | ${cell(messageOf(rule))} | ${cell(shortest)} | ${severityOf(rule)} |\n`
}
