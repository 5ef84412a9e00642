import type {Mark} from '../../rules/kit/types.ts'
import {objectCharacter} from '../../rules/kit/words.ts'
import type {ProseEdit} from './difference.ts'

/** A block's prose with its marks, as it is or as it would be after an edit. */
export interface Prose {
  readonly text: string
  /** In the order of their starts. */
  readonly marks: readonly Mark[]
}

/** The prose after the edits; a slot becomes a placeholder, as which every rule already knows it. */
export function applied({text, marks}: Prose, edits: readonly ProseEdit[]): Prose {
  let result = ''
  let at = 0
  const slots: Mark[] = []
  const shifts: {readonly from: number; readonly by: number}[] = []
  for (const {span, text: replacement} of edits) {
    result += text.slice(at, span.start)
    const start = result.length
    for (const part of replacement.split(/(⟦[^⟧]*⟧)/)) {
      if (part.startsWith('⟦')) {
        const name = `{{${part.slice(1, -1)}}}`
        slots.push({kind: 'placeholder', start: result.length, end: result.length + 1, text: name})
        result += objectCharacter
      } else result += part
    }
    shifts.push({from: span.end, by: result.length - start - (span.end - span.start)})
    at = span.end
  }
  result += text.slice(at)
  const moved = (offset: number): number =>
    shifts.reduce((sum, {from, by}) => (from <= offset ? sum + by : sum), offset)
  const all = [...marks.map(mark => ({...mark, start: moved(mark.start), end: moved(mark.end)})), ...slots]
  return {text: result, marks: all.sort((a, b) => a.start - b.start)}
}
