import type {Span} from '../../../rules/kit/types.ts'
import {type Literal, makeLiteral, type Run} from '../prose/literal.ts'

const short: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const hex = /^[\da-f]{4}$/i

/** Reads a JSON string, quotation marks included; one with an escape that JSON does not know takes no edits. */
export function jsonLiteral(raw: string): Literal {
  return new JsonLiteral(raw)
}

/** Most strings have no finding, so where each escape stands is looked up late. */
class JsonLiteral implements Literal {
  readonly #raw: string
  #text: string | undefined
  #exact: Literal | undefined

  constructor(raw: string) {
    this.#raw = raw
  }

  get text(): string {
    this.#text ??= parse(this.#raw) ?? this.#literal().text
    return this.#text
  }

  toSource(span: Span<'value'>): Span<'source'> {
    return this.#literal().toSource(span)
  }

  toEditable(span: Span<'value'>): Span<'source'> | undefined {
    return this.#literal().toEditable(span)
  }

  encode(text: string, at: Span<'value'>): string | undefined {
    return this.#literal().encode(text, at)
  }

  #literal(): Literal {
    this.#exact ??= readRuns(this.#raw)
    return this.#exact
  }
}

function parse(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw.slice(1, -1)
  try {
    const parsed: unknown = JSON.parse(raw)
    return typeof parsed === 'string' ? parsed : undefined
  } catch {
    return undefined
  }
}

function readRuns(raw: string): Literal {
  const runs: Run[] = []
  const parts: string[] = []
  const end = raw.length - 1
  let at = 0
  let isSound = true

  function add(kind: Run['kind'], text: string, from: number, to: number): void {
    runs.push({kind, at, from, to})
    parts.push(text)
    at += text.length
  }

  for (let from = 1; from < end; ) {
    const found = raw.indexOf('\\', from)
    const stop = found < 0 || found > end ? end : found
    if (stop > from) add('text', raw.slice(from, stop), from, stop)
    if (stop === end) break
    const read = escapeAt(raw, stop)
    if (read === undefined) isSound = false
    from = read?.to ?? stop + 1
    add('escape', read?.shown ?? '\\', stop, from)
  }
  let style: Style | undefined
  return makeLiteral(parts.join(''), runs, 1, (text, {before}) => {
    if (!isSound) return undefined
    style ??= styleOf(raw)
    return write(text, before.endsWith('<'), style)
  })
}

/** The escape that starts at a backslash; a surrogate pair that is written as two is one. */
function escapeAt(raw: string, start: number): {readonly shown: string; readonly to: number} | undefined {
  const known = short[raw.charAt(start + 1)]
  if (known !== undefined) return {shown: known, to: start + 2}
  const first = unitAt(raw, start)
  if (first === undefined) return undefined
  const second = first >= 0xd800 && first < 0xdc00 ? unitAt(raw, start + 6) : undefined
  if (second !== undefined && second >= 0xdc00 && second < 0xe000)
    return {shown: String.fromCharCode(first, second), to: start + 12}
  return {shown: String.fromCharCode(first), to: start + 6}
}

function unitAt(raw: string, start: number): number | undefined {
  const digits = raw.slice(start + 2, start + 6)
  return raw.startsWith('\\u', start) && hex.test(digits) ? Number.parseInt(digits, 16) : undefined
}

/** How a string writes what JSON lets it write in several ways: an edit follows it. */
interface Style {
  /** The ASCII characters that it always escapes, each as it does. */
  readonly escapes: ReadonlyMap<string, string>
  /** Whether it escapes all that is not ASCII, and its hexadecimal digits are capitals. */
  readonly ascii: boolean
  readonly capitals: boolean
  /** Whether it writes `</` so that it can stand in a script element. */
  readonly tags: boolean
}

const anyEscape = /\\(?:u[\da-f]{4}|.)/gi

function styleOf(raw: string): Style {
  const inside = raw.slice(1, -1)
  const plain = new Set(inside.replace(anyEscape, ''))
  const escapes = new Map<string, string>()
  let ascii = false
  let capitals = false
  let small = false
  for (const [written] of inside.matchAll(anyEscape)) {
    const shown = escapeAt(written, 0)?.shown ?? ''
    if (shown > '\x7f') ascii = true
    else if (!plain.has(shown) && !escapes.has(shown)) escapes.set(shown, written)
    if (/^\\u.*[A-F]/.test(written)) capitals = true
    if (/^\\u.*[a-f]/.test(written)) small = true
  }
  if (ascii) for (const character of plain) if (character > '\x7f') ascii = false
  return {escapes, ascii, capitals: capitals && !small, tags: inside.includes('<\\/')}
}

/** Marks the place of a fact that the writer fills in; it never reaches a file. */
const slotEdge = /[⟦⟧]/

function write(text: string, isAfterTag: boolean, {escapes, ascii, capitals, tags}: Style): string {
  let written = ''
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    const code = text.charCodeAt(index)
    if (code >= 0x80 && !slotEdge.test(character)) {
      const digits = code.toString(16).padStart(4, '0')
      written += ascii ? `\\u${capitals ? digits.toUpperCase() : digits}` : character
      continue
    }
    const endsTag = tags && character === '/' && (index > 0 ? text[index - 1] === '<' : isAfterTag)
    written += escapes.get(character) ?? (endsTag ? '\\/' : JSON.stringify(character).slice(1, -1))
  }
  return written
}
