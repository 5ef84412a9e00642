/**
 * A text whose parts can be read without the whole. A large text that is edited is kept in three pieces, the edits in the middle one: to put
 * ten megabytes together at each keystroke would take longer than all else.
 */
export interface SourceText {
  /** In UTF-16 code units. */
  readonly length: number
  slice(start: number, end: number): string
  /** All of it, put together when it is first asked for. */
  whole(): string
  /** The text with what lies between `from` and `to` replaced. */
  replace(from: number, to: number, insert: string): SourceText
}

/** Below this a text is put together anew at each edit. */
const large = 200_000
/** How much of a large text on either side of an edit belongs to the middle piece. */
const margin = 8_000

/** A text as one piece. */
export function sourceText(text: string): SourceText {
  return {
    length: text.length,
    slice: (start, end) => text.slice(start, end),
    whole: () => text,
    replace(from, to, insert) {
      if (text.length < large) return sourceText(text.slice(0, from) + insert + text.slice(to))
      const start = Math.max(0, from - margin)
      const end = Math.min(text.length, to + margin)
      return pieces(text.slice(0, start), text.slice(start, from) + insert + text.slice(to, end), text.slice(end))
    },
  }
}

/** The text between `before` and `after`, which are not touched as long as the edits stay in the middle. */
function pieces(before: string, middle: string, after: string): SourceText {
  const end = before.length + middle.length
  const length = end + after.length
  let joined: string | undefined
  const whole = (): string => {
    joined ??= before + middle + after
    return joined
  }
  return {
    length,
    whole,
    slice(from, to) {
      if (from >= before.length && to <= end) return middle.slice(from - before.length, to - before.length)
      if (to <= before.length) return before.slice(from, to)
      if (from >= end) return after.slice(from - end, to - end)
      return (
        before.slice(from, before.length) +
        middle.slice(Math.max(0, from - before.length), Math.max(0, to - before.length)) +
        after.slice(0, Math.max(0, to - end))
      )
    },
    replace(from, to, insert) {
      const isInside = from >= before.length && to <= end && middle.length + insert.length < 4 * margin
      if (!isInside) return sourceText(whole()).replace(from, to, insert)
      const [start, stop] = [from - before.length, to - before.length]
      return pieces(before, middle.slice(0, start) + insert + middle.slice(stop), after)
    },
  }
}
