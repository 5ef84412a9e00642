import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {runThreat} from './run-threat.ts'
import {threats} from './threats.ts'

// `npm run hardening` tries the same with more cases, and prints the table.
for (const threat of threats) {
  test(`${threat.number}. ${threat.name}`, {timeout: (threat.seconds + 10) * 1000}, async t => {
    const {measured, failure} = await runThreat(threat)
    for (const {input, toReach, reached} of measured) t.diagnostic(`${input}: ${reached} (${toReach})`)
    assert.equal(failure, undefined)
    assert.deepEqual(
      measured.filter(({passed, timed}) => !passed && !timed),
      [],
    )
  })
}

test('every scenario is tried, and stands behind a promise', () => {
  const promises = readFileSync(join(import.meta.dirname, '../../docs/promises.md'), 'utf8')
  const files = readdirSync(join(import.meta.dirname, 'scenarios')).map(name => name.replace(/\.ts$/, ''))
  assert.deepEqual(files.sort(), threats.map(({scenario}) => scenario).sort())
  assert.deepEqual(
    files.filter(name => !promises.includes(`hardening/scenarios/${name}.ts`)),
    [],
  )
})
