import {lowerBound} from '../../rules/kit/lower-bound.ts'
import type {Edit, Finding} from './report.ts'
import {hasSlot} from './slots.ts'

/** A text with its safe suggestions applied, how many were, and what is said of it now. */
export interface Fixed<Report> {
  readonly text: string
  readonly applied: number
  readonly report: Report
}

const maxPasses = 10

/** Applies edits, given in any order; throws where two overlap or one lies outside of the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let result = ''
  let at = 0
  for (const {span, text: replacement} of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`The edit ${span.start}–${span.end} overlaps another or lies outside of the text`)
    }
    result += text.slice(at, span.start) + replacement
    at = span.end
  }
  return result + text.slice(at)
}

/** Applies the safe suggestions again and again until none is left: at most ten times. Pure where `checkText` is. */
export function fixAll<Report extends {readonly findings: readonly Finding[]}>(
  text: string,
  checkText: (text: string) => Report,
): Fixed<Report> {
  const seen = new Set([text])
  let fixed: Fixed<Report> = {text, applied: 0, report: checkText(text)}
  for (let pass = 0; pass < maxPasses; pass++) {
    const chosen = safeEdits(fixed.report.findings)
    if (chosen.length === 0) return fixed
    const next = applyEdits(fixed.text, chosen.flat())
    if (seen.has(next)) return fixed
    seen.add(next)
    fixed = {text: next, applied: fixed.applied + chosen.length, report: checkText(next)}
  }
  return fixed
}

/** For each finding with a safe suggestion its edits; of two that touch, the first in the file. */
export function safeEdits(findings: readonly Finding[]): readonly (readonly Edit[])[] {
  // In the order of the file; no two touch, so that of those that begin before a place the last reaches furthest.
  const taken: Edit[] = []
  const placeOf = ({span}: Edit): number => lowerBound(taken, other => other.span.start > span.end)
  const isFree = (edit: Edit): boolean => (taken[placeOf(edit) - 1]?.span.end ?? -1) < edit.span.start
  const chosen: (readonly Edit[])[] = []
  for (const {suggestions} of findings) {
    const safe = suggestions.find(
      ({safety, edits}) => safety === 'safe' && edits.length > 0 && !edits.some(edit => hasSlot(edit.text)),
    )
    // Edits that meet at one point touch too: the result would depend on their order.
    if (safe === undefined || !safe.edits.every(isFree)) continue
    for (const edit of safe.edits) taken.splice(placeOf(edit), 0, edit)
    chosen.push(safe.edits)
  }
  return chosen
}
