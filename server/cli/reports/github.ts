import type {Severity} from '../../../rules/kit/types.ts'
import {locateIn} from '../../engine/positions.ts'
import {plainSlots} from '../../engine/slots.ts'
import {printable} from '../colours.ts'
import type {DocumentResult, Reporter, Summary} from '../result.ts'
import {summaryText} from './text.ts'

/** Commands of a GitHub workflow, which become annotations of the changed lines. */
export function githubReporter(): Reporter {
  return {start: () => '', first: '', between: '', document, end}
}

/** Annotations of one kind that GitHub takes from a step; the others stay in its log. */
const shown = 10
const commands = {warning: 'warning', suggestion: 'notice', hint: 'notice'} as const satisfies Record<Severity, string>

function document({path, text = '', report}: DocumentResult): string {
  const locate = locateIn(text)
  const problems = report.problems.map(({code, message, span}) => {
    const {line, column} = locate(span).start
    return command('notice', {file: path, line, col: column, title: code}, message)
  })
  const findings = report.findings.map(({rule, severity, message, span, suggestions}) => {
    const {start, end} = locate(span)
    const best = suggestions[0]
    // Columns count for a range within one line only.
    const range = start.line === end.line ? {endLine: end.line, endColumn: end.column} : {endLine: end.line}
    const properties = {file: path, line: start.line, col: start.column, ...range, title: rule}
    return command(commands[severity], properties, best ? `${message}\n→ ${plainSlots(best.title)}` : message)
  })
  return [...problems, ...findings].join('')
}

function end(summary: Summary): string {
  const mistakes = summary.configuration.flatMap(({path, text = '', problems}) =>
    problems.map(({code, message, span}) => {
      const {line, column} = locateIn(text)(span).start
      return command('error', {file: path, line, col: column, title: code}, message)
    }),
  )
  const {warning, suggestion, hint} = summary.bySeverity
  const isMore = warning > shown || suggestion + hint > shown
  const more = isMore
    ? `GitHub shows ${shown} warnings and ${shown} notices of a step beside the lines. All are in this log.\n`
    : ''
  return mistakes.join('') + summaryText(summary) + more
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const all = Object.entries(properties).map(([key, value]) => `${key}=${escaped(String(value), /[%\r\n:,]/g)}`)
  return `::${name} ${all.join(',')}::${escaped(printableLines(message), /[%\r\n]/g)}\n`
}

const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')

/** A name of a file, or a text, that holds what looks like a command must not become one. */
function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
