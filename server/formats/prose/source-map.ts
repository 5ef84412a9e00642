import type {BlockKind, DocumentKind, Span} from '../../../rules/kit/types.ts'
import type {SourceMap} from '../format.ts'
import {type Edges, edgesOf} from './edges.ts'
import {shift} from './shift.ts'

/**
 * How a run of prose stands in the file. `text` is the same characters in both; `character` is an escape or entity; `soft` is a line
 * break that shows as a space; `break` is one that shows as a line break; `object` is anything that is not prose.
 */
export type PieceKind = 'text' | 'character' | 'soft' | 'break' | 'object'

/** A run of prose from `at` up to the next piece's `at`, and the place in the file that shows it; `depth` counts the marks around it. */
export interface Piece {
  readonly kind: PieceKind
  readonly at: number
  readonly from: number
  readonly to: number
  readonly depth: number
  /** Prose that an edit could turn into markup, or that names a link definition. */
  readonly fixed: boolean
}

/** What a text must respect to be written into a block. */
export interface Place {
  readonly block: BlockKind
  readonly document: DocumentKind
  /** What a new line of the same block element starts with (`> `, list indentation); undefined where there can be none. */
  readonly prefix: string | undefined
  /** The character of the file after the block's last prose. */
  readonly follow: string
  readonly encode: Encode
}

/** How one format writes a text at a place, or undefined where it can't be written exactly. */
export type Encode = (text: string, place: Place, eol: string, edges?: Edges) => string | undefined

/** A block's way back to the file, its pieces lying `base` further on than they say. */
export function sourceMap(pieces: readonly Piece[], prose: string, base: number, place: Place, eol: string): SourceMap {
  const {length} = prose
  return {
    toSource: span => shift(sourceOf(pieces, length, span), base),
    toEditable: span => {
      const found = editableOf(pieces, length, span)
      return found && shift(found, base)
    },
    encode: (text, at) =>
      at && joinsObject(pieces, text, at)
        ? undefined
        : place.encode(text, place, eol, at && edgesOf(pieces, prose, at)),
  }
}

/** The same way back, to a file that lies `by` further on. */
export function moveMap(map: SourceMap, by: number): SourceMap {
  return {
    toSource: span => shift(map.toSource(span), by),
    toEditable(span) {
      const found = map.toEditable(span)
      return found && shift(found, by)
    },
    encode: map.encode,
  }
}

/** Whether a text put behind an object would run into it: only a space or a mark with a space ends a bare address. */
function joinsObject(pieces: readonly Piece[], text: string, {start, end}: Span<'prose'>): boolean {
  if (start !== end || start === 0 || /^[.,;:!?]?\s/.test(text)) return false
  return pieces[pieceAt(pieces, start - 1)]?.kind === 'object'
}

/** The index of the piece that holds the character at `offset`. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const piece = pieces[middle]
    if (piece !== undefined && piece.at <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function sourceOf(pieces: readonly Piece[], length: number, span: Span<'prose'>): Span<'source'> {
  const start = Math.max(0, Math.min(span.start, length))
  const end = Math.max(start, Math.min(span.end, length))
  const first = pieces[pieceAt(pieces, Math.min(start, Math.max(0, length - 1)))]
  if (first === undefined) return {start: 0, end: 0}
  if (start === end) {
    const inside = first.kind === 'text' ? first.from + start - first.at : start > first.at ? first.to : first.from
    return {start: inside, end: inside}
  }
  const last = pieces[pieceAt(pieces, end - 1)] ?? first
  return {
    start: first.kind === 'text' ? first.from + start - first.at : first.from,
    end: last.kind === 'text' ? last.from + end - last.at : last.to,
  }
}

const isPlain = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && !piece.fixed && (piece.kind === 'text' || piece.kind === 'character' || piece.kind === 'soft')

function editableOf(pieces: readonly Piece[], length: number, span: Span<'prose'>): Span<'source'> | undefined {
  if (span.start < 0 || span.end > length || span.start > span.end) return undefined
  if (span.start === span.end) return insertionAt(pieces, length, span.start)
  const first = pieceAt(pieces, span.start)
  const last = pieceAt(pieces, span.end - 1)
  for (let index = first; index <= last; index++) {
    const piece = pieces[index]
    if (!isPlain(piece)) return undefined
    if (index > first && pieces[index - 1]?.to !== piece.from) return undefined
    const whole = span.start <= piece.at && span.end >= (pieces[index + 1]?.at ?? length)
    if (piece.kind !== 'text' && !whole) return undefined
  }
  return sourceOf(pieces, length, span)
}

/** Where markup lies at the place, the side with fewer marks around it takes the insertion; a block's edge inside marks takes none. */
export function insertionAt(pieces: readonly Piece[], length: number, offset: number): Span<'source'> | undefined {
  const right = offset < length ? pieces[pieceAt(pieces, offset)] : undefined
  if (right !== undefined && right.at < offset) {
    if (right.kind !== 'text' || right.fixed) return undefined
    const inside = right.from + offset - right.at
    return {start: inside, end: inside}
  }
  const left = offset > 0 ? pieces[pieceAt(pieces, offset - 1)] : undefined
  const before = isPlain(left) ? left : undefined
  const after = isPlain(right) ? right : undefined
  if (before !== undefined && after !== undefined && before.to === after.from) return {start: before.to, end: before.to}
  if (before !== undefined && before.depth <= (right?.depth ?? 0)) return {start: before.to, end: before.to}
  if (after !== undefined && after.depth <= (left?.depth ?? 0)) return {start: after.from, end: after.from}
  if (right === undefined && left?.kind === 'object' && left.depth === 0 && !left.fixed)
    return {start: left.to, end: left.to}
  return undefined
}
