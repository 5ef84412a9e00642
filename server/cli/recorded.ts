import {type FileReport, filterFindings} from '../engine/check-file.ts'
import {type Baseline, baselineName, readBaseline, withoutRecorded} from '../workspace/baseline.ts'
import {entryOf, parentOf, pathInside} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import type {CheckOptions} from './arguments.ts'
import {type Version, withoutOlder} from './changes/new-findings.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'

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
  const path = name === undefined ? await nearest(host) : host.absolute(name)
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

async function nearest({files, absolute}: Pick<Host, 'files' | 'absolute'>): Promise<string | undefined> {
  for (let folder: string | undefined = absolute('.'); folder !== undefined; folder = parentOf(folder)) {
    const path = entryOf(folder, baselineName)
    if ((await files.typeOf(path)) === 'file') return path
  }
  return undefined
}

/** How a baseline knows a file. */
export function pathIn({folder}: Pick<Recorded, 'folder'>, path: string): string {
  return pathInside(folder, path) ?? path
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
