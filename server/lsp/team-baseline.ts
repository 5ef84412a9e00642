import type {FileReport} from '../engine/check-file.ts'
import {withoutRecorded} from '../workspace/baseline.ts'
import {pathIn, type Recorded, recordedUnder} from '../workspace/baseline-file.ts'
import {pathInside} from '../workspace/path.ts'
import type {Baselines} from './baselines.ts'

/** What the teams of the workspace folders have recorded, whatever a person has set to see of it. */
export interface TeamBaselines {
  readonly withoutRecorded: (path: string, text: string, report: FileReport) => FileReport
  /** How many findings are recorded of the folders; absent without a baseline. */
  readonly recorded?: number
  /** Why one can't be used, each in a sentence. */
  readonly mistakes: readonly string[]
}

/** The nearest baseline of each folder. */
export async function teamBaselines(baselines: Baselines, folders: readonly string[]): Promise<TeamBaselines> {
  const known: {readonly folder: string; readonly own: Recorded}[] = []
  for (const folder of folders) {
    const own = await baselines.of(folder)
    if (own !== undefined) known.push({folder, own})
  }
  return {
    withoutRecorded(path, text, report) {
      const own = known.find(({folder}) => pathInside(folder, path) !== undefined)?.own
      return own === undefined ? report : withoutRecorded(report, text, pathIn(own, path), own.baseline)
    },
    ...(known.length > 0 && {
      recorded: known.reduce((sum, {folder, own}) => sum + recordedUnder(own, folder), 0),
    }),
    mistakes: baselines.files().flatMap(({path, mistake}) => (mistake === undefined ? [] : [`${path}: ${mistake}`])),
  }
}
