import {type Principle, principles, type Rule, type Severity, severities} from '../../rules/kit/types.ts'
import {type FileReport, placedFindings, placedProblems, placedRecorded} from '../engine/check-file.ts'
import type {Finding, Report} from '../engine/report.ts'
import type {Problem} from '../formats/format.ts'
import type {Compare} from './changes/changed-files.ts'

/** A document, checked; `path` is as shown; `text` is absent where the file could not be read. */
export interface DocumentResult {
  readonly path: string
  /** The title of a reply that shares its file with others. */
  readonly reply?: string
  readonly inactive?: true
  readonly text?: string
  /** In offsets of the file. */
  readonly report: Report
  /** What was found and is recorded, where a baseline counts; also in offsets of the file. */
  readonly recorded?: readonly Finding[]
}

/** A file's documents, each as a result; what is wrong with the file as a whole stands with the first. */
export function resultsOf(path: string, text: string | undefined, file: FileReport): readonly DocumentResult[] {
  const shared = {path, ...(text !== undefined && {text})}
  if (file.documents.length === 0) return [{...shared, report: {...nothing, kind: file.kind, problems: file.problems}}]
  return file.documents.map((document, index) => {
    const {report, reply} = document
    const problems = [...(index === 0 ? file.ownProblems : []), ...placedProblems(document)]
    return {
      ...shared,
      ...(reply !== undefined && {reply: reply.title}),
      ...(reply?.inactive && {inactive: true}),
      ...(document.recorded && {recorded: placedRecorded(document)}),
      report: {...report, findings: placedFindings(document), problems},
    }
  })
}

const nothing: Report = {
  kind: 'article',
  findings: [],
  problems: [],
  score: {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0},
  explanation: '',
}

/** A configuration file with mistakes. */
export interface ConfigResult {
  readonly path: string
  readonly text?: string
  readonly problems: readonly Problem[]
}

/** What adds up from file to file. */
export interface Counts {
  /** Documents read, by kind. */
  readonly article: number
  readonly macro: number
  readonly withFindings: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly byPrinciple: Readonly<Record<Principle, number>>
  readonly problems: number
  /** Files and folders that could not be read, and links that were not followed. */
  readonly skipped: number
  /** Safe suggestions that are still in the files. */
  readonly fixable: number
  readonly applied: number
  readonly changed: number
  /** Documents with findings whose quality is below the one that was asked for. */
  readonly belowQuality: number
}

/** The counts of a run. */
export interface Summary extends Counts {
  /** The quality that was asked for. */
  readonly failUnder: number | undefined
  /** Set where only what is new was looked at. */
  readonly compared?: Compare['what']
  readonly configuration: readonly ConfigResult[]
  /** The rules that are none of Poise's, each once; made when a report lists them. */
  readonly teamRules: () => readonly Rule[]
  /** The name of the working folder. */
  readonly folder?: string
  /** How many findings are recorded of the files and folders that were asked for; absent without a baseline. */
  readonly recorded?: number
  /** What the report does not hold, as it would be more than the services that read it take. */
  readonly leftOut?: string
}

/** Turns results into text: each part is printed as soon as it is known. */
export interface Reporter {
  readonly start: () => string
  /** Stands before the first document, and between any two. */
  readonly first: string
  readonly between: string
  /** Empty where nothing is said of it. */
  readonly document: (result: DocumentResult) => string
  /** Takes the documents in, as `document` made them, where nothing can be printed before the last is known. */
  readonly take?: (documents: string) => void
  /** Findings and problems that the services that read it take at most; a file with which there would be more is counted, and left out with a note. */
  readonly mostFindings?: number
  readonly end: (summary: Summary) => string
}

/** How well a document reads to a customer, from 0 to 100: what its risk leaves. */
export function qualityOf({score}: Report): number {
  return 100 - Math.round(score.overall)
}

/** Whether a document fails a run for its quality. One without findings never does: what is wrong with it is recorded, or was there before. */
export function isBelow(failUnder: number | undefined, report: Report): boolean {
  return failUnder !== undefined && report.findings.length > 0 && qualityOf(report) < failUnder
}

/** Counts that grow with each file; `summary` says where they stand. */
export function makeTally(failUnder?: number) {
  const bySeverity = zeros(severities)
  const byPrinciple = zeros(principles)
  const counts = zeros(plainCounts)
  return {
    add({text, report}: DocumentResult) {
      counts.problems += report.problems.length
      if (text === undefined) counts.skipped++
      else counts[report.kind]++
      if (report.findings.length > 0) counts.withFindings++
      if (isBelow(failUnder, report)) counts.belowQuality++
      for (const {severity, principle, suggestions} of report.findings) {
        bySeverity[severity]++
        byPrinciple[principle]++
        if (suggestions.some(suggestion => suggestion.safety === 'safe')) counts.fixable++
      }
    },
    addFix(applied: number) {
      counts.applied += applied
      counts.changed++
    },
    addSkipped: () => counts.skipped++,
    /** Adds what another tally counted. */
    addAll(other: Counts) {
      for (const name of plainCounts) counts[name] += other[name]
      for (const name of severities) bySeverity[name] += other.bySeverity[name]
      for (const name of principles) byPrinciple[name] += other.byPrinciple[name]
    },
    counts: (): Counts => ({...counts, bySeverity, byPrinciple}),
    summary: (configuration: readonly ConfigResult[], teamRules: Summary['teamRules'] = () => []): Summary => ({
      ...counts,
      failUnder,
      problems: counts.problems + configuration.reduce((sum, {problems}) => sum + problems.length, 0),
      bySeverity,
      byPrinciple,
      configuration,
      teamRules,
    }),
  }
}

/** The counts that are one number each. */
export const plainCounts = [
  'article',
  'macro',
  'withFindings',
  'problems',
  'skipped',
  'fixable',
  'applied',
  'changed',
  'belowQuality',
] as const satisfies readonly (keyof Counts)[]

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map(name => [name, 0])) as Record<Name, number>
}
