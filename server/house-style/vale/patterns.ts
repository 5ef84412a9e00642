import {nothing} from './characters.ts'
import {capFor, stepsOf} from './cost.ts'
import {type Expression, sequence, wordEdge} from './expression.ts'
import {readExpression} from './read-expression.ts'
import {requiredWords} from './required-words.ts'
import type {ValePart} from './vale-rule.ts'
import {writeExpression} from './write-expression.ts'

/** A pattern of a rule, with what to say where it is not read. */
export interface Part {
  readonly pattern: string
  readonly onMistake: (message: string) => void
}

/** A pattern that is fast on any text. */
export interface FastPattern extends Pick<ValePart, 'find' | 'triggers'> {
  /** The index of the part that it is made of. */
  readonly part: number
}

/** The steps that one place of a text may take for all patterns of a rule, if it comes to the worst. */
const mostOfRule = 100_000

interface Options {
  readonly ignoreCase: boolean
  /** Whether a match is whole words. */
  readonly words: boolean
  readonly before?: Part
  readonly behind?: Part
}

/** Makes patterns that are fast on any text of parts; a part that is not read, or could take very long, is reported and left out. */
export function fastPatterns(parts: readonly Part[], options: Options): readonly FastPattern[] {
  const {ignoreCase, words, before, behind} = options
  const [start, end] = [before, behind].map(part => part && expressionOf(part, ignoreCase))
  if ((before && !start) || (behind && !end)) return []
  const edges = words ? [wordEdge] : []
  const fast: FastPattern[] = []
  let steps = 0
  for (const [part, each] of parts.entries()) {
    const expression = expressionOf(each, ignoreCase)
    if (expression === undefined) continue
    const whole = sequence([start, ...edges, expression, ...edges, end].filter(item => item !== undefined))
    const cap = capFor(whole)
    if (cap === undefined) {
      each.onMistake(tooCostly)
      continue
    }
    steps += stepsOf(whole, {steps: 1, first: nothing}, cap)
    if (steps > mostOfRule) {
      each.onMistake(tooMany)
      break
    }
    fast.push({part, find: writeExpression(whole, cap), triggers: requiredWords(whole) ?? ['*']})
  }
  return fast
}

const tooMany = 'With this pattern and those behind it the rule can take very long. Move them to a rule of their own.'

const tooCostly =
  'This pattern can take very long. Write out what it repeats: “{0,3}” instead of “*” or “+” around or beside another repeat.'

function expressionOf({pattern, onMistake}: Part, ignoreCase: boolean): Expression | undefined {
  const {expression, mistake} = readExpression(pattern, ignoreCase)
  if (mistake !== undefined) onMistake(mistake.message)
  return expression
}
