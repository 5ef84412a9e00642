import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Report} from '../engine/report.ts'
import type {Reading} from '../formats/format.ts'

/** What Poise says of one text: a snapshot, so that offsets and positions always belong together. */
export interface Analysis {
  /** The very text that was checked; its `version` is the client's. */
  readonly document: TextDocument
  readonly report: Report
  /** Absent for a configuration file, and for a text that is too large to check. */
  readonly reading?: Reading
  /** Counts texts, see `OpenDocument.revision`; absent for a file read from disk. */
  readonly revision?: number
  /** Counts configurations: a check under another one is out of date. */
  readonly generation: number
}
