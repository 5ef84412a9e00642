import type {Mark} from '../../../rules/kit/types.ts'
import {type Branches, startBranches} from '../placeholders/branches.ts'
import {finishLines} from './finish-lines.ts'
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

/** Starts an empty block. */
export function startDraft(): Draft {
  return new OpenDraft()
}

/** A carriage return before it has become a tab. */
const hardBreak = /( {2}|\\)\t?$/
const blanks = /[ \t]*/y

type OpenPiece = {-readonly [Field in keyof Piece]: Piece[Field]}

/** One for each block of each file, so its functions are made once. */
class OpenDraft implements Draft {
  length = 0
  private depth = 0
  private readonly pieces: OpenPiece[] = []
  /** What each piece shows; one string that grew would be copied at every look at its end. */
  private readonly shown: string[] = []
  private readonly marks: Mark[] = []
  private branches: Branches | undefined

  text(text: string, from: number): void {
    let done = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', done)) {
      const before = text.slice(done, end)
      const kept = blankEnd(before)
      const hard = kept < before.length || before.endsWith('\\') ? hardBreak.exec(before) : null
      const length = hard?.[1] === '\\' ? hard.index : kept
      this.line(before.slice(0, length), from + done)
      blanks.lastIndex = end + 1
      blanks.test(text)
      this.breakLine(hard === null ? 'soft' : 'break', from + done + length, from + blanks.lastIndex)
      done = blanks.lastIndex
    }
    this.line(text.slice(done), from + done)
  }

  fixed(text: string, from: number): void {
    this.add('text', text, from, from + text.length, true)
  }

  character(shown: string, from: number, to: number): void {
    this.add('character', shown, from, to)
  }

  lineBreak(from: number, to: number): void {
    this.breakLine('break', from, to)
  }

  softBreak(from: number, to: number): void {
    this.breakLine('soft', from, to)
  }

  object(kind: Mark['kind'], raw: string, from: number, to: number): void {
    if (kind === 'placeholder' && this.parts(raw)) this.breakLine('break', from, to)
    else {
      this.marks.push({kind, start: this.length, end: this.length + 1, text: detach(raw)})
      this.add('object', '\ufffc', from, to)
    }
  }

  extendBreak(to: number): void {
    const last = this.pieces.at(-1)
    if (last?.kind === 'soft' || last?.kind === 'break') last.to = to
  }

  open(): number {
    this.depth++
    return this.length
  }

  close(kind: Mark['kind'], start: number): void {
    this.depth--
    this.marks.push({kind, start, end: this.length})
  }

  fix(start: number): void {
    for (let index = this.pieces.length - 1; index >= 0; index--) {
      const piece = this.pieces[index]
      if (piece === undefined || piece.at < start) return
      piece.fixed = true
    }
  }

  finish(lines: boolean): Prose {
    this.trimEnd()
    const {shown, pieces} = this
    if (lines) finishLines(shown, pieces)
    const [only = ''] = shown
    const prose = shown.length > 1 ? shown.join('') : detach(only)
    // A list that grew has room for more, and a copy has none: it is kept as long as the document.
    return {prose, marks: this.orderedMarks(), pieces: pieces.slice()}
  }

  private add(kind: PieceKind, text: string, from: number, to: number, fixed = false): void {
    const {pieces, shown, depth} = this
    const last = pieces.at(-1)
    if (kind === 'text' && last?.kind === 'text' && last.to === from && last.depth === depth && last.fixed === fixed) {
      last.to = to
      shown[shown.length - 1] += text
    } else {
      pieces.push({kind, at: this.length, from, to, depth, fixed})
      shown.push(text)
    }
    this.length += text.length
  }

  /** Whether a placeholder is a tag that parts two sentences. */
  private parts(raw: string): boolean {
    this.branches ??= startBranches()
    return this.branches.parts(raw, this.shown.slice(-3).join(''), this.pieces.at(-1)?.kind === 'soft')
  }

  private endsInBreak(): boolean {
    return this.pieces.at(-1)?.kind === 'break'
  }

  private line(text: string, from: number): void {
    const start = this.length === 0 || this.endsInBreak() ? blankStart(text) : 0
    if (start < text.length) this.add('text', text.slice(start), from + start, from + text.length)
  }

  private breakLine(kind: 'soft' | 'break', from: number, to: number): void {
    if (this.endsInBreak()) return
    // Blank space before the break belongs to it only where no markup lies between.
    const touches = this.pieces.at(-1)?.to === from
    const start = this.trimEnd()
    if (this.length === 0) return
    this.add(kind, kind === 'soft' ? ' ' : '\n', touches && start !== undefined ? start : from, to)
  }

  /** Takes blank space off the end of the prose and says where in the file it began. */
  private trimEnd(): number | undefined {
    const {pieces, shown} = this
    let from: number | undefined
    for (let last = pieces.at(-1); last !== undefined && last.kind !== 'object'; last = pieces.at(-1)) {
      const text = shown.at(-1) ?? ''
      const kept = blankEnd(text)
      if (kept === text.length) break
      if (kept > 0 && last.kind === 'text') {
        this.length = last.at + kept
        last.to = last.from + kept
        shown[shown.length - 1] = text.slice(0, kept)
        return last.to
      }
      this.length = last.at
      from = last.from
      pieces.pop()
      shown.pop()
    }
    return from
  }

  private orderedMarks(): readonly Mark[] {
    const {marks, length} = this
    if (marks.length === 0) return marks
    return marks
      .map(mark => (mark.end > length ? {...mark, end: length} : mark))
      .filter(mark => mark.start < mark.end)
      .sort((a, b) => a.start - b.start || b.end - a.end)
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
