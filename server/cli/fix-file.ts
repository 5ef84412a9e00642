import {fixAll, safeEdits} from '../engine/fix.ts'
import type {Memory} from '../engine/memory.ts'
import type {Report} from '../engine/report.ts'
import {checkText, type Scanned} from '../workspace/scan.ts'
import type {CheckOptions} from './arguments.ts'
import {unifiedDiff} from './diff.ts'
import type {Host} from './host.ts'
import type {FileResult} from './result.ts'

/** A document's result, after its fixes where they were asked for. */
export interface FixedFile {
  readonly result: FileResult
  /** How many suggestions are in the file now that were not before. */
  readonly applied: number
  /** What would change, in a dry run. */
  readonly diff: string
  readonly notWritten: boolean
}

/** Applies the safe suggestions to the file of a document, or shows the difference in a dry run. */
export function fixFile(scanned: Scanned, options: CheckOptions, host: Host, memory: Memory): FixedFile {
  const {text, config, kind} = scanned
  const report = visible(scanned.report, options)
  const path = host.shown(scanned.path)
  const asIs: FixedFile = {
    result: {path, report, ...(text === undefined ? {} : {text})},
    applied: 0,
    diff: '',
    notWritten: false,
  }
  if (text === undefined || options.fix === undefined || safeEdits(report.findings).length === 0) return asIs

  const after = fixAll(text, changed => visible(checkText(changed, config.plans[kind], memory), options))
  if (after.text === text) return asIs
  if (options.fix === 'dry-run') return {...asIs, diff: unifiedDiff(path, text, after.text)}
  const message = host.replaceFile(scanned.path, text, after.text)
  if (message === undefined)
    return {...asIs, result: {path, text: after.text, report: after.report}, applied: after.applied}
  const problem = {code: 'not-written', message, span: {start: 0, end: 0}}
  return {...asIs, result: {path, text, report: {...report, problems: [problem, ...report.problems]}}, notWritten: true}
}

/** The report with what was asked to be shown; what is not shown is not fixed and not counted either. */
export function visible(report: Report, {quiet}: CheckOptions): Report {
  return quiet ? {...report, findings: report.findings.filter(finding => finding.severity === 'warning')} : report
}
