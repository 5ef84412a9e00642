import {type Baseline, marksFor, marksOf} from './baseline.ts'
import {fileOf, pathIn} from './baseline-file.ts'
import type {FileSystem} from './files.ts'
import type {Scanned} from './scan.ts'

type Marks = ReadonlyMap<string, number>

export interface TakeOptions {
  readonly files: FileSystem
  /** The folder of the baseline, from which its paths count. */
  readonly folder: string
  /** What was recorded before: it stays for files that are not scanned, as long as they exist. */
  readonly before: Baseline | undefined
  /** Whether to record nothing new, and take out what is gone. */
  readonly prune?: boolean
}

/** The baseline of what a scan finds; `skipped` are files that could not be read, of which what was recorded stays. */
export async function takeBaseline(
  scan: AsyncIterable<Pick<Scanned, 'path' | 'text' | 'report'>>,
  {files, folder, before, prune = false}: TakeOptions,
): Promise<{readonly baseline: Baseline; readonly skipped: number}> {
  const taken = new Map<string, Marks>(before)
  let skipped = 0
  for await (const {path, text, report} of scan) {
    if (text === undefined) {
      skipped++
      continue
    }
    const name = pathIn({folder}, path)
    const now = marksOf(report, text)
    taken.set(name, prune ? stillThere(before ? marksFor(before, name) : new Map(), now) : now)
  }
  for (const name of taken.keys()) {
    if ((await files.typeOf(fileOf({folder}, name))) === undefined) taken.delete(name)
  }
  return {baseline: taken, skipped}
}

function stillThere(before: Marks, now: Marks): Marks {
  const kept = [...before].map(([mark, count]) => [mark, Math.min(count, now.get(mark) ?? 0)] as const)
  return new Map(kept.filter(([, count]) => count > 0))
}

/** How many findings of how many files are recorded. */
export function sizeOf(baseline: Baseline | undefined): {readonly findings: number; readonly files: number} {
  let [findings, files] = [0, 0]
  for (const marks of baseline?.values() ?? []) {
    if (marks.size > 0) files += 1
    for (const count of marks.values()) findings += count
  }
  return {findings, files}
}
