import {baselineName} from '../workspace/baseline.ts'
import {type Recorded, readRecorded} from '../workspace/baseline-file.ts'
import type {FileSystem} from '../workspace/files.ts'
import {entryOf, parentOf} from '../workspace/path.ts'

/** A baseline that was found; `mistake` says why it can't be used. */
export interface BaselineFile {
  readonly path: string
  readonly mistake: string | undefined
}

/** The baselines of a workspace, each read once; make a new one when a file has changed. */
export interface Baselines {
  /** The baseline nearest to a folder, upwards; undefined where there is none that can be used. */
  readonly of: (folder: string) => Promise<Recorded | undefined>
  /** Those read so far. */
  readonly files: () => readonly BaselineFile[]
}

/** Looks for baselines from a folder upwards. */
export function makeBaselines(fileSystem: FileSystem): Baselines {
  const files: BaselineFile[] = []
  const known = new Map<string, Promise<Recorded | undefined>>()

  async function readFile(path: string): Promise<Recorded | undefined> {
    const recorded = await readRecorded(fileSystem, path)
    const isUsable = typeof recorded !== 'string'
    files.push({path, mistake: isUsable ? undefined : recorded})
    return isUsable ? recorded : undefined
  }

  /** One look in each folder, however many files it holds and however deep it lies. */
  async function search(folder: string): Promise<Recorded | undefined> {
    const path = entryOf(folder, baselineName)
    if ((await fileSystem.typeOf(path)) === 'file') return readFile(path)
    const parent = parentOf(folder)
    return parent === undefined ? undefined : of(parent)
  }

  function of(folder: string): Promise<Recorded | undefined> {
    const found = known.get(folder) ?? search(folder)
    known.set(folder, found)
    return found
  }

  return {of, files: () => files}
}
