import {constants, copyFileSync, linkSync, mkdirSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {removeQuietly} from './left-behind.ts'
import {clearLeftovers, writeTemporary} from './temporary-file.ts'

/**
 * Writes a new file, and the folders that lead to it. It is written under another name and takes its own when it is whole, so that a stop at any moment
 * leaves the whole file or none. What has the name already is never replaced. Answers why it did not, with the remedy, in which case there is no new file.
 */
export function createFile(path: string, text: string): string | undefined {
  let temporary: string | undefined
  try {
    mkdirSync(dirname(path), {recursive: true})
    clearLeftovers(dirname(path))
    temporary = writeTemporary(dirname(path), text, 0o666)
    takeName(temporary, path)
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `${basename(path)} could not be written (${reason}).`
  } finally {
    if (temporary !== undefined) removeQuietly(temporary)
  }
}

/** Gives the file a second name; unlike a rename, this fails where somebody has taken the name meanwhile. */
function takeName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    // Some disks, such as memory sticks, know one name for each file.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error
    copyFileSync(temporary, path, constants.COPYFILE_EXCL)
  }
}
