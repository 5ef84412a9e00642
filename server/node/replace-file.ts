import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs'
import {basename, dirname} from 'node:path'
import {removeQuietly} from './left-behind.ts'
import {clearLeftovers, writeTemporary} from './temporary-file.ts'

/**
 * Replaces a file's text `before` by `after`: a new file is written beside it and takes its name, so that a stop at any moment
 * leaves the old or the new one whole. Keeps mode and owner; of a link, the target is replaced. Where both texts are the same, what a killed
 * run left is all that goes. Answers why it did not, with the remedy, in which case nothing has changed. Synchronous, so that no signal handler runs half-way.
 */
export function replaceFile(path: string, before: string, after: string): string | undefined {
  let temporary: string | undefined
  try {
    const target = realpathSync(path)
    clearLeftovers(dirname(target))
    if (after === before) return undefined
    const stats = statSync(target)
    const reason = reasonNotTo(target, stats)
    if (reason !== undefined) return reason
    temporary = writeTemporary(dirname(target), after, 0o600, handle => matchOwnerAndMode(handle, stats))
    if (!readFileSync(target).equals(Buffer.from(before, 'utf8')))
      return 'The file changed while Poise was at work, so it was left as it is. Run Poise again.'
    renameSync(temporary, target)
    temporary = undefined
    syncFolder(dirname(target))
    return undefined
  } catch (error) {
    return `${basename(path)} could not be written (${error instanceof Error ? error.message : String(error)}). It is as it was.`
  } finally {
    if (temporary !== undefined) removeQuietly(temporary)
  }
}

function reasonNotTo(path: string, stats: Stats): string | undefined {
  if (!stats.isFile()) return 'This is not a regular file, so it was left as it is.'
  if ((stats.mode & 0o222) === 0 || !isWritable(path))
    return 'The file is read-only, so it was left as it is. Give yourself permission to write it.'
  if (stats.nlink > 1)
    return 'The file has a second name (a hard link), and replacing it would part the two. Copy it to a file of its own first.'
  return undefined
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function matchOwnerAndMode(handle: number, like: Stats): void {
  matchOwner(handle, like)
  if (process.platform !== 'win32') fchmodSync(handle, like.mode & 0o7777)
}

/** Only root may give files away, and elsewhere the new file belongs to whoever runs Poise. */
function matchOwner(handle: number, like: Stats): void {
  const now = fstatSync(handle)
  if (now.uid === like.uid && now.gid === like.gid) return
  try {
    fchownSync(handle, like.uid, like.gid)
  } catch {
    return
  }
}

/** The rename itself reaches the disk with the folder; not every system can be asked for that. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    return
  }
}
