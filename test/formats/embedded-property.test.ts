import assert from 'node:assert/strict'
import {test} from 'node:test'
import {leavesOf} from './decoded.ts'
import {checkFindings, checkFixAll, type Fail, type Subject, startTally} from './exactness.ts'
import {randomFrom} from './random.ts'
import {randomFile} from './random-files.ts'

// A share of the replies by default; POISE_CASES=20000 makes all of them, and POISE_SEED=n makes the file of that seed again.
const {POISE_CASES, POISE_SEED} = process.env
const firstSeed = Number(POISE_SEED ?? 0)
const cases = Number(POISE_CASES ?? (POISE_SEED === undefined ? 150 : 1))

test('a fix in any file changes the text that was meant and nothing else, and squiggles stand under their characters', () => {
  const tally = startTally()
  const failures: string[] = []
  let replies = 0
  for (let seed = firstSeed; replies < cases; seed++) {
    const random = randomFrom(seed)
    const file = randomFile(random)
    const {path, text, syntax, body} = file
    replies += file.replies.length
    const fail: Fail = (what, error) => {
      const message = error instanceof Error ? error.message : String(error)
      failures.push(`POISE_SEED=${seed}, ${path} (${body}): ${what}: ${message}\n${JSON.stringify(text)}`)
    }
    const subject: Subject = {nature: {path, kind: 'macro', named: true}, text, syntax, bodies: [body]}
    try {
      if (syntax !== 'page') {
        const leaves = leavesOf(text, syntax)
        for (const reply of file.replies) assert.ok(leaves.includes(reply.body), `${reply.title} is not in the file`)
      }
      checkFindings(subject, tally, fail)
      if (random.chance(0.15)) checkFixAll(subject, tally)
    } catch (error) {
      fail('the file', error)
    }
  }
  if (POISE_CASES !== undefined) console.log({replies, ...tally, failures: failures.length})
  assert.equal(failures.length, 0, `${failures.length} failures:\n${failures.slice(0, 5).join('\n\n')}`)
  assert.ok(cases < 100 || tally.applied > 5 * replies, `only ${tally.applied} suggestions`)
})
