import type {Block} from '../formats/format.ts'
import type {Proposal} from './proposals.ts'
import type {Edit, Suggestion} from './report.ts'

/** A proposal in the offsets and the encoding of the file; undefined where one of its edits can't be made exactly. */
export function place({title, safety, edits}: Proposal, {map}: Block): Suggestion | undefined {
  const placed: Edit[] = []
  for (const edit of edits) {
    const span = map.toEditable(edit.span)
    const text = map.encode(edit.text, edit.span)
    if (!span || text === undefined) return undefined
    placed.push({span, text})
  }
  return {title, safety, edits: placed}
}
