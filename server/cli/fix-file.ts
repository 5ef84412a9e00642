import type {FileReport} from '../engine/check-file.ts'
import {fixAll, safeEdits} from '../engine/fix.ts'
import type {Memory} from '../engine/memory.ts'
import {checkText, type Scanned} from '../workspace/scan.ts'
import type {CheckOptions} from './arguments.ts'
import {unifiedDiff} from './diff.ts'
import type {Host} from './host.ts'
import type {Visible} from './recorded.ts'
import {type DocumentResult, resultsOf} from './result.ts'

/** The results of a file's documents, after its fixes where they were asked for. */
export interface FixedFile {
  readonly results: readonly DocumentResult[]
  /** How many suggestions are in the file now that were not before. */
  readonly applied: number
  /** What would change, in a dry run. */
  readonly diff: string
  readonly notWritten: boolean
}

/** Applies the safe suggestions to a file, or shows the difference in a dry run. */
export function fixFile(
  scanned: Scanned,
  {fix}: Pick<CheckOptions, 'fix'>,
  visible: Visible,
  host: Pick<Host, 'shown' | 'replaceFile'>,
  memory: Memory,
): FixedFile {
  const {text} = scanned
  const report = visible(scanned.report, text)
  const path = host.shown(scanned.path)
  const asIs: FixedFile = {results: resultsOf(path, text, report), applied: 0, diff: '', notWritten: false}
  if (text === undefined || fix === undefined || safeEdits(report.findings).length === 0) return asIs

  const after = fixAll(text, changed => visible(checkText(changed, scanned, memory) ?? nothing, changed))
  if (after.text === text) return asIs
  if (fix === 'dry-run') return {...asIs, diff: unifiedDiff(path, text, after.text)}
  const message = host.replaceFile(scanned.path, text, after.text)
  if (message === undefined)
    return {...asIs, results: resultsOf(path, after.text, after.report), applied: after.applied}
  const problem = {code: 'not-written', message, span: {start: 0, end: 0}}
  const unwritten = {...report, ownProblems: [problem, ...report.ownProblems]}
  return {...asIs, results: resultsOf(path, text, unwritten), notWritten: true}
}

/** What is said of a text that holds nothing for a customer any more. */
const nothing: FileReport = {kind: 'macro', documents: [], findings: [], problems: [], ownProblems: []}
