import {type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver'
import type {Severity, Span} from '../../rules/kit/types.ts'
import {type FileReport, placedFindings} from '../engine/check-file.ts'
import type {Finding} from '../engine/report.ts'
import {rulePage} from '../engine/rule-page.ts'
import type {Problem} from '../formats/format.ts'
import {notRead} from '../workspace/vale-styles.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {leftOut} from './quarantine.ts'
import type {Text} from './snapshot.ts'
import type {Say} from './words.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** The code of the note on a file that is over the size cap. */
export const tooLarge = 'too-large'

/** Problems that say what was left out, and ask nothing of the writer. */
const notes: ReadonlySet<string> = new Set([tooLarge, leftOut, 'too-many', 'not-english', notRead])

/** How a person wants an analysis to be shown. */
export interface Showing {
  /** How many problems of one file are shown at most: an editor is sent all of them again at each keystroke. */
  readonly maxProblems: number
  /** What waits until the writer pauses. */
  readonly hides?: (finding: Finding) => boolean
}

/** All that a report says, as the client shows it; of a file with very many findings those that are nearest to the writer's place. */
export function toDiagnostics(analysis: Analysis, client: Client, {maxProblems, hides}: Showing): Diagnostic[] {
  const {document, report, recorded, faint, focus} = analysis
  const total = countOf(report)
  const findings = nearest(report, focus, total, maxProblems)
  const problems = report.problems.slice(0, maxProblems - 1)
  const left = total - findings.length
  const known = faint && recorded !== undefined ? nearest(recorded, focus, countOf(recorded), maxProblems) : []
  return [
    ...(hides ? findings.filter(finding => !hides(finding)) : findings).map(finding =>
      findingDiagnostic(document, finding, client),
    ),
    ...problems.map(problem => problemDiagnostic(document, problem, client)),
    ...(left > 0 ? [problemDiagnostic(document, cutNote(client.t, findings.length, total), client)] : []),
    ...known.slice(0, Math.max(0, maxProblems - total)).map(finding => recordedDiagnostic(document, finding, client)),
  ]
}

/** How many findings of a file are shown, and how many there are. */
export function shownOf(
  {report, focus}: Analysis,
  {maxProblems}: Showing,
): {readonly shown: number; readonly all: number} {
  const all = countOf(report)
  return {shown: nearest(report, focus, all, maxProblems).length, all}
}

function countOf({documents}: FileReport): number {
  return documents.reduce((sum, {report}) => sum + report.findings.length, 0)
}

/** The findings of the documents around `focus`, as many as are shown. */
function nearest(report: FileReport, focus: number, total: number, mostShown: number): readonly Finding[] {
  if (total <= mostShown) return report.findings
  const {documents} = report
  // Replies lie in the order of the file, so the one that holds the place stands before the first that begins behind it.
  const behind = documents.findIndex(({base, reply}) => (reply?.span.start ?? base) > focus)
  const after = behind < 0 ? documents.length - 1 : Math.max(0, behind - 1)
  let first = after
  let last = first
  let count = 0
  const room = (index: number): boolean => count + (documents[index]?.report.findings.length ?? mostShown) < mostShown
  for (let grows = true; grows; ) {
    grows = false
    if (last < documents.length && room(last)) {
      count += documents[last++]?.report.findings.length ?? 0
      grows = true
    }
    if (first > 0 && room(first - 1)) {
      count += documents[--first]?.report.findings.length ?? 0
      grows = true
    }
  }
  const around = documents.slice(first, Math.max(last, first + 1)).flatMap(placedFindings)
  // A page is one document, however many findings it has.
  const behindFocus = around.findIndex(({span}) => span.end >= focus)
  const middle = behindFocus < 0 ? around.length : behindFocus
  const start = Math.max(0, Math.min(middle - (mostShown >> 1), around.length - mostShown))
  return around.slice(start, start + mostShown)
}

const cutNote = (t: Say, shown: number, total: number): Problem => ({
  code: 'too-many',
  message: t(
    'Shown are {0} of {1} findings, those nearest to your last edit. “poise check” lists all of them.',
    shown,
    total,
  ),
  span: {start: 0, end: 0},
})

/** One finding, as the client shows it: the message is one line. */
export function findingDiagnostic(document: Text, finding: Finding, client: Client): Diagnostic {
  const href = client.diagnosticLinks ? rulePage(finding.by) : undefined
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    source: 'poise',
    code: finding.rule,
    message: oneLine(finding.message),
    ...(href !== undefined && {codeDescription: {href}}),
    ...(client.diagnosticData && {data: {principle: finding.principle}}),
  }
}

/** A finding that is recorded: a faint hint, whatever the rule's severity. */
function recordedDiagnostic(document: Text, finding: Finding, client: Client): Diagnostic {
  const shown = findingDiagnostic(document, finding, client)
  return {...shown, severity: DiagnosticSeverity.Hint, message: client.t('Recorded: {0}', oneLine(finding.message))}
}

/** One problem, as the client shows it. */
export function problemDiagnostic(document: Text, problem: Problem, client: Client): Diagnostic {
  const unused = problem.code.startsWith('unused-')
  const isNote = notes.has(problem.code)
  return {
    range: toRange(document, problem.span),
    severity: unused ? DiagnosticSeverity.Hint : isNote ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    source: 'poise',
    code: problem.code,
    message: oneLine(problem.message),
    ...(unused && client.unnecessaryTag && {tags: [DiagnosticTag.Unnecessary]}),
  }
}

/** The range of `span` in lines and UTF-16 columns. */
export function toRange(document: Text, span: Span<'source'>): Range {
  return {start: document.positionAt(span.start), end: document.positionAt(span.end)}
}

/** `text` with each run of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
