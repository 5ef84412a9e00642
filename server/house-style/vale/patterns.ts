import {nothing} from './characters.ts'
import {capFor, stepsOf} from './cost.ts'
import {capturesIn, choice, type Expression, sequence, wordEdge} from './expression.ts'
import {readExpression} from './read-expression.ts'
import {requiredWords} from './required-words.ts'
import {writeExpression} from './write-expression.ts'

/** A pattern of a rule, with what to say where it is not read. */
export interface Part {
  readonly pattern: string
  readonly onMistake: (message: string) => void
}

/** Patterns put together to one that is fast on any text. */
export interface Joined {
  readonly find: string
  readonly triggers: readonly string[]
  /** Of each part that was read, in order: its index, and the group that captures it. */
  readonly groups: readonly {readonly part: number; readonly group: number}[]
}

/** The steps that one place of a text may take for all patterns of a rule. */
const mostOfRule = 30_000

interface Read {
  readonly part: number
  readonly expression: Expression
  readonly cap: number
}

interface Options {
  readonly ignoreCase: boolean
  /** Whether a match is whole words. */
  readonly words: boolean
  readonly before?: Part
  readonly behind?: Part
  /** Whether each part is captured. */
  readonly captures?: boolean
}

/** Joins patterns to one that finds the first that matches; a part that is not read, or could take very long, is reported and left out. */
export function joinPatterns(parts: readonly Part[], options: Options): Joined | undefined {
  const {ignoreCase, words, before, behind, captures = false} = options
  const [start, end] = [before, behind].map(part => part && expressionOf(part, ignoreCase))
  if ((before && !start) || (behind && !end)) return undefined
  const edges = words ? [wordEdge] : []
  const around = (inner: Expression): Expression =>
    sequence([start, ...edges, inner, ...edges, end].filter(item => item !== undefined))
  const fast = parts.flatMap((each, part): readonly Read[] => {
    const expression = expressionOf(each, ignoreCase)
    const cap = expression && capFor(around(expression))
    if (expression !== undefined && cap === undefined) each.onMistake(tooCostly)
    return expression === undefined || cap === undefined ? [] : [{part, expression, cap}]
  })
  const wholeOf = (read: readonly Read[]): Expression =>
    around(choice(read.map(({expression: item}) => (captures ? {type: 'capture', item} : item))))
  const read = fewEnough(fast, wholeOf)
  if (read.length === 0) return undefined
  const left = fast[read.length]
  if (left !== undefined) parts[left.part]?.onMistake(tooMany)
  const whole = wholeOf(read)
  const groups = groupsOf(read, start === undefined ? 0 : capturesIn(start))
  return {find: writeExpression(whole, capOf(read)), triggers: requiredWords(whole) ?? ['*'], groups}
}

function capOf(read: readonly Read[]): number {
  return Math.min(...read.map(({cap}) => cap))
}

/** The first of some parts, as many as are fast together; half of them at a time are taken off. */
function fewEnough(read: readonly Read[], wholeOf: (some: readonly Read[]) => Expression): readonly Read[] {
  let some = read
  while (some.length > 0 && stepsOf(wholeOf(some), {steps: 1, first: nothing}, capOf(some)) > mostOfRule)
    some = some.slice(0, Math.floor(some.length / 2))
  return some
}

const tooMany = 'With this pattern and those behind it the rule can take very long. Move them to a rule of their own.'

const tooCostly =
  'This pattern can take very long. Write out what it repeats: “{0,3}” instead of “*” or “+” around or beside another repeat.'

function expressionOf({pattern, onMistake}: Part, ignoreCase: boolean): Expression | undefined {
  const {expression, mistake} = readExpression(pattern, ignoreCase)
  if (mistake !== undefined) onMistake(mistake.message)
  return expression
}

function groupsOf(read: readonly Read[], before: number): Joined['groups'] {
  let next = before + 1
  return read.map(({part, expression}) => {
    const group = next
    next += 1 + capturesIn(expression)
    return {part, group}
  })
}
