import {locateIn} from '../../engine/positions.ts'
import {plainSlots} from '../../engine/slots.ts'
import type {DocumentResult, Reporter} from '../result.ts'
import {attributeText, element} from './xml.ts'

/** JUnit's XML: each document is a suite, each finding a test that failed; a calm document is one test that passed. */
export function junitReporter(): Reporter {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Poise">',
    first: '\n',
    between: '\n',
    document,
    end: () => '\n</testsuites>\n',
  }
}

function document({path, reply, text = '', report}: DocumentResult): string {
  const locate = locateIn(text)
  const name = reply === undefined ? path : `${path} › ${reply}`
  const failed = report.findings.map(({rule, message, severity, span, suggestions}) => {
    const {line, column} = locate(span).start
    const best = suggestions[0]
    const body = [`${path}:${line}:${column}`, ...(best ? [plainSlots(best.title)] : [])].join('\n')
    const failure = element('failure', {message, type: severity}, attributeText(body))
    return element('testcase', {classname: name, name: `${rule} at ${line}:${column}`, time: 0}, failure)
  })
  const troubled = report.problems.map(({code, message, span}) => {
    const {line, column} = locate(span).start
    const skipped = element('skipped', {message})
    return element('testcase', {classname: name, name: `${code} at ${line}:${column}`, time: 0}, skipped)
  })
  const cases = [...failed, ...troubled]
  if (cases.length === 0) cases.push(element('testcase', {classname: name, name: 'no findings', time: 0}))
  const counts = {tests: cases.length, failures: failed.length, errors: 0, skipped: troubled.length}
  return element('testsuite', {name, ...counts, time: 0}, `\n${cases.join('\n')}\n`)
}
