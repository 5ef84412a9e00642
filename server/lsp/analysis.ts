import type {FileReport} from '../engine/check-file.ts'
import type {OpenFile} from '../formats/files/file.ts'
import type {Text} from './snapshot.ts'

/** What Poise says of one text: a snapshot, so that offsets and positions always belong together. */
export interface Analysis {
  /** The very text that was checked; its `version` is the client's. */
  readonly document: Text
  readonly report: FileReport
  /** Absent for a configuration file, and for a text that is too large to check or not ours. */
  readonly file?: OpenFile
  /** Where the writer is at work: the last edit, or the start. */
  readonly focus: number
  /** How many documents of the file are still to be checked. */
  readonly unchecked: number
  /** Counts texts, see `OpenDocument.revision`; absent for a file read from disk. */
  readonly revision?: number
  /** Counts configurations: a check under another one is out of date. */
  readonly generation: number
}
