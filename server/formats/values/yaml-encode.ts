import type {Span} from '../../../rules/kit/types.ts'

/** The five ways to write a text in YAML, by the library's names. */
export type YamlStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED'

/** What a text must respect to be written into a scalar. */
export interface ScalarPlace {
  readonly style: YamlStyle
  /** All of the scalar, its line breaks \n or \r\n. */
  readonly source: string
  /** How many spaces each line of its content, but the first of a flow scalar, begins with at least; -1 where there is none. */
  readonly indent: number
  readonly eol: string
  /** Whether it stands in a flow collection, `[a, b]` or `{a: b}`. */
  readonly isFlow: boolean
}

/** What no scalar but a double-quoted one can hold, and what some readers take for a line break. */
const unwritable = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u

/** The ways to write `text` in the place of `at`, the best first: each is right only if the scalar then reads as it has to. */
export function writingsOf(text: string, at: Span<'source'>, place: ScalarPlace): readonly string[] {
  if (place.style === 'QUOTE_DOUBLE') return doubleQuoted(text, place.source)
  if (unwritable.test(text)) return []
  if (place.style === 'PLAIN') return text.includes('\n') ? [] : [text]
  if (place.style === 'QUOTE_SINGLE') return singleQuoted(text, place)
  if (place.style === 'BLOCK_LITERAL') return [block(text, at, place, 0)]
  return /\n[ \t]/.test(text) ? [] : [block(text, at, place, 1), block(text, at, place, 0)]
}

const marker = /^(?:---|\.\.\.)(?![^\s])/m
const plainStart = /^[\s,[\]{}#&*!|>'"%@`:]|^[-?](?!\S)/
const plainInside = /\s$|\s#|:(?!\S)/
/** Reads as something else than a text, by YAML 1.1 or 1.2. */
const foreign =
  /^(?:|~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)|[-+.]?\d[\w.:+-]*(?:[Tt ][\d:.+ -]*Z?)?)$/i

/** The fewest spaces that a line after the first begins with, blank ones aside; -1 where there is none. */
export function marginOf(source: string): number {
  if (!source.includes('\n')) return -1
  const lines = source.split('\n').slice(1)
  const margins = lines.filter(line => line.trim() !== '').map(line => line.search(/[^ ]/))
  return margins.reduce((least, margin) => Math.min(least, margin), margins[0] ?? -1)
}

/** Whether the scalar would still be one scalar, and a text, with `source` in its place. */
export function standsAlone(source: string, {style, indent, isFlow}: ScalarPlace): boolean {
  if (marker.test(source)) return false
  if (style.startsWith('BLOCK')) return true
  const margin = marginOf(source)
  if (margin >= 0 && margin < indent) return false
  if (style !== 'PLAIN') return true
  if (plainStart.test(source) || plainInside.test(source) || foreign.test(source)) return false
  return !isFlow || !/^[-?:]|[,[\]{}]/.test(source)
}

function doubleQuoted(text: string, source: string): readonly string[] {
  if (/\p{Cs}/u.test(text)) return []
  const isAscii = /\\(?:u(?!00[0-7])|U(?!000000[0-7])|x[89a-fA-F])/.test(source) && !/[^\p{ASCII}]/u.test(source)
  const written = text.replace(isAscii ? beyondAscii : needsEscape, sign => short[sign] ?? unicode(sign))
  // A space beside a folded line break would be lost.
  return [written, written.replace(/^ | $/g, '\\ ')]
}

const needsEscape = /["\\]|\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff]/gu
/** Not the marks of a slot: they never reach a file. */
const beyondAscii = /["\\]|\p{Cc}|[^\p{ASCII}⟦⟧]/gu
const short: Readonly<Record<string, string>> = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t'}

function unicode(sign: string): string {
  const digits = (sign.codePointAt(0) ?? 0).toString(16)
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
}

function singleQuoted(text: string, {indent, eol}: ScalarPlace): readonly string[] {
  const quoted = text.replaceAll("'", "''")
  if (!text.includes('\n')) return [quoted]
  if (indent < 0) return []
  return [quoted.replace(/\n+/g, breaks => eol.repeat(breaks.length + 1) + ' '.repeat(indent))]
}

/** Lines with their indentation; a folded scalar reads \n only where `extra` more line breaks stand. */
function block(text: string, at: Span<'source'>, {source, indent, eol}: ScalarPlace, extra: number): string {
  const margin = ' '.repeat(indent)
  const lineStart = source.lastIndexOf('\n', at.start - 1) + 1
  const before = source.slice(lineStart, at.start)
  const endsLine = /^\r?(?:\n|$)/.test(source.slice(at.end, at.end + 2))
  const startsLine = before.length < indent && /^ *$/.test(before)
  const isFilled = text === '' ? !endsLine : !text.startsWith('\n')
  const written = text.replace(/\n+/g, (breaks, from: number) => {
    const isLast = from + breaks.length === text.length
    return eol.repeat(breaks.length + extra) + (isLast && endsLine ? '' : margin)
  })
  return startsLine && isFilled ? margin.slice(before.length) + written : written
}
