import {isReadableName} from '../../formats/files/file.ts'
import {nameOf} from '../../workspace/path.ts'
import {decodeText} from '../../workspace/read-document.ts'
import type {Changes} from './changed-files.ts'
import type {Blobs} from './git.ts'
import {linesOf} from './line-regions.ts'

/** The text of a file before the change; undefined where there was none. */
export type OlderText = (path: string, text: string) => Promise<string | undefined>

/** Bytes over which an older version is not read, so that all of the file counts as new. */
const maxSize = 50_000_000
/** Lines shorter than this stand in many files and say nothing of where they come from. */
const tellingLine = 12

/** Finds older versions; that of a file which is not known by its name is the one that is gone and has most of its lines. */
export function makeOlderTexts({files, gone}: Changes, blobs: Blobs): OlderText {
  let vanished: Promise<readonly Vanished[]> | undefined
  return async (path, text) => {
    const id = files.get(path)?.old
    if (id !== undefined) return readText(id, blobs)
    vanished ??= readVanished(gone, blobs)
    return mostAlike(text, await vanished)
  }
}

interface Vanished {
  readonly text: string
  readonly lines: ReadonlySet<string>
}

async function readVanished(gone: Changes['gone'], blobs: Blobs): Promise<readonly Vanished[]> {
  const found: Vanished[] = []
  for (const {path, old} of gone) {
    const text = isReadableName(nameOf(path)) ? await readText(old, blobs) : undefined
    if (text !== undefined) found.push({text, lines: new Set(telling(text))})
  }
  return found
}

/** At least half of the telling lines, by their length, are the same. */
function mostAlike(text: string, vanished: readonly Vanished[]): string | undefined {
  if (vanished.some(each => each.text === text)) return text
  const lines = telling(text)
  const all = lengthOf(lines)
  let best: {readonly text: string; readonly shared: number} | undefined
  for (const each of vanished) {
    const shared = lengthOf(lines.filter(line => each.lines.has(line)))
    if (shared * 2 >= all && shared > (best?.shared ?? 0)) best = {text: each.text, shared}
  }
  return best?.text
}

const telling = (text: string): readonly string[] => linesOf(text).filter(line => line.length >= tellingLine)
const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, {length}) => sum + length, 0)

async function readText(id: string, blobs: Blobs): Promise<string | undefined> {
  const bytes = await blobs.read(id, maxSize)
  const text = typeof bytes === 'object' ? decodeText(bytes) : undefined
  return typeof text === 'string' ? text : undefined
}
