import {type FileReport, filterFindings} from '../engine/check-file.ts'
import {withoutRecorded} from '../workspace/baseline.ts'
import {nearestBaseline, pathIn, type Recorded, readRecorded, recordedUnder} from '../workspace/baseline-file.ts'
import type {CheckOptions} from './arguments.ts'
import {type Version, withoutOlder} from './changes/new-findings.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'
import type {Root} from './roots.ts'

/** The baseline that was named, or the nearest one from the working folder upwards; says what is wrong with it. */
export async function recordedFor(
  {baseline: name}: Pick<CheckOptions, 'baseline'>,
  host: Pick<Host, 'files' | 'absolute' | 'note' | 'shown'>,
): Promise<Recorded | 'mistake' | undefined> {
  if (name === false) return undefined
  const path = name === undefined ? await nearestBaseline(host.files, host.absolute('.')) : host.absolute(name)
  if (path === undefined) return undefined
  const read = await readRecorded(host.files, path)
  if (typeof read !== 'string') return read
  host.note(`${printable(host.shown(path))}: ${printable(read)}`)
  // A run that was to show what is new would show everything, so there is none.
  return 'mistake'
}

/** How many findings are recorded of what a run was asked for. */
export function recordedOf(recorded: Recorded, roots: readonly Pick<Root, 'path'>[]): number {
  return roots.reduce((sum, {path}) => sum + recordedUnder(recorded, path), 0)
}

/** The report with what was asked to be shown; what is not shown is not fixed and not counted either. */
export type Visible = (report: FileReport, text: string | undefined) => FileReport

/** Makes what leaves out of a file's report what this run does not show. */
export function visibleIn(
  path: string,
  {quiet}: Pick<CheckOptions, 'quiet'>,
  recorded?: Recorded,
  older?: Version,
): Visible {
  return (report, text) => {
    const loud = quiet ? filterFindings(report, finding => finding.severity === 'warning') : report
    if (text === undefined) return loud
    const unknown = recorded ? withoutRecorded(loud, text, pathIn(recorded, path), recorded.baseline) : loud
    return older ? withoutOlder(unknown, text, older) : unknown
  }
}
