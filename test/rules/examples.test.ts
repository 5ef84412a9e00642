import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import type {DocumentKind, Example, Rule} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const memory = makeMemory()

function documentOf(text: string, {title}: Example): string {
  return title === undefined ? text : `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}`
}

function checked(rule: Rule, text: string, kind: DocumentKind) {
  return check(readMarkdown(text, kind), makePlan(kind, {}, [rule]), memory)
}

const kindsOf = (rule: Rule, example: Example) => (example.kind ? [example.kind] : rule.scope)

for (const rule of rules) {
  test(`${rule.id}: every example holds`, () => {
    for (const example of rule.examples) {
      for (const kind of kindsOf(rule, example)) {
        if ('good' in example) assertClean(rule, example.good, kind, example)
        else assertFound(rule, example, kind)
      }
    }
  })
}

function assertClean(rule: Rule, text: string, kind: DocumentKind, example: Example): void {
  const source = documentOf(text, example)
  const found = checked(rule, source, kind).findings.map(({span}) => source.slice(span.start, span.end))
  assert.deepEqual(found, [], `${kind}: ${text}`)
}

function assertFound(
  rule: Rule,
  example: Example & {readonly bad: string; readonly better?: string},
  kind: DocumentKind,
): void {
  const marked = [...example.bad.matchAll(/«([^»]*)»/g)].map(match => match[1])
  const source = documentOf(example.bad.replace(/[«»]/g, ''), example)
  const {findings} = checked(rule, source, kind)
  assert.deepEqual(
    findings.map(({span}) => source.slice(span.start, span.end)),
    marked,
    `${kind}: ${example.bad}`,
  )
  if (example.better === undefined) return
  const results = findings.flatMap(({suggestions}) =>
    suggestions.map(({edits}) => plainSlots(applyEdits(source, edits))),
  )
  const wanted = documentOf(example.better, example)
  assert.ok(results.includes(wanted), `${kind}: ${example.bad}\nwanted: ${wanted}\ngot: ${results.join('\n     ')}`)
  assertClean(rule, example.better, kind, example)
}
