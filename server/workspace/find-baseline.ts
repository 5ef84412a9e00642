import {type Baseline, baselineName} from './baseline.ts'
import type {FileSystem} from './files.ts'
import {entryOf, parentOf, pathInside} from './path.ts'

/** The path of the nearest baseline from a folder upwards; undefined where there is none. */
export async function findBaseline(files: FileSystem, from: string): Promise<string | undefined> {
  for (let folder: string | undefined = from; folder !== undefined; folder = parentOf(folder)) {
    const path = entryOf(folder, baselineName)
    if ((await files.typeOf(path)) === 'file') return path
  }
  return undefined
}

/** How many findings a baseline that lies in `folder` holds of a file, or of all that lies in a folder. */
export function recordedUnder(baseline: Baseline, folder: string, root: string): number {
  let size = 0
  for (const [name, marks] of baseline) {
    const path = /^(?:\/|[A-Za-z]:)/.test(name) ? name : entryOf(folder, name)
    if (path !== root && pathInside(root, path) === undefined) continue
    for (const count of marks.values()) size += count
  }
  return size
}
