import type {Run} from '../prose/literal.ts'

/** What a scalar says, and which of its characters say it. */
export interface Decoded {
  readonly text: string
  readonly runs: readonly Run[]
  /** Whether it holds what libraries read differently: a blank line behind a `\` that joins two. */
  readonly isDoubtful?: boolean
}

/** A scalar as it is decoded, in the order of its source. */
export interface Runs {
  /** Takes the characters from `from` up to `to` as they are. */
  text(from: number, to: number): void
  /** Lets other characters show `shown`. */
  escape(shown: string, from: number, to: number): void
  finish(): Decoded
}

/** Starts to decode `source`. */
export function startRuns(source: string): Runs {
  const shown: string[] = []
  const runs: Run[] = []
  let length = 0

  function add(kind: Run['kind'], text: string, from: number, to: number): void {
    if (text === '') return
    runs.push({kind, at: length, from, to})
    shown.push(text)
    length += text.length
  }

  return {
    text: (from, to) => add('text', source.slice(from, to), from, to),
    escape: (text, from, to) => add('escape', text, from, to),
    finish: () => ({text: shown.join(''), runs}),
  }
}
