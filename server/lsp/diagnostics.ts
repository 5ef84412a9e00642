import {type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver'
import type {Severity, Span} from '../../rules/kit/types.ts'
import {type FileReport, placedFindings} from '../engine/check-file.ts'
import type {Finding} from '../engine/report.ts'
import {pageOf} from '../engine/rule-page.ts'
import type {Problem} from '../formats/format.ts'
import {notRead} from '../workspace/vale-styles.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import type {Text} from './snapshot.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** The code of the note on a file that is over the size cap. */
export const tooLarge = 'too-large'

/** Problems that say what was left out, and ask nothing of the writer. */
const notes: ReadonlySet<string> = new Set([tooLarge, 'too-many', 'not-english', notRead])

/** VS Code shows a thousand of one file at the most, and every one is sent again at each keystroke. */
const mostShown = 500

/** All that a report says, as the client shows it; of a file with very many findings those that are nearest to the writer's place. */
export function toDiagnostics({document, report, focus}: Analysis, client: Client): Diagnostic[] {
  const total = report.documents.reduce((sum, each) => sum + each.report.findings.length, 0)
  const findings = total <= mostShown ? report.findings : nearest(report, focus)
  const problems = report.problems.slice(0, mostShown - 1)
  const left = total - findings.length
  return [
    ...findings.map(finding => findingDiagnostic(document, finding, client)),
    ...problems.map(problem => problemDiagnostic(document, problem, client)),
    ...(left > 0 ? [problemDiagnostic(document, cutNote(total), client)] : []),
  ]
}

/** The findings of the documents around `focus`, as many as are shown. */
function nearest({documents}: FileReport, focus: number): readonly Finding[] {
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
  return documents
    .slice(first, Math.max(last, first + 1))
    .flatMap(placedFindings)
    .slice(0, mostShown)
}

const cutNote = (total: number): Problem => ({
  code: 'too-many',
  message: `This file has ${total} findings, and those nearest to your last edit are shown. “poise check” lists all of them.`,
  span: {start: 0, end: 0},
})

/** One finding, as the client shows it: the message is one line. */
export function findingDiagnostic(document: Text, finding: Finding, client: Client): Diagnostic {
  const page = pageOf(finding)
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    source: 'poise',
    code: finding.rule,
    message: oneLine(finding.message),
    ...(client.diagnosticLinks && page !== undefined && {codeDescription: {href: page}}),
    ...(client.diagnosticData && {data: {principle: finding.principle}}),
  }
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
