import type {Span} from '../../../rules/kit/types.ts'
import {blockStart} from '../markdown/encode-markdown.ts'
import {insertionAt, type Piece, pieceAt} from './source-map.ts'

/** What a replacement must know of the place where its ends will stand. */
export interface Edges {
  /** Whether it begins a line of the file, and what of the prose stands before and follows it. */
  readonly lineStart: boolean
  readonly lineEnd: boolean
  readonly lead: string
  readonly rest: string
  /** What of the prose stands before it on its line of the file. */
  readonly line: string
  /** The markup that touches it before and after, if any. */
  readonly before: Touch | undefined
  readonly after: Touch | undefined
}

/** A delimiter or object: the prose on its near side now, and after the span is deleted, and on its far side. Undefined at a block's edge. */
interface Touch {
  readonly near: string | undefined
  readonly nearWhenEmpty: string | undefined
  readonly far: string | undefined
  /** Whether the near side is an escape or entity, of which Markdown sees other characters. */
  readonly encoded: boolean
}

/** How far the longest placeholder can reach, comments of templates aside. */
const reach = 500

/** Looks at what lies around a span of a block's prose. */
export function edgesOf(pieces: readonly Piece[], prose: string, {start, end}: Span<'prose'>): Edges {
  const {length} = prose
  const first = start < length ? pieces[pieceAt(pieces, start)] : undefined
  const last = end > 0 ? pieces[pieceAt(pieces, end - 1)] : undefined
  const before = start > 0 ? pieces[pieceAt(pieces, start - 1)] : undefined
  const after = end < length ? pieces[pieceAt(pieces, end)] : undefined
  const at = start === end ? insertionAt(pieces, length, start)?.start : undefined
  const isSplit = before !== after && before !== undefined && after !== undefined && isEdge(before, after)
  const touchesBefore = at === undefined ? isEdge(before, first) : isSplit && at === after?.from
  const touchesAfter = at === undefined ? isEdge(last, after) : isSplit && at === before?.to
  const [left, right] = [prose[start - 1], prose[end]]
  return {
    lineStart: before === undefined || before.kind === 'soft' || before.kind === 'break' || first?.kind === 'soft',
    lineEnd: after === undefined || after.kind === 'soft' || after.kind === 'break',
    lead: prose.slice(Math.max(0, start - reach), start),
    rest: prose.slice(end, end + reach),
    line: prose.slice(lineStartOf(pieces, start), start),
    before: touchesBefore
      ? {near: prose[start], nearWhenEmpty: right, far: left, encoded: first?.kind !== 'text'}
      : undefined,
    after: touchesAfter
      ? {near: prose[end - 1], nearWhenEmpty: left, far: right, encoded: last?.kind !== 'text'}
      : undefined,
  }
}

/** Where the line of the file begins that the prose before `offset` stands on. */
function lineStartOf(pieces: readonly Piece[], offset: number): number {
  if (offset === 0) return 0
  const last = pieceAt(pieces, offset - 1)
  for (let index = last; index >= 0; index--) {
    const kind = pieces[index]?.kind
    if (kind === 'soft' || kind === 'break') return index === last ? offset : (pieces[index + 1]?.at ?? offset)
  }
  return 0
}

/** Whether markup or an object lies between two neighbours; at a block's edge, whether the one that is left stands in marks. */
function isEdge(left: Piece | undefined, right: Piece | undefined): boolean {
  if (left === undefined || right === undefined) return ((left ?? right)?.depth ?? 0) > 0
  return left !== right && (left.to !== right.from || left.kind === 'object' || right.kind === 'object')
}

/** Whether `text` can stand there without undoing markup around it or beginning a block with what follows. */
export function fits(text: string, edges: Edges): boolean {
  const {before, after, lineStart, lineEnd, rest, line} = edges
  if (text === '' && before !== undefined && after !== undefined) return false
  if (before !== undefined && !holds(text[0] ?? before.nearWhenEmpty, before)) return false
  if (after !== undefined && !holds(text.at(-1) ?? after.nearWhenEmpty, after)) return false
  if (lineStart && (/^[ \t\n]/.test(text) || (!blockStart.test(text) && blockStart.test(text + rest)))) return false
  // Without the words between them, “50” and a full stop would number an item of a list.
  if (line !== '' && !blockStart.test(line) && blockStart.test(line + text + rest)) return false
  return !(lineEnd && /[ \t\n]$/.test(text))
}

/**
 * Markdown takes asterisks for emphasis by the sort of character on either side of them: the same sort as now keeps it, and so does
 * any visible character where the far side is no word.
 */
function holds(near: string | undefined, touch: Touch): boolean {
  if (touch.encoded) return false
  return sortOf(near) === sortOf(touch.near) || (sortOf(near) !== 'space' && sortOf(touch.far) !== 'word')
}

function sortOf(character: string | undefined): 'space' | 'sign' | 'word' {
  if (character === undefined || /\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) && character !== '\ufffc' ? 'sign' : 'word'
}
