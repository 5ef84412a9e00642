import {type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Severity, Span} from '../../rules/kit/types.ts'
import type {Finding} from '../engine/report.ts'
import type {Problem} from '../formats/format.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {rulePage} from './rule-page.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** The code of the note on a file that is over the size cap. */
export const tooLarge = 'too-large'

/** All that a report says, as the client shows it. */
export function toDiagnostics({document, report}: Analysis, client: Client): Diagnostic[] {
  return [
    ...report.findings.map(finding => findingDiagnostic(document, finding, client)),
    ...report.problems.map(problem => problemDiagnostic(document, problem, client)),
  ]
}

/** One finding, as the client shows it: the message is one line. */
export function findingDiagnostic(document: TextDocument, finding: Finding, client: Client): Diagnostic {
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    source: 'poise',
    code: finding.rule,
    message: oneLine(finding.message),
    ...(client.diagnosticLinks && {codeDescription: {href: rulePage(finding.rule)}}),
    ...(client.diagnosticData && {data: {principle: finding.principle}}),
  }
}

function problemDiagnostic(document: TextDocument, problem: Problem, client: Client): Diagnostic {
  const unused = problem.code.startsWith('unused-')
  return {
    range: toRange(document, problem.span),
    severity: unused
      ? DiagnosticSeverity.Hint
      : problem.code === tooLarge
        ? DiagnosticSeverity.Information
        : DiagnosticSeverity.Warning,
    source: 'poise',
    code: problem.code,
    message: oneLine(problem.message),
    ...(unused && client.unnecessaryTag && {tags: [DiagnosticTag.Unnecessary]}),
  }
}

/** The range of `span` in lines and UTF-16 columns. */
export function toRange(document: TextDocument, span: Span<'source'>): Range {
  return {start: document.positionAt(span.start), end: document.positionAt(span.end)}
}

/** `text` with each run of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
