import {type FileReport, filterFindings} from '../engine/check-file.ts'
import {type Baseline, readBaseline, withoutRecorded} from '../workspace/baseline.ts'
import {findBaseline, recordedUnder} from '../workspace/find-baseline.ts'
import {parentOf, pathInside} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import type {CheckOptions} from './arguments.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'
import type {Root} from './roots.ts'

/** The baseline that a run goes by; its paths count from the folder. Plain data, for other threads too. */
export interface Recorded {
  readonly path: string
  readonly folder: string
  readonly baseline: Baseline
}

const maxSize = 50_000_000

/** The baseline that was named, or the nearest one from the working folder upwards; says what is wrong with it. */
export async function recordedFor(
  {baseline: name}: Pick<CheckOptions, 'baseline'>,
  host: Pick<Host, 'files' | 'absolute' | 'note' | 'shown'>,
): Promise<Recorded | 'mistake' | undefined> {
  if (name === false) return undefined
  const path = name === undefined ? await findBaseline(host.files, host.absolute('.')) : host.absolute(name)
  if (path === undefined) return undefined
  const {bytes, failure} = await host.files.readFile(path, maxSize)
  const text = failure === undefined ? decodeText(bytes) : undefined
  const read =
    typeof text === 'string'
      ? readBaseline(text)
      : failure === 'missing'
        ? 'There is no such file. Record one with poise baseline.'
        : (text?.message ?? 'It can’t be read. Give yourself permission, or name another file with --baseline.')
  if (typeof read !== 'string') return {path, folder: parentOf(path) ?? '/', baseline: read}
  host.note(`${printable(host.shown(path))}: ${printable(read)}`)
  // A run that was to show what is new would show everything, so there is none.
  return 'mistake'
}

/** How a baseline knows a file. */
export function pathIn({folder}: Pick<Recorded, 'folder'>, path: string): string {
  return pathInside(folder, path) ?? path
}

/** How many findings are recorded of what a run was asked for. */
export function recordedOf({baseline, folder}: Recorded, roots: readonly Pick<Root, 'path'>[]): number {
  return roots.reduce((sum, {path}) => sum + recordedUnder(baseline, folder, path), 0)
}

/** The report with what was asked to be shown; what is not shown is not fixed and not counted either. */
export type Visible = (report: FileReport, text: string | undefined) => FileReport

/** Makes what leaves out of a file's report what this run does not show. */
export function visibleIn(path: string, {quiet}: Pick<CheckOptions, 'quiet'>, recorded?: Recorded): Visible {
  return (report, text) => {
    const loud = quiet ? filterFindings(report, finding => finding.severity === 'warning') : report
    if (recorded === undefined || text === undefined) return loud
    return withoutRecorded(loud, text, pathIn(recorded, path), recorded.baseline)
  }
}
