import {principleText} from '../../rules/kit/principles.ts'
import {type DocumentKind, type Principle, principles} from '../../rules/kit/types.ts'
import type {Finding, Score} from './report.ts'

const points = {warning: 3, suggestion: 2, hint: 1} as const

/** What the score counts of a finding: `edge` says whether it stands where a reply greets or closes. */
export interface Counted {
  readonly finding: Pick<Finding, 'rule' | 'principle' | 'severity' | 'level'>
  readonly edge: boolean
}

/**
 * The risk of pushback that the known phrases in a document carry, by principle and overall, each from 0 to 100.
 *
 * A warning counts 3 points (4 where something is missing from the whole document), a suggestion 2, a hint 1; at the start and end of a reply half as
 * much again. The second finding of one rule counts half, the third a quarter, so that one habit can't fill the bar. A principle's
 * risk is its points over 10 for a reply, over 12 + words/150 for an article. Overall is the mean of the worst principle and the average.
 */
export function scoreOf(counted: readonly Counted[], kind: DocumentKind, words: number): Score {
  return scoreOfShares(shares(counted, kind), kind, words)
}

function scoreOfShares(parts: readonly Share[], kind: DocumentKind, words: number): Score {
  const sums: Record<Principle, number> = {knowledge: 0, intent: 0, understanding: 0, standing: 0}
  for (const {principle, points} of parts) sums[principle] += points
  const full = fullOf(kind, words)
  const risk = (principle: Principle): number => Math.min(100, Math.round((100 * sums[principle]) / full))
  const [knowledge, intent, understanding, standing] = [
    risk('knowledge'),
    risk('intent'),
    risk('understanding'),
    risk('standing'),
  ]
  const all = [knowledge, intent, understanding, standing]
  const overall = Math.round(Math.max(...all) / 2 + all.reduce((sum, value) => sum + value, 0) / 8)
  return {overall, knowledge, intent, understanding, standing}
}

/** The points at which a principle's bar is full. */
function fullOf(kind: DocumentKind, words: number): number {
  return kind === 'macro' ? 10 : 12 + words / 150
}

/** What one rule adds to its principle in a document. */
interface Share {
  readonly rule: string
  readonly principle: Principle
  readonly points: number
}

function shares(counted: readonly Counted[], kind: DocumentKind): readonly Share[] {
  const byRule = new Map<string, Share & {readonly times: number}>()
  for (const {finding, edge} of counted) {
    const {rule, principle} = finding
    const {points, times} = byRule.get(rule) ?? {points: 0, times: 0}
    const added = (pointsOf(finding) * (edge && kind === 'macro' ? 1.5 : 1)) / 2 ** times
    byRule.set(rule, {rule, principle, points: points + added, times: times + 1})
  }
  return [...byRule.values()]
}

function pointsOf({severity, level}: Counted['finding']): number {
  return severity === 'warning' && level === 'document' ? 4 : points[severity]
}

/** The word for an overall risk: calm below 20, watch below 50. */
export function bandOf(overall: number): 'calm' | 'watch' | 'likely to invite pushback' {
  return overall < 20 ? 'calm' : overall < 50 ? 'watch' : 'likely to invite pushback'
}

/** The most rules that the line names of a principle. */
const rulesNamed = 4

/** The overall risk of a document once all that one rule found in it is mended. */
export interface Mending {
  readonly rule: string
  readonly overall: number
}

/** What mending each of the rules that found something would bring the overall risk to. */
export function mendingOf(counted: readonly Counted[], kind: DocumentKind, words: number): readonly Mending[] {
  const all = shares(counted, kind)
  return all.map(share => {
    const rest = all.filter(each => each !== share)
    return {rule: share.rule, overall: scoreOfShares(rest, kind, words).overall}
  })
}

/** One line that says what the score rests on: the points of the worst principle, and the rule whose mending lowers the risk most. */
export function explain(
  counted: readonly Counted[],
  kind: DocumentKind,
  words: number,
  mending: readonly Mending[],
): string {
  if (counted.length === 0) return 'No known trigger of pushback.'
  const all = shares(counted, kind)
  const score = scoreOfShares(all, kind, words)
  const worst = principles.reduce((a, b) => (score[b] > score[a] ? b : a))
  const own = all.filter(({principle}) => principle === worst).sort((a, b) => b.points - a.points)
  const named = own.slice(0, rulesNamed).map(({rule, points}) => `${rule} ${shown(points)}`)
  const rest = own.length > rulesNamed ? [`${own.length - rulesNamed} more`] : []
  const best = bestMending(mending)
  return (
    `Risk ${score.overall} of 100. ${principleText[worst].name} counts most: ${[...named, ...rest].join(', ')} of ` +
    `${shown(fullOf(kind, words))} points.${best === undefined ? '' : ` Mending ${best.rule} brings the risk to ${best.overall}.`}`
  )
}

/** The one that lowers the risk most. */
export function bestMending(mending: readonly Mending[]): Mending | undefined {
  const [first, ...rest] = mending
  return first && rest.reduce((a, b) => (b.overall < a.overall ? b : a), first)
}

function shown(points: number): string {
  return String(Math.round(points * 10) / 10)
}
