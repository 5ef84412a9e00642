import type {Severity} from '../../../rules/kit/types.ts'
import {fingerprintOf} from '../../engine/fingerprint.ts'
import {locateIn} from '../../engine/positions.ts'
import type {DocumentResult, Reporter} from '../result.ts'

/** GitLab's Code Quality report. */
export function gitlabReporter(): Reporter {
  return {start: () => '[', first: '\n', between: ',\n', document, end: () => '\n]\n'}
}

const severities = {warning: 'minor', suggestion: 'info', hint: 'info'} as const satisfies Record<Severity, string>

function document({path, reply, text = '', report}: DocumentResult): string {
  const locate = locateIn(text)
  const seen = new Map<string, number>()
  const issues = report.findings.map(finding => {
    const {rule, severity, message, span} = finding
    const {start, end} = locate(span)
    const mark = fingerprintOf(finding, text, 0, reply)
    const count = (seen.get(mark) ?? 0) + 1
    seen.set(mark, count)
    return JSON.stringify({
      description: message,
      check_name: rule,
      // GitLab wants each to be another, so the same words twice in a file are told apart by their number.
      fingerprint: [mark, count, path, ...(reply === undefined ? [] : [reply])].join('-'),
      severity: severities[severity],
      location: {path, lines: {begin: start.line, end: end.line}},
    })
  })
  return issues.join(',\n')
}
