import {
  type Characters,
  digits,
  everything,
  except,
  nothing,
  rangeOf,
  setOf,
  spaces,
  wordCharacters,
} from './characters.ts'
import type {Expression} from './expression.ts'

/** A character or a set of them as an escape or a class gives it. */
export interface ReadSet {
  readonly set: Characters
  readonly source: string
  /** Of a single character. */
  readonly char?: string
}

const wordSource = '\\p{L}\\p{N}_'

/** The escapes that stand for sets. */
export const setEscapes: Readonly<Record<string, ReadSet>> = {
  w: {set: wordCharacters, source: `[${wordSource}]`},
  W: {set: except(wordCharacters), source: `[^${wordSource}]`},
  d: {set: digits, source: '\\d'},
  D: {set: everything & ~digits, source: '\\D'},
  s: {set: spaces, source: '\\s'},
  S: {set: except(spaces), source: '\\S'},
}

/** The named classes of POSIX that patterns use. */
export const namedClasses: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '\\d',
  alnum: '\\p{L}\\p{N}',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  punct: '\\p{P}',
  space: '\\s',
  word: wordSource,
}

/** What a JavaScript class matches of ASCII, and that it may match others. */
export function setOfSource(source: string): Characters {
  const pattern = new RegExp(source, 'u')
  let set = nothing
  for (let code = 0; code < 128; code++) if (pattern.test(String.fromCharCode(code))) set |= 1n << BigInt(code)
  for (const [sample, bit] of [
    ['é', 128n],
    ['中', 128n],
    ['Ä', 128n],
    ['“', 129n],
    ['…', 129n],
    ['\u00a0', 129n],
    ['’', 130n],
  ] as const)
    if (pattern.test(sample)) set |= 1n << bit
  return set
}

/** One character of a pattern; a straight apostrophe is any apostrophe. */
export function characterOf(char: string, ignoreCase: boolean): Expression {
  const forms = new Set(ignoreCase ? [char.toLowerCase(), char.toUpperCase(), char] : [char])
  if (char === "'") forms.add('’')
  const all = [...forms].filter(form => Array.from(form).length === 1)
  const source = all.length === 1 ? escaped(char) : `[${all.map(escaped).join('')}]`
  const set = all.reduce((sum, form) => sum | setOf(form, false), nothing)
  return {type: 'set', set, source, char}
}

/** A range of a class as JavaScript writes it, in both cases where case does not count. */
export function rangeSource(from: string, to: string, ignoreCase: boolean): ReadSet {
  const plain = `${escapedInClass(from)}-${escapedInClass(to)}`
  const others = ignoreCase ? shifted(from, to, 'A', 'Z', 32) + shifted(from, to, 'a', 'z', -32) : ''
  return {set: rangeOf(from, to, ignoreCase), source: plain + others}
}

/** The letters of a range that lie between two others, in the other case: a range may begin with a capital and end with a small letter. */
function shifted(from: string, to: string, first: string, last: string, by: number): string {
  const start = Math.max(from.codePointAt(0) ?? 0, first.charCodeAt(0))
  const end = Math.min(to.codePointAt(0) ?? 0, last.charCodeAt(0))
  return start > end ? '' : `${String.fromCharCode(start + by)}-${String.fromCharCode(end + by)}`
}

/** A character that stands for itself. */
function escaped(char: string): string {
  if (char === '\n') return '\\n'
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char
}

/** The same in a class. */
export function escapedInClass(char: string): string {
  return char === '-' ? '\\-' : escaped(char)
}
