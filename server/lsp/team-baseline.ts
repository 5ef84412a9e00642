import type {FileReport} from '../engine/check-file.ts'
import {type Baseline, readBaseline, withoutRecorded} from '../workspace/baseline.ts'
import type {FileSystem} from '../workspace/files.ts'
import {findBaseline, recordedUnder} from '../workspace/find-baseline.ts'
import {parentOf, pathInside} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'

/** What the teams of the workspace folders have recorded. */
export interface Baselines {
  readonly withoutRecorded: (path: string, text: string, report: FileReport) => FileReport
  /** How many findings are recorded of the folders; absent without a baseline. */
  readonly recorded?: number
  /** Why one can't be used, each in a sentence. */
  readonly mistakes: readonly string[]
}

const maxSize = 50_000_000

/** Reads the nearest baseline of each folder. */
export async function readBaselines(files: FileSystem, folders: readonly string[]): Promise<Baselines> {
  const known: {readonly folder: string; readonly home: string; readonly baseline: Baseline}[] = []
  const mistakes: string[] = []
  for (const folder of folders) {
    const path = await findBaseline(files, folder)
    if (path === undefined) continue
    const {bytes} = await files.readFile(path, maxSize)
    const text = bytes && decodeText(bytes)
    const read = typeof text === 'string' ? readBaseline(text) : 'It can’t be read.'
    if (typeof read === 'string') mistakes.push(`${path}: ${read}`)
    else known.push({folder, home: parentOf(path) ?? '/', baseline: read})
  }
  return {
    withoutRecorded(path, text, report) {
      const own = known.find(({folder}) => pathInside(folder, path) !== undefined)
      return own === undefined
        ? report
        : withoutRecorded(report, text, pathInside(own.home, path) ?? path, own.baseline)
    },
    ...(known.length > 0 && {
      recorded: known.reduce((sum, {folder, home, baseline}) => sum + recordedUnder(baseline, home, folder), 0),
    }),
    mistakes,
  }
}
