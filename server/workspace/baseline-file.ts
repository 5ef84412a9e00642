import {type Baseline, baselineName, readBaseline} from './baseline.ts'
import type {FileSystem} from './files.ts'
import {entryOf, parentOf, pathInside} from './path.ts'
import {decodeText} from './read-document.ts'

/** The baseline that files go by; its paths count from the folder. Plain data, for other threads too. */
export interface Recorded {
  readonly path: string
  readonly folder: string
  readonly baseline: Baseline
}

const maxSize = 50_000_000

/** The path of the nearest baseline, from a folder upwards. */
export async function nearestBaseline(files: FileSystem, start: string): Promise<string | undefined> {
  for (let folder: string | undefined = start; folder !== undefined; folder = parentOf(folder)) {
    const path = entryOf(folder, baselineName)
    if ((await files.typeOf(path)) === 'file') return path
  }
  return undefined
}

/** The baseline in a file; or, in a sentence, why it can't be used and what to do. */
export async function readRecorded(files: FileSystem, path: string): Promise<Recorded | string> {
  const {bytes, failure} = await files.readFile(path, maxSize)
  if (failure === 'missing') return 'There is no such file. Record one with poise baseline.'
  if (failure === 'too-large') return 'It is larger than 50 MB. Delete it, and record it again with poise baseline.'
  if (failure !== undefined) return 'It can’t be read. Give yourself permission to read it.'
  const text = decodeText(bytes)
  const baseline = typeof text === 'string' ? readBaseline(text) : text.message
  return typeof baseline === 'string' ? baseline : {path, folder: parentOf(path) ?? '/', baseline}
}

/** How a baseline knows a file. */
export function pathIn({folder}: Pick<Recorded, 'folder'>, path: string): string {
  return pathInside(folder, path) ?? path
}

/** The path of a file that a baseline knows by this name. */
export function fileOf({folder}: Pick<Recorded, 'folder'>, name: string): string {
  return /^(?:\/|[A-Za-z]:)/.test(name) ? name : entryOf(folder, name)
}

/** How many findings are recorded of a file, or of all that lies in a folder. */
export function recordedUnder({folder, baseline}: Recorded, root: string): number {
  let size = 0
  for (const [name, marks] of baseline) {
    const path = fileOf({folder}, name)
    if (path !== root && pathInside(root, path) === undefined) continue
    for (const count of marks.values()) size += count
  }
  return size
}
