import type {FileSystem} from '../workspace/files.ts'
import type {Pool} from '../workspace/pool.ts'
import type {Task} from '../workspace/task.ts'
import type {SentScan} from './scan-thread.ts'

/** What the server needs of the place it runs in. */
export interface Host {
  readonly version: string
  readonly files: FileSystem
  /** Replaces a file's text, or makes a new file where `before` is undefined; answers why not. Absent where the server may not write. */
  readonly write?: (path: string, before: string | undefined, after: string) => Promise<string | undefined>
  /** Starts threads beside this one that check files; absent where there can be none. */
  readonly startPool?: (threads: number) => Pool<readonly Task[], readonly SentScan[]>
  /** How many threads the machine can run at a time. */
  readonly cores?: number
  /** Opens the journal of this server, given the process that its client says it is. Absent where nothing outlives a server. */
  readonly openJournal?: (client: unknown) => Journal | undefined
  /** The path of a file, absolute and with forward slashes; undefined for what is not on the disk. */
  readonly pathOf: (uri: string) => string | undefined
  /** The address of a path, as clients write it. */
  readonly uriOf: (path: string) => string
}

/** What outlives a server that dies: at which document it was at work. */
export interface Journal {
  /** How many servers of the same client have died at a document. */
  readonly deathsAt: (path: string) => number
  /** Notes at which document this server is at work; undefined for none. */
  readonly note: (path: string | undefined) => void
  /** Forgets the deaths at a document, or at all of them. */
  readonly forget: (path?: string) => void
}
