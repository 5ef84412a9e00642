import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs'
import {readdir, realpath, stat} from 'node:fs/promises'
import {sep} from 'node:path'
import type {Entry, EntryType, FileSystem, Read} from '../workspace/files.ts'

/** The disk, as Node sees it. */
export const nodeFileSystem: FileSystem = {readFile, readHead, typeOf, list, realPath}

interface FileKind {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** Reads at once: for files of this size the way through the thread pool and back takes several times as long as the reading. */
async function readFile(path: string, limit: number): Promise<Read> {
  let file: number | undefined
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer for ever. Windows has neither.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(file)
    if (stats.isDirectory()) return {failure: 'folder'}
    if (!stats.isFile()) return {failure: 'special'}
    if (stats.size > limit) return {failure: 'too-large', size: stats.size}
    return readAtMost(file, stats.size, limit)
  } catch (error) {
    return {failure: failureOf(error)}
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

async function readHead(path: string, length: number): Promise<Uint8Array | undefined> {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    if (!fstatSync(file).isFile()) return undefined
    const head = new Uint8Array(length)
    return head.subarray(0, readSync(file, head, 0, length, 0))
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Reads to the end of the file, which may have grown, or shrunk, since its size was asked. */
function readAtMost(file: number, size: number, limit: number): Read {
  let buffer = new Uint8Array(Math.min(size, limit) + 1)
  for (let length = 0; ; ) {
    const bytesRead = readSync(file, buffer, length, buffer.length - length, length)
    if (bytesRead === 0) return {bytes: buffer.subarray(0, length)}
    length += bytesRead
    if (length > limit) return {failure: 'too-large', size: length}
    if (length < buffer.length) continue
    const larger = new Uint8Array(Math.min(length * 2, limit) + 1)
    larger.set(buffer)
    buffer = larger
  }
}

async function typeOf(path: string): Promise<Exclude<EntryType, 'link'> | undefined> {
  try {
    const type = entryType(await stat(path))
    return type === 'link' ? 'other' : type
  } catch {
    return undefined
  }
}

async function list(folder: string): Promise<readonly Entry[] | undefined> {
  try {
    return (await readdir(folder, {withFileTypes: true})).map(entry => ({name: entry.name, type: entryType(entry)}))
  } catch {
    return undefined
  }
}

async function realPath(path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path)
    return sep === '/' ? real : real.replaceAll(sep, '/')
  } catch {
    return undefined
  }
}

function entryType(kind: FileKind): EntryType {
  if (kind.isFile()) return 'file'
  if (kind.isDirectory()) return 'folder'
  return kind.isSymbolicLink() ? 'link' : 'other'
}

function failureOf(error: unknown): 'missing' | 'unreadable' | 'special' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  return code === 'ENXIO' ? 'special' : 'unreadable'
}
