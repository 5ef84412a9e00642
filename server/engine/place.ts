import type {Block} from '../formats/format.ts'
import {shift} from '../formats/prose/shift.ts'
import type {Proposal} from './proposals.ts'
import type {Edit, Finding, Suggestion} from './report.ts'

/** A finding with the index of the block it stands in. */
export interface Placed {
  readonly finding: Finding
  readonly block: number
}

/** The proposals that can be made exactly in the file, in which the block's section lies at `base`. */
export function suggestionsOf(proposals: readonly Proposal[], block: Block, base: number): readonly Suggestion[] {
  return proposals.map(proposal => place(proposal, block, base)).filter(suggestion => suggestion !== undefined)
}

/** A proposal in the offsets and the encoding of the file; undefined where one of its edits can't be made exactly. */
function place({title, safety, edits}: Proposal, {map}: Block, base: number): Suggestion | undefined {
  const placed: Edit[] = []
  for (const edit of edits) {
    const span = map.toEditable(edit.span)
    const text = map.encode(edit.text, edit.span)
    if (!span || text === undefined) return undefined
    placed.push({span: shift(span, base), text})
  }
  return {title, safety, edits: placed}
}
