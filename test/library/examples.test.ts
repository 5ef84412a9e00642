import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {run} from './installed.ts'

const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```$/gms)]

test('the page has an example for each entry', () => {
  assert.equal(examples.length, [...page.matchAll(/^```js$/gm)].length)
  for (const entry of ['poise', 'poise/retext', 'poise/rules'])
    assert.ok(
      examples.some(([, code]) => code?.includes(`from '${entry}'`)),
      entry,
    )
})

for (const [index, [, code = '', output]] of examples.entries()) {
  test(`example ${index + 1} of docs/library.md prints what the page says`, () => {
    assert.equal(run(`example-${index}.mjs`, code), output)
  })
}
