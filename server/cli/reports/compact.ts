import type {Span} from '../../../rules/kit/types.ts'
import {printable} from '../colours.ts'
import {locateIn} from '../positions.ts'
import type {DocumentResult, Reporter, Summary} from '../result.ts'
import {summaryText} from './text.ts'

/**
 * A line for each finding, `PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`, as editors and their problem matchers read it; the extension's is `$poise`.
 */
export function compactReporter(): Reporter {
  return {start: () => '', first: '', between: '', document, end}
}

function document({path, text = '', report}: DocumentResult): string {
  const problems = report.problems.map(({code, message, span}) => line(path, text, span, 'problem', message, code))
  const findings = report.findings.map(({rule, severity, message, span}) =>
    line(path, text, span, severity, message, rule),
  )
  return [...problems, ...findings].join('')
}

function end(summary: Summary): string {
  const mistakes = summary.configuration.flatMap(({path, text = '', problems}) =>
    problems.map(({code, message, span}) => line(path, text, span, 'problem', message, code)),
  )
  return mistakes.join('') + summaryText(summary)
}

function line(
  path: string,
  text: string,
  span: Span<'source'>,
  severity: string,
  message: string,
  code: string,
): string {
  const {line, column} = locateIn(text)(span).start
  return `${printable(path)}:${line}:${column}: ${severity}: ${printable(message)} [${code}]\n`
}
