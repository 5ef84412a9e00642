import type {Piece} from './source-map.ts'

/** The most characters of a line that its writer ended on purpose, where its end doesn't tell. */
const shortLine = 50

/** Turns the soft breaks of a reply into line ends where the next line starts anew: “Hi Ana,” or a name below “Best,”. */
export function finishLines(shown: string[], pieces: readonly Piece[]): void {
  let line = ''
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'soft') {
      const next = shown[index + 1] ?? ''
      const startsAnew = /^["“‘(*]?[\p{Lu}\p{N}\p{So}\uFFFC]/u.test(next)
      if (startsAnew && (line.length <= shortLine || /[.!?:…]["”’)]*$/.test(line))) shown[index] = '\n'
    }
    line = piece.kind === 'soft' || piece.kind === 'break' ? '' : line + (shown[index] ?? '')
  }
}
