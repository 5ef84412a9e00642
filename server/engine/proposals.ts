import type {Mark, Match, Rewrite, Safety} from '../../rules/kit/types.ts'
import {objectCharacter} from '../../rules/kit/words.ts'
import {difference, type ProseEdit} from './difference.ts'
import type {Prose} from './prose.ts'

/** A rewrite as smallest edits of the prose, with the title a menu shows. */
export interface Proposal {
  readonly title: string
  readonly safety: Safety
  readonly edits: readonly ProseEdit[]
}

/** How many findings each rule has. */
export type Tally = ReadonlyMap<string, number>

/** Counts the findings before and after edits of one rewrite, as far as they can reach. */
export type Trial = (edits: readonly ProseEdit[]) => {readonly before: Tally; readonly after: Tally}

/**
 * The rewrites of a match that hold what they promise: the finding is gone and no rule finds more than before. A rewrite that would
 * write an object (code, a placeholder) anew is left out, for it could not be exact.
 */
export function proposalsOf(match: Match, ruleId: string, {text, marks}: Prose, trial: Trial): readonly Proposal[] {
  return (match.rewrites ?? []).flatMap(rewrite => {
    const old = text.slice(rewrite.span.start, rewrite.span.end)
    const edits = difference(old, rewrite.text, rewrite.span.start)
    if (edits.length === 0 || edits.some(edit => edit.text.includes(objectCharacter))) return []
    const {before, after} = trial(edits)
    return mends(before, after, ruleId) ? [{title: titleOf(rewrite, old, marks), safety: rewrite.safety, edits}] : []
  })
}

function mends(before: Tally, after: Tally, ruleId: string): boolean {
  const wasFound = before.get(ruleId)
  if (wasFound !== undefined && (after.get(ruleId) ?? 0) >= wasFound) return false
  return addsNone(before, after)
}

/** Whether no rule finds more after than before. */
export function addsNone(before: Tally, after: Tally): boolean {
  return [...after].every(([rule, count]) => count <= (before.get(rule) ?? 0))
}

function titleOf({text, span}: Rewrite, old: string, marks: readonly Mark[]): string {
  if (text.trim() === '') return `Remove “${shown(old, span.start, marks)}”`
  if (text.length < old.length && old.toLowerCase().endsWith(text.toLowerCase())) {
    return `Remove “${shown(old.slice(0, old.length - text.length).replace(/[\s,]+$/, ''), span.start, marks)}”`
  }
  if (old === '') return `Add “${shown(text, span.start, marks)}”`
  return `Change to “${shown(text, span.start, marks)}”`
}

/** The text as a menu shows it: on one line, objects as in the file, slots in square brackets, not too long. */
function shown(text: string, start: number, marks: readonly Mark[]): string {
  const objects = marks.filter(mark => mark.text !== undefined && mark.start >= start).map(mark => mark.text ?? '')
  const line = text
    .replaceAll(objectCharacter, () => objects.shift() ?? '…')
    .replaceAll('⟦', '[')
    .replaceAll('⟧', ']')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 90 ? line.slice(0, 88).trimEnd() + ' …' : line
}
