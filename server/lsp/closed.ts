import {TextDocument} from 'vscode-languageserver-textdocument'
import type {FileReport} from '../engine/check-file.ts'
import type {Problem} from '../formats/format.ts'
import {readBaseline} from '../workspace/baseline.ts'
import {emptyReport, type Scanned} from '../workspace/scan.ts'
import {type Analysis, analysisOf, type Comparison} from './analysis.ts'
import type {Host} from './host.ts'

/** The report of a text that holds nothing for a customer. */
export const nothing: FileReport = {kind: 'article', documents: [], findings: [], problems: [], ownProblems: []}

/** What is said of a file on the disk. */
export function closedAnalysis(
  {uriOf}: Pick<Host, 'uriOf'>,
  {
    path,
    text,
    report,
    generation,
  }: Pick<Scanned, 'path' | 'report'> & {readonly text: string; readonly generation: number},
  comparison?: Comparison | undefined,
): Analysis {
  const document = TextDocument.create(uriOf(path), '', 0, text)
  return analysisOf({document, generation, focus: 0, unchecked: 0}, report, comparison)
}

/** Why a baseline can't be used as a report, to be shown in the same way. */
export function baselineReport(text: string): FileReport {
  const read = readBaseline(text)
  return typeof read === 'string' ? mistakeReport(read) : nothing
}

/** One mistake of a baseline as a report. */
export function mistakeReport(message: string): FileReport {
  return emptyReport('article', {code: 'baseline', message, span: {start: 0, end: 0}})
}

/** The mistakes of a file of the configuration as a report, to be shown in the same way. */
export function problemsReport(problems: readonly Problem[]): FileReport {
  return {...nothing, problems, ownProblems: problems}
}
