import type {Severity} from '../../../rules/kit/types.ts'
import {locateIn} from '../../engine/positions.ts'
import type {DocumentResult, Reporter} from '../result.ts'
import {element} from './xml.ts'

/** Checkstyle's XML, which reviewdog, Jenkins and many others read. */
export function checkstyleReporter(): Reporter {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">',
    first: '\n',
    between: '\n',
    document,
    end: () => '\n</checkstyle>\n',
  }
}

/** No finding is an error: an article with one still helps. */
const levels = {warning: 'warning', suggestion: 'info', hint: 'info'} as const satisfies Record<Severity, string>

function document({path, text = '', report}: DocumentResult): string {
  const locate = locateIn(text)
  const errors = [
    ...report.problems.map(({code, message, span}) => ({severity: 'info', source: code, message, span})),
    ...report.findings.map(({rule, severity, message, span}) => ({
      severity: levels[severity],
      source: rule,
      message,
      span,
    })),
  ].map(({span, severity, message, source}) => {
    const {line, column} = locate(span).start
    return element('error', {line, column, severity, message, source: `poise.${source}`})
  })
  return errors.length === 0 ? '' : element('file', {name: path}, `\n${errors.join('\n')}\n`)
}
