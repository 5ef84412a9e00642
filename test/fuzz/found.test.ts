import assert from 'node:assert/strict'
import {test} from 'node:test'
import {allFound} from './found.ts'
import type {Target} from './target.ts'
import {targetFiles} from './targets.ts'

for (const {target: name, title, input} of allFound()) {
  test(`${name}: ${title}`, async () => {
    const [file] = targetFiles([name])
    const {target}: {readonly target: Target} = await import(file ?? assert.fail())
    await target.holds(input)
  })
}

test('inputs that were found are tried again', () => assert.ok(allFound().length > 0))
