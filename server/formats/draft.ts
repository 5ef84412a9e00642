import type {Mark} from '../../rules/kit/types.ts'
import type {Piece, PieceKind} from './source-map.ts'

/** The prose of one block as it is put together, in the order of the file. */
export interface Draft {
  /** Copies `text`, which lies at `from`, turning its line breaks into spaces or \n. */
  text(text: string, from: number): void
  /** Shows `shown` for what lies between `from` and `to`. */
  character(shown: string, from: number, to: number): void
  /** Breaks the line, where a line has begun: visibly, or as a space. */
  lineBreak(from: number, to: number): void
  softBreak(from: number, to: number): void
  /** Stands one U+FFFC for what lies between `from` and `to`. */
  object(kind: Mark['kind'], raw: string, from: number, to: number): void
  /** Lets the last line break reach up to `to`, where a quote marker or indentation follows it. */
  extendBreak(to: number): boolean
  /** Opens and closes the span of a mark that lies around prose. */
  open(): number
  close(kind: Mark['kind'], start: number): void
  readonly length: number
  finish(): Prose
}

/** A block's prose with what is known of it. */
export interface Prose {
  readonly prose: string
  readonly marks: readonly Mark[]
  readonly pieces: readonly Piece[]
}

const hardBreak = /(?: {2,}|\\)$/
const blanks = /[ \t]*/y

/** Starts an empty block. */
export function startDraft(): Draft {
  let prose = ''
  let depth = 0
  const marks: Mark[] = []
  const pieces: Piece[] = []

  const isAtLineStart = () => prose === '' || prose.endsWith('\n')

  function add(kind: PieceKind, shown: string, from: number, to: number): void {
    const last = pieces.at(-1)
    if (kind === 'text' && last?.kind === 'text' && last.to === from && last.depth === depth) {
      pieces[pieces.length - 1] = {...last, to}
    } else {
      pieces.push({kind, at: prose.length, from, to, depth})
    }
    prose += shown
  }

  /** Takes `count` characters of blank space off the end of the prose. */
  function trimEnd(): number | undefined {
    let from: number | undefined
    for (let last = pieces.at(-1); last !== undefined; last = pieces.at(-1)) {
      const shown = prose.slice(last.at)
      const kept = last.kind === 'object' ? shown : shown.replace(/[ \t\n]+$/, '')
      if (kept.length === shown.length) break
      prose = prose.slice(0, last.at + kept.length)
      if (kept === '' || last.kind !== 'text') {
        from = last.from
        pieces.pop()
      } else {
        from = last.from + kept.length
        pieces[pieces.length - 1] = {...last, to: from}
      }
    }
    return from
  }

  function line(text: string, from: number): void {
    if (text === '') return
    const kept = isAtLineStart() ? text.trimStart() : text
    if (kept !== '') add('text', kept, from + text.length - kept.length, from + text.length)
  }

  function lineBreak(kind: 'soft' | 'break', from: number, to: number): void {
    const start = trimEnd()
    if (prose === '') return
    // Blank space before the break belongs to it only where nothing lies between.
    add(kind, kind === 'soft' ? ' ' : '\n', start !== undefined && start < from ? start : from, to)
  }

  return {
    text(text, from) {
      let done = 0
      for (;;) {
        const end = text.indexOf('\n', done)
        if (end < 0) break
        const before = text.slice(done, end)
        const hard = hardBreak.exec(before.endsWith('\r') ? before.slice(0, -1) : before)
        const shown = hard?.[0] === '\\' ? before.slice(0, hard.index) : before.trimEnd()
        line(shown, from + done)
        blanks.lastIndex = end + 1
        blanks.test(text)
        const next = blanks.lastIndex
        const endsInBreak = prose.endsWith('\n')
        if (!endsInBreak) lineBreak(hard === null ? 'soft' : 'break', from + done + shown.length, from + next)
        done = next
      }
      line(text.slice(done), from + done)
    },
    character(shown, from, to) {
      add('character', shown, from, to)
    },
    lineBreak(from, to) {
      if (!prose.endsWith('\n')) lineBreak('break', from, to)
    },
    softBreak(from, to) {
      if (!prose.endsWith('\n')) lineBreak('soft', from, to)
    },
    object(kind, raw, from, to) {
      marks.push({kind, start: prose.length, end: prose.length + 1, text: detach(raw)})
      add('object', '\ufffc', from, to)
    },
    extendBreak(to) {
      const last = pieces.at(-1)
      if (last === undefined || (last.kind !== 'soft' && last.kind !== 'break') || last.at !== prose.length - 1)
        return prose === ''
      pieces[pieces.length - 1] = {...last, to}
      return true
    },
    open() {
      depth++
      return prose.length
    },
    close(kind, start) {
      depth--
      marks.push({kind, start, end: prose.length})
    },
    get length() {
      return prose.length
    },
    finish() {
      trimEnd()
      const end = prose.length
      const kept = marks
        .map(mark => (mark.end > end ? {...mark, end} : mark))
        .filter(mark => mark.start < mark.end)
        .sort((a, b) => a.start - b.start || b.end - a.end)
      return {prose: detach(prose), marks: kept, pieces}
    },
  }
}

/** A slice keeps the whole text that it was cut from alive; a copy does not. */
const detach = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
