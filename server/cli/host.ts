import type {FileSystem} from '../workspace/files.ts'
import type {Pool} from '../workspace/pool.ts'
import type {Task} from '../workspace/task.ts'
import type {Git} from './changes/git.ts'
import type {CheckerSetup} from './checker.ts'
import type {PoolAnswer} from './thread.ts'

/** The process that a command runs in, as far as the command may know it. */
export interface Host {
  readonly files: FileSystem
  readonly git: Git
  /** Replaces a file's text `before` by `after`, or answers why not. */
  readonly replaceFile: (path: string, before: string, after: string) => string | undefined
  /** Writes a new file and its folders, or answers why not; never in the place of another. */
  readonly createFile: (path: string, text: string) => string | undefined
  /** The absolute path, with forward slashes, of a name as it was typed. */
  readonly absolute: (name: string) => string
  /** A path as seen from the working folder, with forward slashes. */
  readonly shown: (path: string) => string
  /** Prints on the standard output, and waits for it. */
  readonly print: (text: string) => Promise<void>
  /** Says a line on the standard error. */
  readonly note: (line: string) => void
  /** The standard input, or undefined where it is longer than `limit` bytes. */
  readonly readInput: (limit: number) => Promise<Uint8Array | undefined>
  /** Starts threads that check files beside this one. */
  readonly startPool?: (threads: number, setup: CheckerSetup) => Pool<readonly Task[], PoolAnswer>
  /** Watches the folders that are added; `onFailure` hears of one that can't be watched. */
  readonly watchFolders: (onChange: () => void, onFailure: (folder: string) => void) => FolderWatch
  /** Lets what waits have a turn, signals above all. */
  readonly nextTurn?: () => Promise<void>
  readonly cores: number
  /** Tells this build of Poise from any other. */
  readonly build: () => string
  /** Collects more often from now on: a scan then takes half the memory in about the same time, and one file would take longer. */
  readonly saveMemory?: () => void
  readonly step: (done: number, total: number) => void
  readonly colours: boolean
  /** Aborted by an interrupt, or when nobody reads the output any more. */
  readonly signal: AbortSignal
}

/** Folders that are watched. */
export interface FolderWatch {
  /** Watches a folder, or one name in it; called again, it looks whether the folder is still the same one. Never throws. */
  readonly add: (folder: string, name?: string) => void
  readonly close: () => void
}

/** What a run ends with: nothing to change, something, or it could not be done. */
export type ExitCode = 0 | 1 | 2
