import {lowerBound} from '../../rules/kit/lower-bound.ts'
import {sentenceSpans} from '../../rules/kit/sentence.ts'
import type {Mark, Span} from '../../rules/kit/types.ts'
import {objectCharacter} from '../../rules/kit/words.ts'
import type {ProseEdit} from './difference.ts'

/** A block's prose with its marks, as it is or as it would be after an edit. */
export interface Prose {
  readonly text: string
  /** In the order of their starts. */
  readonly marks: readonly Mark[]
}

/** Cuts pieces out of one prose, each with the sentences around a place that a rule may have looked at. */
export interface Windows {
  /** The sentences that `span` touches and two more on each side; `start` is where they begin in the prose. */
  readonly around: (span: Span<'prose'>) => Prose & {readonly start: number}
}

const neighbours = 2

/** Makes the windows of a prose; its sentences are found once, when a window is first asked for. */
export function makeWindows({text, marks}: Prose): Windows {
  let sentences: readonly Span<'prose'>[] | undefined
  return {
    around(span) {
      sentences ??= sentenceSpans(text)
      const first = lowerBound(sentences, sentence => sentence.end >= span.start)
      const last = lowerBound(sentences, sentence => sentence.start > span.end)
      const start = sentences[first - neighbours]?.start ?? 0
      const end = sentences[last + neighbours - 1]?.end ?? text.length
      const inside: Mark[] = []
      for (let index = lowerBound(marks, mark => mark.start >= start); (marks[index]?.start ?? end) < end; index++) {
        const mark = marks[index]
        if (mark && mark.end <= end) inside.push({...mark, start: mark.start - start, end: mark.end - start})
      }
      return {text: text.slice(start, end), marks: inside, start}
    },
  }
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
