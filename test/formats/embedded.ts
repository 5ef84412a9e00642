import assert from 'node:assert/strict'
import {leavesOf} from './decoded.ts'
import {checkFindings, checkFixAll, type Fail, type Subject, startTally, type Tally} from './exactness.ts'
import {randomFrom} from './random.ts'
import {randomFile} from './random-files.ts'

/** What came of checking generated files. */
export interface CheckedFiles extends Tally {
  readonly replies: number
  /** Each with the seed that makes its file again. */
  readonly failures: readonly string[]
}

/** Generates files until they hold so many replies, of every `step`-th seed from the first on, and applies every fix in each. */
export function checkFiles(wanted: number, firstSeed = 0, step = 1): CheckedFiles {
  const tally = startTally()
  const failures: string[] = []
  let replies = 0
  for (let seed = firstSeed; replies < wanted; seed += step) {
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
  return {...tally, replies, failures}
}
