import {createHash} from 'node:crypto'
import {marksFor} from '../workspace/baseline.ts'
import {pathIn} from '../workspace/baseline-file.ts'
import type {Found} from '../workspace/find-documents.ts'
import {makeListKeys, taskOf} from '../workspace/task.ts'
import type {CheckerSetup} from './checker.ts'
import type {Host} from './host.ts'

/** Says what the outcome of a file rests on: its text and name, the configuration, how it is shown, and the build of Poise. */
export type KeyOf = (found: Found, text: string) => string

/** Makes the keys of one run. */
export function keyMaker(
  {options, colours, recorded}: CheckerSetup,
  build: string,
  {shown}: Pick<Host, 'shown'>,
): KeyOf {
  const {format, quiet, failUnder} = options
  const run = JSON.stringify([build, format, quiet, failUnder, format === 'text' && colours])
  const keysOf = makeListKeys(digestOf)
  return (found, text) => {
    const {path, rules, phrases, styles, allow, ...task} = taskOf(found)
    const sorted = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))
    const known = recorded && [...marksFor(recorded.baseline, pathIn(recorded, path))]
    const settings = JSON.stringify([shown(path), sorted, keysOf({phrases, styles, allow}), task, known])
    // Lengths, so that nothing can move from one to the other and leave the key the same.
    return createHash('sha256').update(`${run.length} ${settings.length} ${run}${settings}${text}`).digest('base64url')
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
