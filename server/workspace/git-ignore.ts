import ignore, {type Ignore} from 'ignore'
import type {FileSystem} from './files.ts'
import {isCostly} from './globs.ts'
import {entryOf, parentOf, pathInside} from './path.ts'

/** The .gitignore of one folder. */
export interface GitIgnore {
  readonly folder: string
  readonly rules: Ignore
}

const maxSize = 1_000_000
const maxPath = 1000

/** Adds the .gitignore of `folder`, where it has one, to those of the folders above: the nearest first. */
export async function readIgnores(
  files: FileSystem,
  folder: string,
  above: readonly GitIgnore[],
): Promise<readonly GitIgnore[]> {
  const {bytes} = await files.readFile(entryOf(folder, '.gitignore'), maxSize)
  if (bytes === undefined) return above
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/)
  // A line that would take long to match leaves out nothing: the worst that follows is a file too many in the scan.
  const rules = ignore({ignorecase: false}).add(lines.filter(line => line.length <= 500 && !isCostly(line)))
  return [{folder, rules}, ...above]
}

/** The .gitignore files that hold for `folder` from the folders above it, up to the one that holds `.git`; none without it. */
export async function ignoresOf(files: FileSystem, folder: string): Promise<readonly GitIgnore[]> {
  const chain: string[] = []
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if (at !== folder) chain.unshift(at)
    if ((await files.typeOf(entryOf(at, '.git'))) === undefined) continue
    let ignores: readonly GitIgnore[] = []
    for (const one of chain) ignores = await readIgnores(files, one, ignores)
    return ignores
  }
  return []
}

/** Whether git leaves out a path; as in git, the nearest .gitignore that speaks of it decides. */
export function isIgnoredByGit(ignores: readonly GitIgnore[], path: string, isFolder: boolean): boolean {
  for (const {folder, rules} of ignores) {
    const inside = pathInside(folder, path)
    if (inside === undefined || inside.length > maxPath) continue
    const {ignored, unignored} = rules.test(isFolder ? `${inside}/` : inside)
    if (ignored || unignored) return ignored
  }
  return false
}
