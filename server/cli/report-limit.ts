import {counted} from './reports/text.ts'
import type {Counts} from './result.ts'

/** Keeps a report to what the services that read it take, a file at a time. */
export interface ReportLimit {
  /** Whether a file that these are the counts of is still to be reported. */
  readonly takes: (counts: Counts) => boolean
  /** What was left out, and the remedy; undefined where all was reported. */
  readonly note: () => string | undefined
}

/** Makes the limit of a form of report that holds at most so many findings and problems. */
export function makeReportLimit(most: number, format: string): ReportLimit {
  let taken = 0
  const leftOut = {files: 0, findings: 0}
  return {
    takes({bySeverity: {warning, suggestion, hint}, problems}) {
      const findings = warning + suggestion + hint + problems
      if (taken + findings <= most) {
        taken += findings
        return true
      }
      leftOut.files += 1
      leftOut.findings += findings
      return false
    },
    note() {
      const {files, findings} = leftOut
      if (files === 0) return undefined
      return `Left out of the report: ${counted(findings, 'finding')} of ${counted(files, 'file')}, for what reads “${format}” takes ${most} at most. Check folder by folder.`
    },
  }
}
