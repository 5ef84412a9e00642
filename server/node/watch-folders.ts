import {type FSWatcher, statSync, watch} from 'node:fs'
import {basename} from 'node:path'
import type {FolderWatch} from '../cli/host.ts'

interface Watched {
  readonly watcher: FSWatcher
  /** Another folder of the same name has another one. */
  readonly identity: number
  /** The names that count; undefined for all. */
  names: Set<string> | undefined
}

/** Watches folders one by one, for that sees a file that is replaced by another, as editors do when they save. */
export function watchFolders(onChange: () => void, onFailure: (folder: string) => void): FolderWatch {
  const folders = new Map<string, Watched>()

  function drop(folder: string): void {
    folders.get(folder)?.watcher.close()
    folders.delete(folder)
  }
  function start(folder: string, identity: number, names: Set<string> | undefined): void {
    try {
      const watcher = watch(folder, (event, name) => {
        const wanted = folders.get(folder)?.names
        // A folder that is removed says its own name. One that comes in its place may even have its number, and is watched anew.
        if (event === 'rename' && name === basename(folder)) drop(folder)
        else if (wanted !== undefined && name !== null && !wanted.has(name)) return
        onChange()
      })
      watcher.on('error', () => {
        drop(folder)
        onChange()
      })
      folders.set(folder, {watcher, identity, names})
    } catch {
      onFailure(folder)
    }
  }

  return {
    add(folder, name) {
      const identity = statSync(folder, {throwIfNoEntry: false})?.ino
      const known = folders.get(folder)
      if (known !== undefined && known.identity === identity) {
        if (name === undefined) known.names = undefined
        else known.names?.add(name)
        return
      }
      drop(folder)
      if (identity !== undefined) start(folder, identity, name === undefined ? undefined : new Set([name]))
    },
    close() {
      for (const folder of [...folders.keys()]) drop(folder)
    },
  }
}
