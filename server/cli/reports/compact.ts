import {compactLine} from '../../engine/compact-line.ts'
import {locateIn} from '../../engine/positions.ts'
import type {Problem} from '../../formats/format.ts'
import type {DocumentResult, Reporter, Summary} from '../result.ts'
import {summaryText} from './text.ts'

/** A line for each finding, as editors read it. */
export function compactReporter(): Reporter {
  return {start: () => '', first: '', between: '', document, end}
}

function document({path, text = '', report}: DocumentResult): string {
  const locate = locateIn(text)
  const findings = report.findings.map(({rule, severity, message, span}) =>
    compactLine(path, locate(span).start, severity, message, rule),
  )
  return problemLines(path, text, report.problems) + findings.map(line => `${line}\n`).join('')
}

function end(summary: Summary): string {
  const mistakes = summary.configuration.map(({path, text = '', problems}) => problemLines(path, text, problems))
  return mistakes.join('') + summaryText(summary)
}

function problemLines(path: string, text: string, problems: readonly Problem[]): string {
  const locate = locateIn(text)
  return problems
    .map(({code, message, span}) => `${compactLine(path, locate(span).start, 'problem', message, code)}\n`)
    .join('')
}
