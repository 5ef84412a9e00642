import type {Entry, FileSystem, Read} from '../../workspace/files.ts'
import {entryOf, nameOf, parentOf} from '../../workspace/path.ts'
import type {Changes} from './changed-files.ts'
import type {Blobs} from './git.ts'

/**
 * The disk as a check of changes sees it: folders hold what has changed and nothing else, and where a file is staged, its staged version is
 * its text. Other files, such as a configuration that has not changed, are there for whoever reads them by name.
 */
export function changedView(
  {files}: Pick<Changes, 'files'>,
  isStaged: boolean,
  disk: FileSystem,
  blobs: Blobs,
): FileSystem {
  const names = namesByFolder([...files.keys()])

  async function readStaged(id: string, limit: number): Promise<Read> {
    const bytes = await blobs.read(id, limit)
    if (bytes === undefined) return {failure: 'unreadable'}
    return typeof bytes === 'number' ? {failure: 'too-large', size: bytes} : {bytes}
  }
  const stagedOf = (path: string): string | undefined => (isStaged ? files.get(path)?.staged : undefined)
  const typeOf: FileSystem['typeOf'] = async path => {
    if (isStaged && names.has(path)) return 'folder'
    return stagedOf(path) === undefined ? disk.typeOf(path) : 'file'
  }

  return {
    ...disk,
    typeOf,
    async readFile(path, limit) {
      const id = stagedOf(path)
      return id === undefined ? disk.readFile(path, limit) : readStaged(id, limit)
    },
    async readHead(path, length) {
      const id = stagedOf(path)
      if (id === undefined) return disk.readHead(path, length)
      const {bytes} = await readStaged(id, Number.MAX_SAFE_INTEGER)
      return bytes?.subarray(0, length)
    },
    async list(folder) {
      const changed = names.get(folder) ?? new Set()
      if (!isStaged) {
        const all = await disk.list(folder)
        return all?.filter(({name}) => changed.has(name) || name === '.gitignore')
      }
      const entries = [...changed].map((name): Entry => {
        const file = files.get(entryOf(folder, name))
        return {name, type: file === undefined ? 'folder' : file.isLink ? 'link' : 'file'}
      })
      const ignores = entryOf(folder, '.gitignore')
      const hasIgnores = !changed.has('.gitignore') && (await typeOf(ignores)) === 'file'
      return hasIgnores ? [...entries, {name: '.gitignore', type: 'file'}] : entries
    },
  }
}

/** What each folder holds of the files and of the folders that lead to them. */
function namesByFolder(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const path of paths) {
    let at = path
    for (let folder = parentOf(at); folder !== undefined; folder = parentOf(at)) {
      const known = names.get(folder)
      if (known?.has(nameOf(at))) break
      if (known === undefined) names.set(folder, new Set([nameOf(at)]))
      else known.add(nameOf(at))
      at = folder
    }
  }
  return names
}
