import {type DocumentReport, type FileReport, reportOf} from './check-file.ts'
import type {Plan} from './plan.ts'
import {type Finding, makeFinding, type Report} from './report.ts'

/** A finding as plain data: its rule by name, and without rewrites. */
type SentFinding = Omit<Finding, 'by' | 'suggestions'>

interface SentDocument extends Omit<DocumentReport, 'report' | 'recorded'> {
  readonly report: Omit<Report, 'findings'> & {readonly findings: readonly SentFinding[]}
}

/** The report of a file as plain data, which one thread can send to another. */
export interface SentReport extends Pick<FileReport, 'kind' | 'ownProblems'> {
  readonly documents: readonly SentDocument[]
}

/** Makes plain data of a report. */
export function sentReport({kind, documents, ownProblems}: FileReport): SentReport {
  const sent = documents.map(({report, recorded: _, ...place}) => ({
    ...place,
    report: {...report, findings: report.findings.map(sentFinding)},
  }))
  return {kind, documents: sent, ownProblems}
}

/**
 * Makes a report of what was sent; `plan` is the one that it was made with. Its rewrites are those of the same file `again`, which is checked
 * here when somebody asks for one.
 */
export function receivedReport(sent: SentReport, plan: Plan, again: () => FileReport): FileReport {
  let checked: FileReport | undefined
  const suggestionsOf = (document: number, finding: number) => {
    checked ??= again()
    return checked.documents[document]?.report.findings[finding]?.suggestions ?? []
  }
  const documents = sent.documents.map((document, at) => {
    const findings = document.report.findings.flatMap((finding, index) => {
      const by = plan.rules.get(finding.rule)
      return by === undefined ? [] : [makeFinding({...finding, by}, () => suggestionsOf(at, index))]
    })
    return {...document, report: {...document.report, findings}}
  })
  return reportOf(sent.kind, documents, sent.ownProblems)
}

function sentFinding({rule, principle, severity, level, message, span}: Finding): SentFinding {
  return {rule, principle, severity, level, message, span}
}
