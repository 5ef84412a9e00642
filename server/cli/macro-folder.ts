import {isAbsolute, relative, resolve, sep} from 'node:path'
import {type MacroFile, readMacroFile} from '../formats/exports/macro-file.ts'
import {isMacroName} from '../workspace/macro-name.ts'
import {entryOf} from '../workspace/path.ts'
import {readDocument} from '../workspace/read-document.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'

/** A macro file in the folder that macros are imported to. */
export interface FolderMacro {
  readonly path: string
  readonly text: string
  readonly macro: MacroFile
}

/** The macro files of a folder, and what could not be read of it. */
export interface MacroFolder {
  readonly macros: readonly FolderMacro[]
  /** The paths of all files at its top, in lower case. */
  readonly names: ReadonlySet<string>
  readonly mistakes: readonly string[]
}

const largest = 1_000_000

/** Reads every `*.macro.md` of a folder and of those in it; a folder that does not exist has none. */
export async function readMacroFolder(folder: string, host: Host): Promise<MacroFolder> {
  const macros: FolderMacro[] = []
  const names = new Set<string>()
  const mistakes: string[] = []
  const isThere = (await host.files.typeOf(folder)) !== undefined
  const waiting = isThere ? [folder] : []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await host.files.list(next)
    if (entries === undefined) mistakes.push(`${shownIn(next)} can’t be opened. Give yourself permission to read it.`)
    for (const {name, type} of (entries ?? []).toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = entryOf(next, name)
      if (next === folder) names.add(name.toLowerCase())
      if (name.startsWith('.') || name === 'node_modules') continue
      if (type === 'folder') waiting.push(path)
      else if (isMacroName(name)) await read(path, type)
    }
  }
  return {macros: macros.toSorted((one, other) => (one.path < other.path ? -1 : 1)), names, mistakes}

  async function read(path: string, type: string): Promise<void> {
    if (type !== 'file') {
      mistakes.push(`${shownIn(path)} is no regular file. Put the file itself in its place.`)
      return
    }
    const {text, problem} = await readDocument(host.files, path, largest)
    if (problem === undefined) macros.push({path, text, macro: readMacroFile(text)})
    else mistakes.push(`${shownIn(path)}: ${problem.message}`)
  }

  function shownIn(path: string): string {
    return printable(host.shown(path))
  }
}

/** A path as an origin names it: as seen from the folder, with forward slashes. */
export function originPath(folder: string, path: string): string {
  const seen = relative(folder, path)
  return sep === '/' ? seen : seen.replaceAll(sep, '/')
}

/** Whether an origin names this export. */
export function isFrom(folder: string, file: string, path: string): boolean {
  const named = isAbsolute(file) ? file : resolve(folder, file)
  return named === resolve(path)
}
