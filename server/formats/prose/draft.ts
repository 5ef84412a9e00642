import type {Mark} from '../../../rules/kit/types.ts'
import {startBranches} from '../placeholders/branches.ts'
import type {Piece, PieceKind} from './source-map.ts'

/** The prose of one block as it is put together, in the order of the file. */
export interface Draft {
  /** Copies `text`, which lies at `from`, turning its line breaks into spaces or \n. */
  text(text: string, from: number): void
  /** Copies text of one line that an edit must not touch. */
  fixed(text: string, from: number): void
  /** Shows `shown` for what lies between `from` and `to`. */
  character(shown: string, from: number, to: number): void
  /** Breaks the line, where a line has begun: visibly, or as a space. */
  lineBreak(from: number, to: number): void
  softBreak(from: number, to: number): void
  /** Stands one U+FFFC for what lies between `from` and `to`. */
  object(kind: Mark['kind'], raw: string, from: number, to: number): void
  /** Lets the last line break reach up to `to`, where a quote marker or indentation follows it. */
  extendBreak(to: number): void
  /** Opens and closes the span of a mark that lies around prose. */
  open(): number
  close(kind: Mark['kind'], start: number): void
  /** Lets no edit touch the prose from `start` on. */
  fix(start: number): void
  readonly length: number
  /** The block; with `lines`, as in a reply, a line that looks finished ends in \n though its break is a soft one. */
  finish(lines: boolean): Prose
}

/** A block's prose with what is known of it. */
export interface Prose {
  readonly prose: string
  readonly marks: readonly Mark[]
  readonly pieces: readonly Piece[]
}

/** A carriage return before it has become a tab. */
const hardBreak = /( {2}|\\)\t?$/
const blanks = /[ \t]*/y

/** Starts an empty block. */
export function startDraft(): Draft {
  // What each piece shows; one string that grew would be copied at every look at its end.
  const shown: string[] = []
  const pieces: Piece[] = []
  const marks: Mark[] = []
  const branches = startBranches()
  let length = 0
  let depth = 0

  const endsInBreak = () => pieces.at(-1)?.kind === 'break'

  function add(kind: PieceKind, text: string, from: number, to: number, fixed = false): void {
    const last = pieces.at(-1)
    if (kind === 'text' && last?.kind === 'text' && last.to === from && last.depth === depth && last.fixed === fixed) {
      pieces[pieces.length - 1] = {...last, to}
      shown[shown.length - 1] += text
    } else {
      pieces.push({kind, at: length, from, to, depth, fixed})
      shown.push(text)
    }
    length += text.length
  }

  /** Takes blank space off the end of the prose and says where in the file it began. */
  function trimEnd(): number | undefined {
    let from: number | undefined
    for (let last = pieces.at(-1); last !== undefined && last.kind !== 'object'; last = pieces.at(-1)) {
      const text = shown.at(-1) ?? ''
      const kept = text.slice(0, blankEnd(text))
      if (kept.length === text.length) break
      const isGone = kept === '' || last.kind !== 'text'
      length = isGone ? last.at : last.at + kept.length
      from = isGone ? last.from : last.from + kept.length
      pieces.pop()
      shown.pop()
      if (isGone) continue
      pieces.push({...last, to: from})
      shown.push(kept)
      break
    }
    return from
  }

  function line(text: string, from: number): void {
    const start = length === 0 || endsInBreak() ? blankStart(text) : 0
    if (start < text.length) add('text', text.slice(start), from + start, from + text.length)
  }

  function breakLine(kind: 'soft' | 'break', from: number, to: number): void {
    if (endsInBreak()) return
    // Blank space before the break belongs to it only where no markup lies between.
    const touches = pieces.at(-1)?.to === from
    const start = trimEnd()
    if (length === 0) return
    add(kind, kind === 'soft' ? ' ' : '\n', touches && start !== undefined ? start : from, to)
  }

  return {
    text(text, from) {
      let done = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', done)) {
        const before = text.slice(done, end)
        const hard = hardBreak.exec(before)
        const kept = hard?.[1] === '\\' ? hard.index : blankEnd(before)
        line(before.slice(0, kept), from + done)
        blanks.lastIndex = end + 1
        blanks.test(text)
        breakLine(hard === null ? 'soft' : 'break', from + done + kept, from + blanks.lastIndex)
        done = blanks.lastIndex
      }
      line(text.slice(done), from + done)
    },
    fixed: (text, from) => add('text', text, from, from + text.length, true),
    character: (text, from, to) => add('character', text, from, to),
    lineBreak: (from, to) => breakLine('break', from, to),
    softBreak: (from, to) => breakLine('soft', from, to),
    object(kind, raw, from, to) {
      const isAtLine = pieces.at(-1)?.kind === 'soft'
      if (kind === 'placeholder' && branches.parts(raw, shown.slice(-3).join(''), isAtLine))
        return breakLine('break', from, to)
      marks.push({kind, start: length, end: length + 1, text: detach(raw)})
      add('object', '\ufffc', from, to)
    },
    extendBreak(to) {
      const last = pieces.at(-1)
      if (last?.kind === 'soft' || last?.kind === 'break') pieces[pieces.length - 1] = {...last, to}
    },
    open() {
      depth++
      return length
    },
    close(kind, start) {
      depth--
      marks.push({kind, start, end: length})
    },
    fix(start) {
      for (let index = pieces.length - 1; index >= 0; index--) {
        const piece = pieces[index]
        if (piece === undefined || piece.at < start) return
        pieces[index] = {...piece, fixed: true}
      }
    },
    get length() {
      return length
    },
    finish(lines) {
      trimEnd()
      if (lines) finishLines(shown, pieces)
      const kept = marks
        .map(mark => (mark.end > length ? {...mark, end: length} : mark))
        .filter(mark => mark.start < mark.end)
        .sort((a, b) => a.start - b.start || b.end - a.end)
      return {prose: detach(shown.join('')), marks: kept, pieces}
    },
  }
}

/** The most characters of a line that its writer ended on purpose, where its end doesn't tell. */
const shortLine = 50

/** Turns the soft breaks of a reply into line ends where the next line starts anew: “Hi Ana,” or a name below “Best,”. */
function finishLines(shown: string[], pieces: readonly Piece[]): void {
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

/** The length of `text` without the blank space at its end. */
function blankEnd(text: string): number {
  let end = text.length
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

/** Where `text` begins after blank space. */
function blankStart(text: string): number {
  let start = 0
  while (start < text.length && isBlank(text.charCodeAt(start))) start++
  return start
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10

/** A slice keeps the whole text that it was cut from alive; a copy does not. */
const detach = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
