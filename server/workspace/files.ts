/** What a name stands for, without following a link. */
export type EntryType = 'file' | 'folder' | 'link' | 'other'

/** A name in a folder. */
export interface Entry {
  readonly name: string
  readonly type: EntryType
}

/** Why a file was not read; `special` is a pipe, socket or device, which could block for ever. */
export type ReadFailure = 'missing' | 'unreadable' | 'folder' | 'special' | 'too-large'

/** A file's bytes, or why there are none; `size` is set where the file is too large. */
export type Read =
  | {readonly bytes: Uint8Array; readonly failure?: never}
  | {readonly failure: ReadFailure; readonly size?: number; readonly bytes?: never}

/**
 * All that Poise needs of a disk, so that hosts differ only in this. Paths are absolute, with forward slashes. Nothing here
 * rejects, and every call gives the event loop a turn.
 */
export interface FileSystem {
  /** Reads a whole file of at most `limit` bytes, without opening what is not a regular file; links are followed. */
  readFile(path: string, limit: number): Promise<Read>
  /** The first `length` bytes of a regular file, or undefined where it can't be read. */
  readHead(path: string, length: number): Promise<Uint8Array | undefined>
  /** What a path stands for, links followed; undefined where there is nothing. */
  typeOf(path: string): Promise<Exclude<EntryType, 'link'> | undefined>
  /** The names in a folder, in any order, or undefined where it can't be read. */
  list(folder: string): Promise<readonly Entry[] | undefined>
  /** The path with all links in it followed, or undefined where there is nothing; absent where a disk has no links. */
  realPath?(path: string): Promise<string | undefined>
}
