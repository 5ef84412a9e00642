import type {Span} from '../../rules/kit/types.ts'

/** A place in a file: line and column from 1, offset from 0, in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The start and end of a span as positions. */
export type Locate = (span: Span<'source'>) => {readonly start: Position; readonly end: Position}

let last: {readonly text: string; readonly locate: Locate} | undefined

/** Locates spans in a text whose lines end in LF, CRLF or CR. The last text is remembered, for its replies come one after another. */
export function locateIn(text: string): Locate {
  if (last?.text !== text) last = {text, locate: makeLocate(text)}
  return last.locate
}

function makeLocate(text: string): Locate {
  const starts = [0]
  for (const {index, 0: lineBreak} of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length)
  const positionOf = (offset: number): Position => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
  }
  return span => ({start: positionOf(span.start), end: positionOf(span.end)})
}
