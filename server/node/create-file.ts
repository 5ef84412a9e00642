import {closeSync, mkdirSync, openSync, unlinkSync, writeFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'

/**
 * Writes a new file, and the folders that lead to it. What has the name already is never replaced. Answers why it did not, with the remedy, in
 * which case there is no new file.
 */
export function createFile(path: string, text: string): string | undefined {
  let handle: number | undefined
  try {
    mkdirSync(dirname(path), {recursive: true})
    handle = openSync(path, 'wx')
    writeFileSync(handle, text, 'utf8')
    return undefined
  } catch (error) {
    if (handle !== undefined) removeQuietly(path)
    const reason = error instanceof Error ? error.message : String(error)
    return `${basename(path)} could not be written (${reason}).`
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    return
  }
}
