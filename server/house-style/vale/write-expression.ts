import {isSubset, wordCharacters} from './characters.ts'
import {startOf} from './cost.ts'
import type {Edge, Expression} from './expression.ts'

const word = '[\\p{L}\\p{N}_]'

const edges: Readonly<Record<Edge, string>> = {
  word: `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`,
  inside: `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`,
  'line-start': '(?<![^\\n])',
  'line-end': '(?![^\\n])',
  start: '(?<![\\s\\S])',
  end: '(?![\\s\\S])',
}

/** An expression as JavaScript writes it under the flag `u`; open repeats end at `cap`. Letters are in both cases already where that is meant. */
export function writeExpression(expression: Expression, cap: number): string {
  switch (expression.type) {
    case 'set':
      return expression.source
    case 'edge':
      return edges[expression.edge]
    case 'capture':
      return `(${writeExpression(expression.item, cap)})`
    case 'look':
      return `(?${expression.ahead ? '' : '<'}${expression.negative ? '!' : '='}${writeExpression(expression.item, cap)})`
    case 'choice':
      return `(?:${expression.branches.map(branch => writeExpression(branch, cap)).join('|')})`
    case 'sequence':
      return expression.items.map((item, index) => writeIn(expression.items, item, index, cap)).join('')
    case 'repeat': {
      const {item, min, max, lazy} = expression
      const inner = writeExpression(item, cap)
      const once = item.type === 'set' || item.type === 'choice' || item.type === 'capture' ? inner : `(?:${inner})`
      const most = Math.min(max, Math.max(min, cap))
      return `${once}{${min},${most}}${lazy ? '?' : ''}`
    }
  }
}

/** In front of what starts with a letter the edge of a word is a look behind, which costs less. */
function writeIn(items: readonly Expression[], item: Expression, index: number, cap: number): string {
  if (item.type !== 'edge' || item.edge !== 'word') return writeExpression(item, cap)
  const next = items[index + 1]
  const start = next && startOf(next)
  return start && !start.optional && isSubset(start.set, wordCharacters) ? `(?<!${word})` : edges.word
}

/** The same for texts whose letters are all plain: JavaScript's own word characters do then, and are much faster. */
export function forPlainLetters(source: string): string {
  return source.replaceAll(edges.word, '\\b').replaceAll(`(?<!${word})`, '\\b').replaceAll(word, '\\w')
}
