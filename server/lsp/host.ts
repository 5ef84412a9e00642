import type {FileSystem} from '../workspace/files.ts'

/** What the server needs of the place it runs in. */
export interface Host {
  readonly version: string
  readonly files: FileSystem
  /** The path of a file, absolute and with forward slashes; undefined for what is not on the disk. */
  readonly pathOf: (uri: string) => string | undefined
  /** The address of a path, as clients write it. */
  readonly uriOf: (path: string) => string
}
