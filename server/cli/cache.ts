import type {Found} from '../workspace/find-documents.ts'
import {entryOf} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import {readFound} from '../workspace/scan.ts'
import {isCacheText, readEntries, writeEntries} from './cache-text.ts'
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

/** Opens the cache at `place`, or the usual one; what is no cache, or a damaged one, counts as an empty one, with a note. */
export async function openCache(place: string | true, build: string, setup: CheckerSetup, host: Host): Promise<Cache> {
  const path = place === true ? await usualPlace(host) : host.absolute(place)
  const {bytes, failure} = await host.files.readFile(path, maxSize)
  const before = bytes && decodeText(bytes)
  const isNew = failure === 'missing'
  const isOurs = isNew || (typeof before === 'string' && isCacheText(before))
  const known = typeof before === 'string' && isOurs ? readEntries(before) : undefined
  const name = printable(host.shown(path))
  if (!isOurs) host.note(`${name} is not a cache of Poise, so it was left as it is. Name another file after --cache=.`)
  else if (!isNew && known === undefined) host.note(`The cache ${name} is damaged, so every file was checked anew.`)

  const entries = new Map(known)
  const asked = new Set<string>()
  const keyOf = keyMaker(setup, build, host)
  let changed = false

  return {
    async recall(found) {
      const file = host.shown(found.path)
      asked.add(file)
      const entry = entries.get(file)
      const read = entry && (await readFound(found, host.files))
      if (read?.text === undefined || keyOf(found, read.text) !== entry?.key) return undefined
      return {path: found.path, ...entry}
    },
    remember({path: file, key, outcome}) {
      if (key === undefined || outcome === undefined) return
      entries.set(host.shown(file), {key, outcome})
      changed = true
    },
    save(complete) {
      const gone = [...entries.keys()].filter(file => !asked.has(file) && complete.some(root => isUnder(root, file)))
      for (const file of gone) entries.delete(file)
      if (!isOurs || (!changed && gone.length === 0)) return
      const old = typeof before === 'string' ? before : ''
      const text = writeEntries(entries)
      const notKept = isNew ? host.createFile(path, text) : host.replaceFile(path, old, text)
      if (notKept !== undefined) host.note(`The cache was not kept: ${printable(notKept)}`)
    },
  }
}

async function usualPlace(host: Host): Promise<string> {
  const modules = host.absolute('node_modules')
  const isThere = (await host.files.typeOf(modules)) === 'folder'
  return isThere ? entryOf(modules, '.cache/poise/check.json') : host.absolute('.poise-cache')
}

function isUnder(root: string, file: string): boolean {
  return file === root || (root === '.' ? !file.startsWith('../') : file.startsWith(`${root}/`))
}
