import type {FileSystem} from '../../workspace/files.ts'
import {printable} from '../colours.ts'
import type {Host} from '../host.ts'
import {type Compare, findChanges} from './changed-files.ts'
import {changedView} from './changed-view.ts'
import {makeOlderTexts, type OlderText} from './older-texts.ts'

/** What a check of changes goes by. */
export interface ChangedCheck {
  /** The disk with what has changed and nothing else. */
  readonly files: FileSystem
  /** The same with all that folders hold, for configurations: a style that has not changed counts too. */
  readonly configFiles: FileSystem
  readonly older: OlderText
  readonly isChanged: (path: string) => boolean
  /** How many changed files have no name or no version that could be read. */
  readonly leftOut: number
  /** Whether a file that was to be checked could not be. */
  readonly failed: boolean
  readonly close: () => void
}

/** Finds out what has changed; undefined, with a note, where that can't be known. */
export async function openChanges(compare: Compare, host: Host): Promise<ChangedCheck | undefined> {
  const changes = await findChanges(compare, host)
  if (typeof changes === 'string') {
    host.note(changes)
    return undefined
  }
  const {top, files, conflicts, unnameable} = changes
  for (const path of conflicts)
    host.note(
      `${printable(host.shown(path))} is in a merge conflict. Resolve it, stage it with git add, and check again.`,
    )
  for (const name of unnameable)
    host.note(`The name “${printable(name)}” is not UTF-8, so the file was left out. Rename it, and Poise reads it.`)
  const blobs = host.git.blobs(top)
  const view = changedView(changes, compare.what === 'staged', host.files, blobs)
  return {
    files: view,
    configFiles: {...view, list: host.files.list},
    older: makeOlderTexts(changes, blobs),
    isChanged: path => files.has(path),
    leftOut: conflicts.length + unnameable.length,
    failed: conflicts.length > 0,
    close: blobs.close,
  }
}
