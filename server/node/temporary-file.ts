import {randomBytes} from 'node:crypto'
import {closeSync, fsyncSync, openSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {isRunning, removeQuietly} from './left-behind.ts'

const form = /^\.poise-(\d+)-[0-9a-f]{12}\.tmp$/
/** A file is written in far less, so one of this age was left behind, whatever its process is by now. */
const oldest = 60 * 60 * 1000
const cleared = new Set<string>()

/**
 * Writes a text to a new file in the folder, as far as the disk, and gives its path: it is to take the name of another, or to be removed. The name
 * is hidden, so that nobody reads it as an article. `adjust` is given the handle before it is closed.
 */
export function writeTemporary(folder: string, text: string, mode: number, adjust?: (handle: number) => void): string {
  const path = join(folder, `.poise-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  const handle = openSync(path, 'wx', mode)
  try {
    writeFileSync(handle, text, 'utf8')
    adjust?.(handle)
    fsyncSync(handle)
  } catch (error) {
    removeQuietly(path)
    throw error
  } finally {
    closeSync(handle)
  }
  return path
}

/** Removes what runs of Poise that were killed left in a folder; once for each folder, for a large one takes a while to list. */
export function clearLeftovers(folder: string): void {
  if (cleared.has(folder)) return
  cleared.add(folder)
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = form.exec(name) ?? []
      if (pid !== undefined && isLeftOver(Number(pid), join(folder, name))) removeQuietly(join(folder, name))
    }
  } catch {
    return
  }
}

/** In a container each run may have the same number, so one's own is that of a run before. */
function isLeftOver(pid: number, path: string): boolean {
  return pid === process.pid || !isRunning(pid) || Date.now() - statSync(path).mtimeMs > oldest
}
