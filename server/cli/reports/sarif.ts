import type {Invocation, ReportingDescriptor, Result} from 'sarif'
import {version} from '../../../package.json'
import {rules} from '../../../rules/index.generated.ts'
import type {Rule, Severity, Span} from '../../../rules/kit/types.ts'
import {fingerprintOf} from '../../engine/fingerprint.ts'
import {type Locate, locateIn} from '../../engine/positions.ts'
import type {Suggestion} from '../../engine/report.ts'
import {rulePage} from '../../engine/rule-page.ts'
import {hasSlot} from '../../engine/slots.ts'
import type {DocumentResult, Reporter, Summary} from '../result.ts'

/** SARIF 2.1.0, which code scanning of GitHub, GitLab and Azure reads. */
export function sarifReporter(): Reporter {
  return {start, first: '\n', between: ',\n', document, end, mostFindings: 25_000}
}

function start(): string {
  const head = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{columnKind: 'utf16CodeUnits', results: []}],
  }
  // The results come one after another, so the list is left open here.
  return JSON.stringify(head).slice(0, -']}]}'.length)
}

/** The rules come last, for which rules teams have is known when all configurations have been read. */
function end({teamRules, leftOut}: Summary): string {
  const driver = {
    name: 'Poise',
    version,
    informationUri: 'https://github.com/poise-writing/poise',
    rules: [...rules, ...teamRules()].map(descriptor),
  }
  const rest = {tool: {driver}, ...(leftOut !== undefined && {invocations: [incomplete(leftOut)]})}
  return `\n],${JSON.stringify(rest).slice(1, -1)}}]}\n`
}

function incomplete(text: string): Invocation {
  return {executionSuccessful: true, toolExecutionNotifications: [{level: 'warning', message: {text}}]}
}

const levels = {warning: 'warning', suggestion: 'note', hint: 'note'} as const satisfies Record<Severity, Result.level>

function descriptor(rule: Rule): ReportingDescriptor {
  const {id, principle, severity, message, why, outside} = rule
  const usual = typeof severity === 'string' ? severity : severity.article
  const page = rulePage(rule)
  return {
    id,
    shortDescription: {text: message.replace(/\{\w+\}/g, '…')},
    fullDescription: {text: why},
    help: page === undefined ? {text: why} : {text: `${why} ${page}`, markdown: `${why}\n\n[About this rule](${page})`},
    ...(page !== undefined && {helpUri: page}),
    defaultConfiguration: {level: levels[usual]},
    ...(!outside && {properties: {tags: [principle]}}),
  }
}

const indexes = new Map(rules.map(({id}, index) => [id, index]))

function document({path, reply, text = '', report}: DocumentResult): string {
  const locate = locateIn(text)
  const uri = path.split('/').map(encodeURIComponent).join('/')
  const place = (span: Span<'source'>) => [
    {physicalLocation: {artifactLocation: {uri}, region: regionOf(span, locate)}},
  ]
  const problems = report.problems.map(
    ({code, message, span}): Result => ({
      ruleId: code,
      level: 'note',
      message: {text: message},
      locations: place(span),
    }),
  )
  const findings = report.findings.map((finding): Result => {
    const {rule, severity, message, span, suggestions} = finding
    const index = indexes.get(rule)
    const fixes = suggestions.filter(({edits}) => !edits.some(edit => hasSlot(edit.text)))
    return {
      ruleId: rule,
      ...(index !== undefined && {ruleIndex: index}),
      level: levels[severity],
      message: {text: message},
      locations: place(span),
      partialFingerprints: {'poiseWords/v1': fingerprintOf(finding, text, 0, reply)},
      ...(fixes.length > 0 && {fixes: fixes.map(each => fixOf(each, uri, locate))}),
    }
  })
  return [...problems, ...findings].map(result => JSON.stringify(result)).join(',\n')
}

function fixOf({title, edits}: Suggestion, uri: string, locate: Locate): NonNullable<Result['fixes']>[number] {
  const replacements = edits.map(({span, text}) => ({
    deletedRegion: regionOf(span, locate),
    insertedContent: {text},
  }))
  return {description: {text: title}, artifactChanges: [{artifactLocation: {uri}, replacements}]}
}

function regionOf(span: Span<'source'>, locate: Locate) {
  const {start, end} = locate(span)
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
}
