import {type Decoded, startRuns} from './yaml-runs.ts'

/** Whether a quoted scalar ends in a quote that closes it, and not in one that is doubled or escaped. */
export function isClosed(source: string): boolean {
  const quote = source.charAt(0)
  if (source.length < 2 || !source.endsWith(quote)) return false
  const doubling = quote === "'" ? quote : '\\'
  let before = source.length - 2
  while (before > 0 && source[before] === doubling) before--
  return (source.length - 2 - before) % 2 === 0
}

/** Decodes a plain or single-quoted scalar, in which a line break reads as a space, or as one \n less than there are of them. */
export function decodeFolded(source: string, isQuoted: boolean): Decoded | undefined {
  if (isQuoted && !isClosed(source)) return undefined
  const runs = startRuns(source)
  const end = isQuoted ? source.length - 1 : source.length
  let quote = isQuoted ? source.indexOf("''", 1) : -1

  function content(from: number, to: number): void {
    let done = from
    while (quote >= 0 && quote + 2 <= to) {
      runs.text(done, quote)
      runs.escape("'", quote, quote + 2)
      done = quote + 2
      quote = source.indexOf("''", done)
    }
    runs.text(done, to)
  }

  let from = isQuoted ? 1 : 0
  let gap = -1
  let breaks = 0
  for (;;) {
    const found = source.indexOf('\n', from)
    const isLast = found < 0 || found >= end
    const to = isLast ? end : trimmedEnd(source, from, source[found - 1] === '\r' ? found - 1 : found)
    const start = gap < 0 ? from : blanksEnd(source, from, to)
    if (gap >= 0 && (start < to || isLast)) {
      runs.escape(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), gap, start)
      breaks = 0
    }
    if (gap < 0 || start < to || isLast) {
      content(start, to)
      gap = to
    }
    if (isLast) return runs.finish()
    breaks++
    from = found + 1
  }
}

/** Decodes a double-quoted scalar; undefined where it holds an escape that YAML does not know. */
export function decodeDouble(source: string): Decoded | undefined {
  if (!isClosed(source)) return undefined
  const runs = startRuns(source)
  const end = source.length - 1
  const special = /[\\\n]/g
  let done = 1
  let isDoubtful = false
  for (;;) {
    special.lastIndex = done
    const at = special.exec(source)?.index ?? end
    if (at >= end) {
      runs.text(done, end)
      return {...runs.finish(), isDoubtful}
    }
    if (source[at] === '\n') {
      const lineEnd = at > done && source[at - 1] === '\r' ? at - 1 : at
      const from = trimmedEnd(source, done, lineEnd)
      runs.text(done, from)
      const {to, breaks} = foldAt(source, at)
      runs.escape(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), from, to)
      done = to
      continue
    }
    runs.text(done, at)
    const next = source.slice(at + 1, at + 3)
    if (next.startsWith('\n') || next === '\r\n') {
      done = blanksEnd(source, at + (next.startsWith('\n') ? 2 : 3), end)
      isDoubtful ||= /^\r?\n/.test(source.slice(done, done + 2))
      continue
    }
    const found = escapeAt(source, at)
    if (found === undefined || found.to > end) return undefined
    runs.escape(found.shown, at, found.to)
    done = found.to
  }
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}

const code = /x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y

function escapeAt(source: string, at: number): {readonly shown: string; readonly to: number} | undefined {
  const letter = source.charAt(at + 1)
  if (Object.hasOwn(escapes, letter)) return {shown: escapes[letter] ?? '', to: at + 2}
  code.lastIndex = at + 1
  const digits = code.exec(source)?.[0]
  if (digits === undefined) return undefined
  const point = Number.parseInt(digits.slice(1), 16)
  if (point > 0x10ffff) return undefined
  return {shown: String.fromCodePoint(point), to: at + 1 + digits.length}
}

const isBlank = (sign: string | undefined): boolean => sign === ' ' || sign === '\t'

function trimmedEnd(source: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlank(source[end - 1])) end--
  return end
}

function blanksEnd(source: string, from: number, to: number): number {
  let start = from
  while (start < to && isBlank(source[start])) start++
  return start
}

function foldAt(source: string, at: number): {readonly to: number; readonly breaks: number} {
  let breaks = 0
  let to = at
  for (;;) {
    if (source[to] === '\n') breaks++
    else if (!isBlank(source[to]) && !(source[to] === '\r' && source[to + 1] === '\n')) return {to, breaks}
    to++
  }
}
