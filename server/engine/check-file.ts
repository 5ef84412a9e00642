import {lazyProperty} from '../../rules/kit/lazy.ts'
import type {Span} from '../../rules/kit/types.ts'
import type {OpenFile, Part, ReplyPlace} from '../formats/files/file.ts'
import type {Problem} from '../formats/format.ts'
import {shift} from '../formats/prose/shift.ts'
import {check} from './check.ts'
import type {Memory} from './memory.ts'
import type {Plan} from './plan.ts'
import {type Finding, makeFinding, type Report, type Suggestion} from './report.ts'

/** What is said of one document of a file; `report` counts from `base`. */
export interface DocumentReport {
  readonly base: number
  readonly report: Report
  readonly reply?: ReplyPlace
  /** What was found and is recorded already, where a baseline counts: `report` then holds what is new. */
  readonly recorded?: readonly Finding[]
}

/** All that Poise says of a file, in offsets of the file. */
export interface FileReport {
  readonly kind: Report['kind']
  /** One for the whole file, or one for each reply in it. */
  readonly documents: readonly DocumentReport[]
  /** Of all documents, put together when it is first asked for. */
  readonly findings: readonly Finding[]
  /** Of all documents and of the file as a whole. */
  readonly problems: readonly Problem[]
  /** Those of the file as a whole. */
  readonly ownProblems: readonly Problem[]
}

/** What a check needs of a file. */
export type Checkable = Pick<OpenFile, 'kind' | 'parts' | 'problems'>

/** Checks every document of a file. Never throws for what the file holds. */
export function checkFile(file: Checkable, plan: Plan, memory: Memory): FileReport {
  return fileReport(
    file,
    file.parts.map(part => checkPart(part, plan, memory)),
  )
}

/** Checks one document of a file, or recalls its report where it was checked before. */
export function checkPart(part: Part, plan: Plan, memory: Memory): DocumentReport {
  const known = recallPart(part, plan)
  if (known !== undefined) return known
  const document = documentReport(part, check(part.read(), plan, memory))
  part.read.memo = {plan, document} satisfies Checked
  return document
}

/** What is kept with what reads a document. */
interface Checked {
  readonly plan: Plan
  document: DocumentReport
}

/** The report of a document that was checked before, wherever it stands in the file now. */
export function recallPart(part: Part, plan: Plan): DocumentReport | undefined {
  const known = part.read.memo as Checked | undefined
  if (known?.plan !== plan) return undefined
  const {base, reply, report} = known.document
  if (base !== part.base || reply !== part.reply) known.document = documentReport(part, report)
  return known.document
}

function documentReport({base, reply}: Part, report: Report): DocumentReport {
  return reply === undefined ? {base, report} : {base, report, reply}
}

/** Puts the reports of a file's documents together; some may be missing yet. */
export function fileReport(file: Checkable, documents: readonly DocumentReport[]): FileReport {
  return reportOf(file.kind, documents, [...file.problems, ...foreignNote(documents)])
}

/** The same report with some of its findings. */
export function filterFindings(
  {kind, documents, ownProblems}: FileReport,
  keeps: (finding: Finding, document: DocumentReport) => boolean,
): FileReport {
  const filtered = documents.map(document => ({
    ...document,
    report: {...document.report, findings: document.report.findings.filter(finding => keeps(finding, document))},
  }))
  return reportOf(kind, filtered, ownProblems)
}

/** The same report with some of its problems. */
export function filterProblems(
  {kind, documents, ownProblems}: FileReport,
  keeps: (problem: Problem) => boolean,
): FileReport {
  const filtered = documents.map(document => ({
    ...document,
    report: {...document.report, problems: document.report.problems.filter(keeps)},
  }))
  return reportOf(kind, filtered, ownProblems.filter(keeps))
}

const withFindings = lazyProperty('findings')
const withProblems = lazyProperty('problems')

/** A report of documents, each as it was reported by itself, and of the file as a whole. */
export function reportOf(
  kind: FileReport['kind'],
  all: readonly DocumentReport[],
  ownProblems: readonly Problem[],
): FileReport {
  const documents = withoutRepeats(all)
  const report = {kind, documents, ownProblems}
  return withProblems(
    withFindings(report, () => documents.flatMap(placedFindings)),
    () => {
      const troubled = documents.filter(({report}) => report.problems.length > 0)
      return [...ownProblems, ...troubled.flatMap(placedProblems)]
    },
  )
}

/**
 * The documents without what is said twice: replies of one page share its ignore comments, and one that silences something in another
 * reply is of use.
 */
function withoutRepeats(documents: readonly DocumentReport[]): readonly DocumentReport[] {
  if (documents.length < 2 || documents.every(({report}) => report.problems.length === 0)) return documents
  const seen = new Set<string>()
  for (const {base, report} of documents)
    for (const {start, end} of report.usedIgnores ?? []) seen.add(`unused-ignore ${start + base} ${end + base}`)
  return documents.map(document => {
    const {base, report} = document
    if (report.problems.length === 0) return document
    const problems = report.problems.filter(({code, span}) => {
      const key = `${code} ${span.start + base} ${span.end + base}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    return {...document, report: {...report, problems}}
  })
}

/** The findings of one document in offsets of its file. */
export function placedFindings({base, report}: DocumentReport): readonly Finding[] {
  return placed(report.findings, base)
}

/** Those of its findings that are recorded, in offsets of its file. */
export function placedRecorded({base, recorded = []}: DocumentReport): readonly Finding[] {
  return placed(recorded, base)
}

function placed(findings: readonly Finding[], base: number): readonly Finding[] {
  if (base === 0) return findings
  return findings.map(finding => {
    const {rule, by, principle, severity, level, message, span} = finding
    return makeFinding({rule, by, principle, severity, level, message, span: shift(span, base)}, () =>
      finding.suggestions.map(suggestion => placedSuggestion(suggestion, base)),
    )
  })
}

/** The problems of one document in offsets of its file. */
export function placedProblems({base, report}: DocumentReport): readonly Problem[] {
  return base === 0 ? report.problems : report.problems.map(each => ({...each, span: shift(each.span, base)}))
}

function placedSuggestion(suggestion: Suggestion, base: number): Suggestion {
  return {...suggestion, edits: suggestion.edits.map(edit => ({...edit, span: shift(edit.span, base)}))}
}

/** The findings that touch a span of the file; those of other documents are not even placed. */
export function findingsIn({documents}: FileReport, {start, end}: Span<'source'>): readonly Finding[] {
  return documents
    .filter(({base, report: {findings}}) => {
      const first = findings[0]
      return first !== undefined && base + first.span.start <= end
    })
    .flatMap(document =>
      document.report.findings.some(({span}) => document.base + span.end >= start) ? placedFindings(document) : [],
    )
    .filter(({span}) => span.start <= end && start <= span.end)
}

/** One note for all replies in another language, at the first of them. */
function foreignNote(documents: readonly DocumentReport[]): readonly Problem[] {
  const foreign = documents.filter(({report}) => report.foreign)
  const [first] = foreign
  if (first === undefined) return []
  const span = first.reply?.titleSpan ?? {start: 0, end: 0}
  const message =
    first.reply === undefined
      ? 'This text is not in English, so it was not checked.'
      : foreign.length === 1
        ? 'This reply is not in English, so it was not checked.'
        : `This and ${foreign.length - 1} more replies are not in English, so they were not checked.`
  return [{code: 'not-english', message, span}]
}
