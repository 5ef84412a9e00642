import type {DocumentKind, Principle, Severity, Span} from '../../rules/kit/types.ts'
import type {Finding, Report, Score} from '../engine/report.ts'
import type {Mending} from '../engine/score.ts'
import {foundIn} from './rule-text.ts'

/** A document, checked; findings are in offsets of its file. */
export interface CheckedDocument {
  readonly path: string
  /** The title of a reply that shares its file with others. */
  readonly reply?: string
  /** The file's; absent where it could not be read. */
  readonly text?: string
  readonly report: Report
  readonly recorded?: readonly Finding[]
}

/** What the report for the lead needs of a document: plain data, which is small and comes from any thread. */
export interface Digest {
  readonly path: string
  readonly reply?: string
  readonly kind: DocumentKind
  readonly foreign?: true
  readonly score: Score
  readonly mending: readonly Mending[]
  readonly findings: readonly DigestFinding[]
}

/** A finding by its place and its words; a finding of a whole document has none. */
export interface DigestFinding {
  readonly rule: string
  readonly principle: Principle
  readonly severity: Severity
  readonly line: number
  readonly words?: string
  /** Set where a baseline holds it. */
  readonly recorded?: true
}

const mostWords = 80

/** Takes from a document what the report is made of; undefined for a file that could not be read. */
export function digestOf(
  {path, reply, text, report, recorded = []}: CheckedDocument,
  lineOf: (span: Span<'source'>) => number,
): Digest | undefined {
  if (text === undefined) return undefined
  const take = ({rule, principle, severity, level, span, message}: Finding): DigestFinding => {
    const words = level === 'document' ? '' : oneLine(foundIn(rule, message) ?? text.slice(span.start, span.end))
    return {rule, principle, severity, line: lineOf(span), ...(words !== '' && {words})}
  }
  const findings = [...report.findings.map(take), ...recorded.map(each => ({...take(each), recorded: true as const}))]
  return {
    path,
    ...(reply !== undefined && {reply}),
    kind: report.kind,
    ...(report.foreign && {foreign: true}),
    score: report.score,
    mending: report.mending ?? [],
    findings: findings.sort((a, b) => a.line - b.line),
  }
}

function oneLine(text: string): string {
  const line = text
    .slice(0, mostWords * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= mostWords ? line : `${line.slice(0, mostWords - 1).trimEnd()}…`
}
