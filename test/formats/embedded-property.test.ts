import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checkFiles} from './embedded.ts'

// A share of the replies by default; POISE_CASES=20000 makes all of them, and POISE_SEED=n makes the file of that seed again.
const {POISE_CASES, POISE_SEED} = process.env
const firstSeed = Number(POISE_SEED ?? 0)
const cases = Number(POISE_CASES ?? (POISE_SEED === undefined ? 150 : 1))

test('a fix in any file changes the text that was meant and nothing else, and squiggles stand under their characters', () => {
  const {failures, ...counts} = checkFiles(cases, firstSeed)
  if (POISE_CASES !== undefined) console.log({...counts, failures: failures.length})
  assert.equal(failures.length, 0, `${failures.length} failures:\n${failures.slice(0, 5).join('\n\n')}`)
  assert.ok(cases < 100 || counts.applied > 5 * counts.replies, `only ${counts.applied} suggestions`)
})
