import {type DocumentKind, type Principle, principles, type Severity, severities} from '../../rules/kit/types.ts'
import type {Score} from '../engine/report.ts'
import {bandOf, bestMending} from '../engine/score.ts'
import {makeCounts} from './counts.ts'
import type {Digest, DigestFinding} from './digest.ts'

/** Where something stands. */
export interface Place {
  readonly path: string
  readonly line: number
}

/** What documents of one sort add up to; risks are means. */
export interface Group {
  readonly documents: number
  readonly withFindings: number
  readonly findings: number
  readonly risk: Score
}

/** What one rule found in all documents. */
export interface RuleSummary {
  readonly rule: string
  readonly principle: Principle
  readonly findings: number
  readonly documents: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** How much lower the mean risk is with all of them mended. */
  readonly gain: number
  /** The words that it finds most; absent for a rule of whole documents. */
  readonly words?: string
}

/** Words that a rule found, and how often. */
export interface PhraseSummary {
  readonly rule: string
  readonly principle: Principle
  readonly words: string
  readonly count: number
  readonly documents: number
  readonly first: Place
}

/** A document that carries much risk; its place is what lowers the risk most when it is mended. */
export interface DocumentSummary {
  readonly place: Place
  readonly reply?: string
  readonly kind: DocumentKind
  readonly score: Score
  readonly findings: number
  readonly mend?: {readonly rule: string; readonly overall: number}
}

/** The help centre at a glance: plain data, bounded whatever the number of documents. */
export interface ReportSummary {
  readonly version: 1
  /** What was checked, by its name. */
  readonly title: string
  /** The day, as year-month-day. */
  readonly date: string
  readonly all: Group
  readonly kinds: Readonly<Record<DocumentKind, Group>>
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly bands: Readonly<Record<Band, number>>
  /** What changed since the baseline; absent without one. */
  readonly change?: {readonly fresh: number; readonly still: number; readonly mended?: number}
  readonly principles: readonly {
    readonly principle: Principle
    readonly risk: number
    readonly findings: number
    readonly documents: number
  }[]
  /** How many documents have a risk of 0, of 1 to 9, of 10 to 19 and so on; the last holds 90 to 100. */
  readonly histogram: readonly number[]
  readonly worst: readonly DocumentSummary[]
  readonly phrases: readonly PhraseSummary[]
  readonly rules: readonly RuleSummary[]
  /** Documents that were not checked because they are in another language. */
  readonly foreign: number
  /** Files that could not be read, and links that were not followed. */
  readonly skipped: number
  /** What else a reader of the figures needs to know, each in a sentence. */
  readonly notes: readonly string[]
}

export type Band = ReturnType<typeof bandOf>

/** What only the host knows at the end. */
export interface RunFacts {
  readonly title: string
  readonly date: string
  readonly skipped: number
  /** How many findings are recorded of what was checked, unless not all of it was; absent without a baseline. */
  readonly recorded?: number | 'unknown'
  readonly notes?: readonly string[]
}

/** How many entries the lists have at most. */
export const most = {worst: 20, phrases: 25} as const

/** Adds documents up one by one, and keeps of each no more than the lists show. */
export function makeSummary() {
  const groups = {all: makeGroup(), article: makeGroup(), macro: makeGroup()}
  const bySeverity: Record<Severity, number> = {warning: 0, suggestion: 0, hint: 0}
  const bands: Record<Band, number> = {calm: 0, watch: 0, 'likely to invite pushback': 0}
  const ofPrinciple = Object.fromEntries(principles.map(name => [name, {findings: 0, documents: 0}])) as Record<
    Principle,
    {findings: number; documents: number}
  >
  const histogram = Array.from({length: 11}, () => 0)
  const counts = makeCounts()
  let worst: DocumentSummary[] = []
  let foreign = 0
  let still = 0

  return {
    add(digest: Digest): void {
      const {score, findings, kind} = digest
      if (digest.foreign) {
        foreign += 1
        return
      }
      groups.all.add(digest)
      groups[kind].add(digest)
      bands[bandOf(score.overall)] += 1
      const bin = score.overall === 0 ? 0 : Math.min(10, 1 + Math.floor(score.overall / 10))
      histogram[bin] = (histogram[bin] ?? 0) + 1
      for (const {severity, principle, recorded} of findings) {
        bySeverity[severity] += 1
        ofPrinciple[principle].findings += 1
        if (recorded) still += 1
      }
      for (const principle of new Set(findings.map(each => each.principle))) ofPrinciple[principle].documents += 1
      counts.add(digest)
      if (findings.length > 0) worst.push(documentSummary(digest))
      if (worst.length > most.worst * 4) worst = worstOf(worst)
    },

    summary({title, date, skipped, recorded, notes = []}: RunFacts): ReportSummary {
      const all = groups.all.group()
      const findings = severities.reduce((sum, severity) => sum + bySeverity[severity], 0)
      return {
        version: 1,
        title,
        date,
        all,
        kinds: {article: groups.article.group(), macro: groups.macro.group()},
        bySeverity,
        bands,
        ...(recorded !== undefined && {change: changeOf(findings, still, recorded)}),
        principles: principles.map(principle => ({principle, risk: all.risk[principle], ...ofPrinciple[principle]})),
        histogram,
        worst: worstOf(worst),
        phrases: counts.phrases(most.phrases),
        rules: counts.rules(all.documents),
        foreign,
        skipped,
        notes,
      }
    },
  }
}

function changeOf(findings: number, still: number, recorded: number | 'unknown'): Required<ReportSummary>['change'] {
  const change = {fresh: findings - still, still}
  // A copy of a page is known by what is recorded of the page, so more can be there than was recorded.
  return recorded === 'unknown' ? change : {...change, mended: Math.max(0, recorded - still)}
}

function makeGroup() {
  const sums = {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0}
  let documents = 0
  let withFindings = 0
  let findings = 0
  return {
    add(digest: Digest): void {
      documents += 1
      findings += digest.findings.length
      if (digest.findings.length > 0) withFindings += 1
      for (const name of ['overall', ...principles] as const) sums[name] += digest.score[name]
    },
    group(): Group {
      const mean = (name: keyof Score) => tenths(documents === 0 ? 0 : sums[name] / documents)
      const [knowledge, intent, understanding, standing] = [
        mean('knowledge'),
        mean('intent'),
        mean('understanding'),
        mean('standing'),
      ]
      return {
        documents,
        withFindings,
        findings,
        risk: {overall: mean('overall'), knowledge, intent, understanding, standing},
      }
    },
  }
}

/** To one decimal place, as the report shows means. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function documentSummary({path, reply, kind, score, findings, mending}: Digest): DocumentSummary {
  const mend = bestMending(mending)
  const line = (findings.find(({rule}) => rule === mend?.rule) ?? (findings[0] as DigestFinding)).line
  return {
    place: {path, line},
    ...(reply !== undefined && {reply}),
    kind,
    score,
    findings: findings.length,
    ...(mend && {mend}),
  }
}

function worstOf(all: readonly DocumentSummary[]): DocumentSummary[] {
  return all
    .toSorted(
      (a, b) =>
        b.score.overall - a.score.overall ||
        b.findings - a.findings ||
        (a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : a.place.line - b.place.line),
    )
    .slice(0, most.worst)
}
