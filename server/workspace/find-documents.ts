import type {DocumentKind} from '../../rules/kit/types.ts'
import {isReadableName} from '../formats/files/file.ts'
import {type Breathe, makeBreath} from './breath.ts'
import {type Config, type Configs, kindOf} from './config.ts'
import {configFor} from './file-config.ts'
import type {Entry, FileSystem} from './files.ts'
import {type GitIgnore, ignoresOf, isIgnoredByGit, readIgnores} from './git-ignore.ts'
import type {PathTest} from './globs.ts'
import {entryOf, nameOf, parentOf} from './path.ts'

/** A document that was found, not yet read. */
export interface Found {
  readonly path: string
  readonly kind: DocumentKind
  readonly config: Config
}

/** Something that could hold text and was left out: a link, a pipe, socket or device, or a folder that can't be read. */
export interface LeftOut {
  readonly path: string
  readonly reason: 'link' | 'special' | 'unreadable'
}

export interface FindOptions {
  readonly signal?: AbortSignal
  readonly onLeftOut?: (leftOut: LeftOut) => void
  /** What is left out besides, a folder with all that is in it. */
  readonly isExcluded?: PathTest
  /** Lets others have a turn; by default every 10 ms. */
  readonly breathe?: Breathe
}

const breathEvery = 10

interface Frame {
  readonly folder: string
  readonly entries: readonly Entry[]
  readonly config: Config
  readonly ignores: readonly GitIgnore[]
  next: number
}

/**
 * The documents under a folder, one by one, in the order of their names. Leaves out what git or the configuration ignores,
 * `node_modules` and hidden names. Links are not followed: what they lead to is found under its own name, or lies outside.
 */
export async function* findDocuments(
  files: FileSystem,
  configs: Configs,
  root: string,
  options: FindOptions = {},
): AsyncGenerator<Found> {
  const {signal, onLeftOut, isExcluded, breathe = makeBreath(breathEvery)} = options
  const open = async (folder: string, above: readonly GitIgnore[]): Promise<Frame | undefined> => {
    const entries = await files.list(folder)
    if (entries === undefined) {
      onLeftOut?.({path: folder, reason: 'unreadable'})
      return undefined
    }
    const config = await configs.of(folder)
    const ignores = entries.some(entry => entry.name === '.gitignore') ? await readIgnores(files, folder, above) : above
    return {folder, entries: entries.toSorted(byName), config, ignores, next: 0}
  }

  const first = await open(root, await ignoresAbove(files, root))
  const stack = first === undefined ? [] : [first]
  // The path down is kept here rather than in nested generators, whose every step would cost the depth of the folder.
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (signal?.aborted) return
    const breath = breathe()
    if (breath !== undefined) await breath
    const entry = frame.entries[frame.next++]
    if (entry === undefined) {
      stack.pop()
      continue
    }
    if (!canBeOurs(entry)) continue
    const path = entryOf(frame.folder, entry.name)
    if (isIgnoredByGit(frame.ignores, path, entry.type === 'folder') || frame.config.isIgnored?.(path)) continue
    if (isExcluded?.(path)) continue
    if (entry.type === 'folder') {
      const inner = await open(path, frame.ignores)
      if (inner !== undefined) stack.push(inner)
    } else if (entry.type === 'file') {
      const kind = kindOf(frame.config, path)
      if (kind !== undefined) yield {path, kind, config: configFor(frame.config, path)}
    } else {
      onLeftOut?.({path, reason: entry.type === 'link' ? 'link' : 'special'})
    }
  }
}

/** A single file as a document, or undefined where its name or the configuration says that it is not ours. */
export async function findDocument(configs: Configs, path: string): Promise<Found | undefined> {
  const config = await configs.of(parentOf(path) ?? '/')
  const kind = kindOf(config, path)
  return kind === undefined ? undefined : {path, kind, config: configFor(config, path)}
}

/** The ignore files of the folders above, up to the top of the git repository; none where they leave out the folder itself. */
async function ignoresAbove(files: FileSystem, root: string): Promise<readonly GitIgnore[]> {
  const above = await ignoresOf(files, root)
  return isIgnoredByGit(above, root, true) ? [] : above
}

function canBeOurs({name, type}: Entry): boolean {
  if (name.startsWith('.') || name === 'node_modules') return false
  // A link may be to a folder, and then its name says nothing.
  return type === 'folder' || isReadableName(name) || (type === 'link' && !nameOf(name).includes('.'))
}

function byName(a: Entry, b: Entry): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
