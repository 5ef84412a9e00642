import type {FileSystem} from '../workspace/files.ts'

/** What the server needs of the place it runs in. */
export interface Host {
  readonly version: string
  readonly files: FileSystem
  /** Replaces a file's text, or makes a new file where `before` is undefined; answers why not. Absent where the server may not write. */
  readonly write?: (path: string, before: string | undefined, after: string) => Promise<string | undefined>
  /** The path of a file, absolute and with forward slashes; undefined for what is not on the disk. */
  readonly pathOf: (uri: string) => string | undefined
  /** The address of a path, as clients write it. */
  readonly uriOf: (path: string) => string
}
