import type {Span} from '../../../rules/kit/types.ts'

/**
 * A text that is written inside a file by that file's own rules: a JSON string, a YAML scalar, a CSV field, the text of an XML element.
 * `Span<'value'>` counts in what it says; `Span<'source'>` counts in the file from where the literal starts, so that a literal can move.
 */
export interface Literal {
  /** What it says, with every escape decoded. */
  readonly text: string
  /** The characters that write `span`: always an answer. */
  toSource(span: Span<'value'>): Span<'source'>
  /** The same for an edit: undefined where the ends of `span` lie inside an escape. */
  toEditable(span: Span<'value'>): Span<'source'> | undefined
  /** Writes `text` in the place of `at` as this literal needs it, or undefined where it can't be written exactly. */
  encode(text: string, at: Span<'value'>): string | undefined
}

/** A run of a literal: `text` stands in the file as it is, an `escape` is written by other characters and is replaced as a whole. */
export interface Run {
  readonly kind: 'text' | 'escape'
  /** Where it starts in the value; it reaches to the next run's `at`. */
  readonly at: number
  /** Its characters in the file, counted from the literal's start. */
  readonly from: number
  readonly to: number
}

/** How one sort of literal writes a text; `before` and `after` are what the value says around it. */
export type Encode = (text: string, around: {readonly before: string; readonly after: string}) => string | undefined

/** Makes a literal of its runs, which are in order and leave out what says nothing (quotes, indentation, a line continuation). */
export function makeLiteral(text: string, runs: readonly Run[], empty: number, encode: Encode): Literal {
  const startOf = (offset: number): number => {
    const run = runs[runAt(runs, offset)]
    if (run === undefined) return empty
    if (offset >= endOf(runs, run, text.length)) return run.to
    return run.kind === 'text' ? run.from + offset - run.at : run.from
  }
  const endAt = (offset: number): number => {
    const run = runs[runAt(runs, offset - 1)]
    if (run === undefined) return empty
    return run.kind === 'text' ? run.from + offset - run.at : run.to
  }
  const isEdge = (offset: number): boolean => {
    if (splitsPair(text, offset)) return false
    const run = runs[runAt(runs, offset)]
    return run === undefined || run.kind === 'text' || offset === run.at || offset === text.length
  }
  return {
    text,
    toSource({start, end}) {
      if (start === end) return {start: startOf(start), end: startOf(start)}
      return {start: startOf(start), end: endAt(end)}
    },
    toEditable({start, end}) {
      if (start < 0 || end > text.length || start > end || !isEdge(start) || !isEdge(end)) return undefined
      if (start < end) return {start: startOf(start), end: endAt(end)}
      const at = start > 0 ? endAt(start) : startOf(start)
      return {start: at, end: at}
    },
    encode(written, {start, end}) {
      if (half.test(written)) return undefined
      const around = {before: text.slice(0, start), after: text.slice(end)}
      // A client that has no places to fill in writes brackets, which not every literal can hold.
      const filled = written.replaceAll('⟦', '[').replaceAll('⟧', ']')
      return filled === written || encode(filled, around) !== undefined ? encode(written, around) : undefined
    },
  }
}

/** Half of a surrogate pair, which no file can hold. */
const half = /\p{Surrogate}/u

const splitsPair = (text: string, offset: number): boolean => (text.codePointAt(offset - 1) ?? 0) > 0xffff

/** The index of the run that holds the character at `offset`; the last one behind the end. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function endOf(runs: readonly Run[], run: Run, length: number): number {
  return runs[runAt(runs, run.at) + 1]?.at ?? length
}
