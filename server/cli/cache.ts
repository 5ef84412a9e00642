import type {Found} from '../workspace/find-documents.ts'
import {entryOf} from '../workspace/path.ts'
import {readFound} from '../workspace/scan.ts'
import {head, readEntries, writeEntries} from './cache-text.ts'
import type {CheckerSetup} from './checker.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'
import type {Checked} from './outcome.ts'
import {keyMaker} from './outcome-key.ts'

/** Remembers from run to run what was found in each file. */
export interface Cache {
  /** What was found in a file whose text and configuration are as they were. */
  readonly recall: (found: Found) => Promise<Checked | undefined>
  readonly remember: (checked: Checked) => void
  /** Writes what changed. Files under the `complete` paths that were not asked for are gone, and forgotten. */
  readonly save: (complete: readonly string[]) => void
}

const maxSize = 200_000_000

/** Opens the cache at `place`, or the usual one; a file that is no cache, or a damaged one, counts as an empty one, with a note. */
export async function openCache(place: string | true, build: string, setup: CheckerSetup, host: Host): Promise<Cache> {
  const path = place === true ? await usualPlace(host) : host.absolute(place)
  const before = await readText(path, host)
  const known = readEntries(before ?? '')
  const isForeign = before === undefined || !(before === '' || before.startsWith(head))
  if (isForeign) host.note(`${printable(host.shown(path))} is not a cache of Poise, so it was left as it is. Name another file.`)
  else if (known === undefined) host.note(`${printable(host.shown(path))} is damaged, so every file was checked anew.`)

  const entries = new Map(known)
  const asked = new Set<string>()
  const keyOf = keyMaker(setup, build, host)
  let changed = known === undefined

  return {
    async recall(found) {
      const name = host.shown(found.path)
      asked.add(name)
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const read = await readFound(found, host.files)
      if (read?.text === undefined || keyOf(found, read.text) !== entry.key) return undefined
      return {path: found.path, ...entry}
    },
    remember({path, key, outcome}) {
      const name = host.shown(path)
      if (key === undefined || outcome === undefined || entries.get(name)?.key === key) return
      entries.set(name, {key, outcome})
      changed = true
    },
    save(complete) {
      for (const name of [...entries.keys()])
        if (!asked.has(name) && complete.some(folder => isInside(name, folder)))
          changed = entries.delete(name) || changed
      if (isForeign || !changed) return
      // A new file is made empty and then replaced, so that it is never seen half written.
      const failed =
        (before === '' && host.createFile(path, '')) || host.replaceFile(path, before, writeEntries(entries))
      if (failed) host.note(`The cache was not kept: ${failed}`)
    },
  }
}

async function usualPlace(host: Host): Promise<string> {
  const modules = host.absolute('node_modules')
  return (await host.files.typeOf(modules)) === 'folder'
    ? entryOf(modules, '.cache/poise/check.json')
    : host.absolute('.poise-cache')
}
