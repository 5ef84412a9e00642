import type {Span} from '../../rules/kit/types.ts'
import {type FileReport, filterFindings, findingsIn} from '../engine/check-file.ts'
import type {Sliceable} from '../engine/fingerprint.ts'
import type {Finding} from '../engine/report.ts'
import type {OpenFile} from '../formats/files/file.ts'
import {recordedIn} from '../workspace/baseline.ts'
import {pathIn, type Recorded} from '../workspace/baseline-file.ts'
import type {Text} from './snapshot.ts'

/** A report in two: what is new, and what the team has recorded. */
export interface View {
  /** All findings where nothing is recorded, or where a person wants to see no difference. Scores are those of the whole text. */
  readonly report: FileReport
  /** What is recorded; its documents are those of `report`. */
  readonly recorded: FileReport | undefined
  /** Whether what is recorded is shown as faint hints; it is hidden otherwise. */
  readonly faint: boolean
}

/** What Poise says of one text: a snapshot, so that offsets and positions always belong together. */
export interface Analysis extends View {
  /** The very text that was checked; its `version` is the client's. */
  readonly document: Text
  /** Absent for a configuration file, and for a text that is too large to check or not ours. */
  readonly file?: OpenFile
  /** Where the writer is at work: the last edit, or the start. */
  readonly focus: number
  /** How many documents of the file are still to be checked. */
  readonly unchecked: number
  /** The size in bytes that is the limit, where the text is over it and so was not checked. */
  readonly largerThan?: number
  /** Counts texts, see `OpenDocument.revision`; absent for a file read from disk. */
  readonly revision?: number
  /** Counts configurations: a check under another one is out of date. */
  readonly generation: number
}

/** What a file is compared with: the baseline nearest to it, and how a person wants to see what that holds. */
export interface Comparison {
  readonly path: string
  readonly recorded: Recorded
  readonly mode: 'hint' | 'hide'
}

/** A file's own analysis with its report as a person sees it; parted when it is first asked for, since a large file is reported again and again. */
export function analysisOf(
  base: Omit<Analysis, keyof View>,
  whole: FileReport,
  comparison?: Comparison | undefined,
): Analysis {
  if (comparison === undefined) return {...base, report: whole, recorded: undefined, faint: false}
  let parts: Pick<View, 'report' | 'recorded'> | undefined
  const parted = () => {
    parts ??= part(whole, base.document.source ?? base.document.getText(), comparison)
    return parts
  }
  return {
    ...base,
    get report() {
      return parted().report
    },
    get recorded() {
      return parted().recorded
    },
    faint: comparison.mode === 'hint',
  }
}

/** A report without what is recorded, and that apart. */
export function part(
  whole: FileReport,
  text: Sliceable,
  {path, recorded: {baseline, folder}}: Comparison,
): Pick<View, 'report' | 'recorded'> {
  const known = recordedIn(whole, text, pathIn({folder}, path), baseline)
  if (known.size === 0) return {report: whole, recorded: undefined}
  return {
    report: filterFindings(whole, finding => !known.has(finding)),
    recorded: filterFindings(whole, finding => known.has(finding)),
  }
}

/** The findings that touch a span, of those that are shown. */
export function shownIn({report, recorded, faint}: View, span: Span<'source'>): readonly Finding[] {
  const fresh = findingsIn(report, span)
  return faint && recorded !== undefined ? [...fresh, ...findingsIn(recorded, span)] : fresh
}

/** How many findings are recorded, shown or not. */
export function recordedCount({recorded}: View): number {
  return (recorded?.documents ?? []).reduce((sum, {report}) => sum + report.findings.length, 0)
}
