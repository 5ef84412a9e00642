import {type Characters, isDisjoint, nothing} from './characters.ts'
import type {Expression} from './expression.ts'

/** The steps that trying an expression once may take: with more it is not run. */
export const mostSteps = 10_000

/** No rule is given a longer text at once. */
const longestText = 2400
/** How often an open repeat repeats at the most, the first that is cheap enough: the whole text, or as far as is usual. */
const caps = [longestText, 300, 60] as const

/** What comes behind a part of an expression: how many steps it takes, and the characters that it can start with. */
interface Rest {
  readonly steps: number
  readonly first: Characters
}

/**
 * How often open repeats may repeat so that an expression is cheap on any text, however made; undefined where it never is. Behind `prefix`
 * every match begins.
 */
export function capFor(expression: Expression): number | undefined {
  return caps.find(cap => stepsOf(expression, {steps: 1, first: nothing}, cap) <= mostSteps)
}

/** An upper bound of the steps from one place of a text on, where all ways of matching are tried. */
export function stepsOf(expression: Expression, rest: Rest, cap: number): number {
  switch (expression.type) {
    case 'set':
      return 1 + rest.steps
    case 'edge':
      return 1 + rest.steps
    case 'capture':
      return stepsOf(expression.item, rest, cap)
    case 'look': {
      const {item, ahead} = expression
      return stepsOf(ahead ? item : backwards(item), {steps: 1, first: nothing}, cap) + rest.steps
    }
    case 'sequence':
      return expression.items.reduceRight<Rest>((behind, item) => before(item, behind, cap), rest).steps
    case 'choice':
      return choiceSteps(expression.branches, rest, cap)
    case 'repeat':
      return repeatSteps(expression, rest, cap)
  }
}

/** An expression as a look behind goes through it: from its end to its start. */
function backwards(expression: Expression): Expression {
  switch (expression.type) {
    case 'set':
    case 'edge':
    case 'look':
      return expression
    case 'sequence':
      return {type: 'sequence', items: expression.items.toReversed().map(backwards)}
    case 'choice':
      return {type: 'choice', branches: expression.branches.map(backwards)}
    case 'capture':
    case 'repeat':
      return {...expression, item: backwards(expression.item)}
  }
}

function before(item: Expression, behind: Rest, cap: number): Rest {
  const {set, optional} = startOf(item)
  return {steps: stepsOf(item, behind, cap), first: optional ? set | behind.first : set}
}

/** Of branches that begin with different characters one at the most goes on; of plain words those that begin others. */
function choiceSteps(branches: readonly Expression[], rest: Rest, cap: number): number {
  const words = branches.flatMap(branch => wordOf(branch) ?? [])
  const others = branches.filter(branch => wordOf(branch) === undefined)
  const costs = others.map(branch => stepsOf(branch, rest, cap))
  const own = areDisjoint(others) ? Math.max(0, ...costs) : costs.reduce((sum, steps) => sum + steps, 0)
  const longest = Math.max(0, ...words.map(({length}) => length))
  return branches.length + own + longest + mostThatFit(words) * rest.steps
}

/** How many of some words can begin one text: “in”, “in the” and “in the end”. */
function mostThatFit(words: readonly string[]): number {
  const sorted = words.toSorted()
  let most = 0
  const open: string[] = []
  for (const word of sorted) {
    while (open.length > 0 && !word.startsWith(open.at(-1) ?? '')) open.pop()
    open.push(word)
    most = Math.max(most, open.length)
  }
  return most
}

function repeatSteps({item, min, max}: Expression & {readonly type: 'repeat'}, rest: Rest, cap: number): number {
  const {set, optional} = startOf(item)
  const isSimple = item.type === 'set'
  if (set === nothing) return stepsOf(item, rest, cap)
  if (!isSimple && max <= 10) {
    let steps = rest.steps
    for (let count = 0; count < max; count++) {
      if (steps > mostSteps) return Number.POSITIVE_INFINITY
      const again = stepsOf(item, {steps, first: set | rest.first}, cap)
      steps = count < max - min && !isDisjoint(set, rest.first) ? again + rest.steps : Math.max(again, rest.steps)
    }
    return steps
  }
  if (!isSimple && (optional || !isSteady(item, set | rest.first))) return Number.POSITIVE_INFINITY
  const times = Math.min(max, Math.max(min, cap))
  const once = isSimple ? 1 : stepsOf(item, {steps: 0, first: set}, cap)
  const isFixed = min === max || isDisjoint(set, rest.first)
  // As many ways to go on as there are numbers of times. Where there is one way only, no character is looked at more often than twice.
  return Math.min(times * once, 2 * longestText) + (isFixed ? 1 : times - min + 1) * rest.steps
}

/** Whether there is one way at most to go through an expression that `follow` follows, whatever the text. */
function isSteady(expression: Expression, follow: Characters): boolean {
  switch (expression.type) {
    case 'set':
    case 'edge':
      return true
    case 'look':
      return false
    case 'capture':
      return isSteady(expression.item, follow)
    case 'choice':
      return areDisjoint(expression.branches) && expression.branches.every(branch => isSteady(branch, follow))
    case 'sequence': {
      let behind = follow
      for (const item of expression.items.toReversed()) {
        if (!isSteady(item, behind)) return false
        const {set, optional} = startOf(item)
        behind = optional ? set | behind : set
      }
      return true
    }
    case 'repeat': {
      const {set, optional} = startOf(expression.item)
      const {min, max} = expression
      return !optional && isSteady(expression.item, set | follow) && (min === max || isDisjoint(set, follow))
    }
  }
}

function areDisjoint(branches: readonly Expression[]): boolean {
  let seen = nothing
  for (const branch of branches) {
    const {set, optional} = startOf(branch)
    if (optional || !isDisjoint(seen, set)) return false
    seen |= set
  }
  return true
}

/** The text of an expression that is one, in small letters. */
function wordOf(expression: Expression): string | undefined {
  if (expression.type === 'set') return expression.char?.toLowerCase()
  if (expression.type === 'edge') return ''
  if (expression.type !== 'sequence') return undefined
  const parts = expression.items.map(wordOf)
  return parts.includes(undefined) ? undefined : parts.join('')
}

/** The characters that an expression can start with, and whether it can be empty. */
export function startOf(expression: Expression): {readonly set: Characters; readonly optional: boolean} {
  switch (expression.type) {
    case 'set':
      return {set: expression.set, optional: false}
    case 'edge':
    case 'look':
      return {set: nothing, optional: true}
    case 'capture':
      return startOf(expression.item)
    case 'repeat': {
      const {set, optional} = startOf(expression.item)
      return {set: expression.max === 0 ? nothing : set, optional: optional || expression.min === 0}
    }
    case 'choice': {
      const starts = expression.branches.map(startOf)
      return {
        set: starts.reduce((all, {set}) => all | set, nothing),
        optional: starts.length === 0 || starts.some(({optional}) => optional),
      }
    }
    case 'sequence': {
      let set = nothing
      for (const item of expression.items) {
        const start = startOf(item)
        set |= start.set
        if (!start.optional) return {set, optional: false}
      }
      return {set, optional: true}
    }
  }
}
