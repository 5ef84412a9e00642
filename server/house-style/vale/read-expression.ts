import {everything, lineFeed, nothing} from './characters.ts'
import {choice, type Edge, type Expression, type PatternMistake, sequence} from './expression.ts'
import {characterOf, escapedInClass, namedClasses, rangeSource, setEscapes, setOfSource} from './read-class.ts'

const longest = 2000
const deepest = 40

class Unreadable extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Reads a pattern as Vale's engine does; or says what in it Poise does not read. */
export function readExpression(
  pattern: string,
  ignoreCase: boolean,
):
  | {readonly expression: Expression; readonly mistake?: never}
  | {readonly mistake: PatternMistake; readonly expression?: never} {
  if (pattern.length > longest) return {mistake: {message: `This pattern is longer than ${longest} characters.`, at: 0}}
  try {
    const reader = makeReader(Array.from(pattern), ignoreCase)
    return {expression: reader()}
  } catch (error) {
    if (error instanceof Unreadable) return {mistake: {message: error.message, at: error.at}}
    throw error
  }
}

const edges: Readonly<Record<string, Edge>> = {b: 'word', B: 'inside', A: 'start', z: 'end', Z: 'end'}
const controls: Readonly<Record<string, string>> = {t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', e: '\x1b', a: '\x07'}

function makeReader(chars: readonly string[], startsIgnoringCase: boolean): () => Expression {
  let at = 0
  let ignoreCase = startsIgnoringCase
  let dotAll = false
  let depth = 0

  const fail = (message: string, where = at): never => {
    throw new Unreadable(message, where)
  }
  const rest = (length: number): string => chars.slice(at, at + length).join('')
  const takeIf = (text: string): boolean => {
    if (rest(text.length) !== text) return false
    at += text.length
    return true
  }
  const untilClose = (close: string): string => {
    const end = chars.indexOf(close, at)
    if (end < 0) return fail(`This pattern lacks a “${close}”.`)
    const text = chars.slice(at, end).join('')
    at = end + 1
    return text
  }

  function readChoice(): Expression {
    if (++depth > deepest) fail(`Groups are nested more than ${deepest} deep here.`)
    const [caseBefore, dotBefore] = [ignoreCase, dotAll]
    const branches = [readSequence()]
    while (takeIf('|')) branches.push(readSequence())
    ignoreCase = caseBefore
    dotAll = dotBefore
    depth--
    return choice(branches)
  }

  function readSequence(): Expression {
    const items: Expression[] = []
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') {
      const start = at
      const item = readItem()
      if (item !== undefined) items.push(readRepeat(item, start))
    }
    return sequence(items)
  }

  function readItem(): Expression | undefined {
    const char = chars[at++] ?? ''
    if (char === '(') return readGroup()
    if (char === '[') return readClass()
    if (char === '\\') return readEscape()
    if (char === '^') return {type: 'edge', edge: 'line-start'}
    if (char === '$') return {type: 'edge', edge: 'line-end'}
    if (char === '.')
      return {type: 'set', set: dotAll ? everything : everything & ~lineFeed, source: dotAll ? '[\\s\\S]' : '[^\\n]'}
    if (/[*+?]/.test(char)) return fail(`Nothing stands in front of “${char}” that could be repeated.`, at - 1)
    return characterOf(char, ignoreCase)
  }

  function readRepeat(item: Expression, start: number): Expression {
    const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest(12))
    const sign = chars[at] ?? ''
    let [min, max] = [1, 1]
    if (counted) {
      at += counted[0].length
      min = Number(counted[1])
      max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : Infinity
      if (min > 1000 || (max !== Infinity && (max > 1000 || max < min)))
        fail('This count is too large, or the wrong way round.', start)
    } else if (/^[*+?]$/.test(sign)) {
      at++
      min = sign === '+' ? 1 : 0
      max = sign === '?' ? 1 : Infinity
    } else return item
    const lazy = takeIf('?')
    if (takeIf('+')) fail('Poise does not read possessive repeats (“++”). Leave out the second sign.', at - 1)
    if (/^[*+?]$/.test(chars[at] ?? '')) fail('This repeats a repeat. Leave out one of the signs.')
    if (item.type === 'edge' || item.type === 'look') return min === 0 ? sequence([]) : item
    return {type: 'repeat', item, min, max, lazy}
  }

  function close(item: Expression, start: number): Expression {
    if (!takeIf(')')) fail('This group is not closed. Add “)”.', start)
    return item
  }

  function readGroup(): Expression | undefined {
    const start = at - 1
    if (!takeIf('?')) return close({type: 'capture', item: readChoice()}, start)
    if (takeIf(':')) return close(readChoice(), start)
    if (takeIf('#')) return void untilClose(')')
    for (const [sign, ahead, negative] of [
      ['=', true, false],
      ['!', true, true],
      ['<=', false, false],
      ['<!', false, true],
    ] as const)
      if (takeIf(sign)) return close({type: 'look', item: readChoice(), ahead, negative}, start)
    if (takeIf('P<') || takeIf('<')) {
      untilClose('>')
      return close({type: 'capture', item: readChoice()}, start)
    }
    const [flags] = /^-?[a-zA-Z-]*/.exec(rest(12)) ?? ['']
    if (flags === '' || /[^ims-]/.test(flags))
      return fail('Poise does not read this kind of group. Write “(?:…)”.', start)
    at += flags.length
    const [on = '', off = ''] = flags.split('-')
    const before = [ignoreCase, dotAll] as const
    const set = () => {
      ignoreCase = (ignoreCase || on.includes('i')) && !off.includes('i')
      dotAll = (dotAll || on.includes('s')) && !off.includes('s')
    }
    set()
    if (takeIf(')')) return undefined
    if (!takeIf(':')) return fail('Poise does not read this kind of group. Write “(?:…)”.', start)
    const inner = readChoice()
    ;[ignoreCase, dotAll] = before
    return close(inner, start)
  }

  function readEscape(): Expression {
    const start = at - 1
    const char = chars[at++] ?? fail('A backslash stands at the end. Remove it, or double it.', start)
    const edge = edges[char]
    if (edge !== undefined) return {type: 'edge', edge}
    const set = setEscapes[char]
    if (set !== undefined) return {type: 'set', ...set}
    if (char === 'p' || char === 'P') {
      const source = propertySource(char, start)
      return {type: 'set', set: setOfSource(source), source}
    }
    return characterOf(escapedCharacter(char, start), ignoreCase)
  }

  function propertySource(char: string, start: number): string {
    const name = takeIf('{') ? untilClose('}') : (chars[at++] ?? '')
    const source: string = `\\${char}{${name}}`
    try {
      new RegExp(source, 'u')
      return source
    } catch {
      return fail(`Poise does not know the class “${source}”.`, start)
    }
  }

  function escapedCharacter(char: string, start: number): string {
    const control = controls[char]
    if (control !== undefined) return control
    const code =
      char === 'x'
        ? /^(?:\{([\da-f]{1,6})\}|([\da-f]{2}))/i.exec(rest(8))
        : char === 'u'
          ? /^()([\da-f]{4})/i.exec(rest(4))
          : null
    if (code) {
      at += code[0].length
      const number = Number.parseInt(code[1] || code[2] || '0', 16)
      return number <= 0x10ffff ? String.fromCodePoint(number) : fail('There is no such character.', start)
    }
    if (/[1-9k]/.test(char))
      return fail('This refers back to an earlier group, which can take very long. Write the words themselves.', start)
    return /[a-z\d]/i.test(char) ? fail(`Poise does not know “\\${char}”.`, start) : char
  }

  function readClass(): Expression {
    const start = at - 1
    const negative = takeIf('^')
    let source = ''
    let set = nothing
    const add = (more: {readonly set: bigint; readonly source: string}) => {
      set |= more.set
      source += more.source
    }
    for (let first = true; first || chars[at] !== ']'; first = false) {
      if (at >= chars.length) fail('This class is not closed. Add “]”.', start)
      const named = /^\[:(\w+):\]/.exec(rest(12))
      const inner = namedClasses[named?.[1] ?? '']
      if (named && inner !== undefined) {
        at += named[0].length
        add({set: setOfSource(`[${inner}]`), source: inner})
        continue
      }
      const from = readMember()
      if (typeof from !== 'string') {
        add(from)
        continue
      }
      if (chars[at] !== '-' || chars[at + 1] === ']' || at + 1 >= chars.length) {
        const one = characterOf(from, ignoreCase)
        if (one.type === 'set')
          add({set: one.set, source: from === '-' ? escapedInClass(from) : one.source.replace(/^\[(.*)\]$/s, '$1')})
        continue
      }
      at++
      const to = readMember()
      if (typeof to !== 'string') return fail('A range ends with a single character.', start)
      if ((from.codePointAt(0) ?? 0) > (to.codePointAt(0) ?? 0)) fail('This range is the wrong way round.', start)
      add(rangeSource(from, to, ignoreCase))
    }
    at++
    const whole = `[${negative ? '^' : ''}${source}]`
    return {type: 'set', set: negative ? setOfSource(whole) : set, source: whole}
  }

  /** A character of a class, or the set that an escape stands for. */
  function readMember(): string | {readonly set: bigint; readonly source: string} {
    const char = chars[at++] ?? ''
    if (char !== '\\') return char
    const start = at - 1
    const next = chars[at++] ?? fail('A backslash stands at the end. Remove it, or double it.', start)
    if (next === 'b') return '\b'
    const set = setEscapes[next]
    if (set !== undefined) {
      const source = set.source.replace(/^\[(.*)\]$/, '$1')
      if (next === 'W') return fail('Poise does not read “\\W” in a class. Name the characters.', start)
      return {set: set.set, source}
    }
    if (next === 'p' || next === 'P') {
      const source = propertySource(next, start)
      return {set: setOfSource(source), source}
    }
    return escapedCharacter(next, start)
  }

  return () => {
    const read = readChoice()
    if (at < chars.length) fail('This “)” closes no group. Remove it, or write “\\)”.')
    return read
  }
}
