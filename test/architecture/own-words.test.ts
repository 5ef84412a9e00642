import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
  'docs/rules/README.md',
]

for (const page of pages) {
  const text = readFileSync(path.join(root, page), 'utf8')

  test(`${page} keeps to the rules`, () => {
    const {findings} = check(readMarkdown(text, 'article'), makePlan('article'), makeMemory())
    const marked = findings
      .filter(({severity}) => severity !== 'hint')
      .map(({rule, span}) => `${rule}: ${text.slice(span.start, span.end)}`)
    assert.deepEqual(marked, [])
  })
}
