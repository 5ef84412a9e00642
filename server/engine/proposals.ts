import type {Mark, Match, Rewrite, Safety} from '../../rules/kit/types.ts'
import {objectCharacter} from '../../rules/kit/words.ts'
import {difference, type ProseEdit} from './difference.ts'

/** A rewrite as smallest edits of the prose, with the title a menu shows. */
export interface Proposal {
  readonly title: string
  readonly safety: Safety
  readonly edits: readonly ProseEdit[]
}

/** A block's prose with its marks, as it is or as it would be after an edit. */
export interface Prose {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** How many findings of each rule some prose has. */
export type Tally = (prose: Prose) => ReadonlyMap<string, number>

/**
 * The rewrites of a match that hold what they promise: the finding is gone and no rule finds more than before. A rewrite that would
 * write an object (code, a placeholder) anew is left out, for it could not be exact.
 */
export function proposalsOf(match: Match, ruleId: string, prose: Prose, tally: Tally): readonly Proposal[] {
  const before = tally(prose)
  return (match.rewrites ?? []).flatMap(rewrite => {
    const old = prose.text.slice(rewrite.span.start, rewrite.span.end)
    const edits = difference(old, rewrite.text, rewrite.span.start)
    if (edits.length === 0 || edits.some(edit => edit.text.includes(objectCharacter))) return []
    const after = tally(applied(prose, edits))
    const wasFound = before.has(ruleId)
    if (wasFound && (after.get(ruleId) ?? 0) >= (before.get(ruleId) ?? 0)) return []
    for (const [rule, count] of after) if (count > (before.get(rule) ?? 0)) return []
    return [{title: titleOf(rewrite, old, prose.marks), safety: rewrite.safety, edits}]
  })
}

/** The prose after the edits; a slot becomes a placeholder, as which every rule already knows it. */
function applied({text, marks}: Prose, edits: readonly ProseEdit[]): Prose {
  let result = ''
  let at = 0
  const added: Mark[] = []
  const shifts: {readonly from: number; readonly by: number}[] = []
  for (const {span, text: replacement} of edits) {
    result += text.slice(at, span.start)
    const start = result.length
    for (const part of replacement.split(/(⟦[^⟧]*⟧)/)) {
      if (!part.startsWith('⟦')) result += part
      else {
        added.push({
          kind: 'placeholder',
          start: result.length,
          end: result.length + 1,
          text: `{{${part.slice(1, -1)}}}`,
        })
        result += objectCharacter
      }
    }
    shifts.push({from: span.end, by: result.length - start - (span.end - span.start)})
    at = span.end
  }
  result += text.slice(at)
  const moved = (offset: number): number =>
    shifts.reduce((sum, {from, by}) => (from <= offset ? sum + by : sum), offset)
  return {
    text: result,
    marks: [...marks.map(mark => ({...mark, start: moved(mark.start), end: moved(mark.end)})), ...added].sort(
      (a, b) => a.start - b.start,
    ),
  }
}

function titleOf({text, span}: Rewrite, old: string, marks: readonly Mark[]): string {
  if (text.trim() === '') return `Remove “${shown(old, span.start, marks)}”`
  if (old.toLowerCase().endsWith(text.toLowerCase()) && old !== '') {
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
