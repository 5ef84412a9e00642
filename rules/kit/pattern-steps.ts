import {classes} from './classes.ts'
import {endsClause, isEnd} from './clauses.ts'
import type {WordRange} from './pattern.ts'
import type {PatternNode} from './pattern-syntax.ts'
import type {Word} from './words.ts'

/** The words of the named parts of a match. */
export type Parts = Record<string, WordRange>

/**
 * Tries to match from the word `at` to the end of the whole pattern, and says where that is, or -1. Each step knows the one behind it, so that trying
 * makes nothing; only a match that is whole fills in `parts`, from the last back to the first.
 */
export type Step = (words: readonly Word[], at: number, parts: Parts) => number

/** The step of a part of a pattern, with what is behind it. */
export function stepOf(node: PatternNode, source: string, next: Step): Step {
  switch (node.type) {
    case 'words':
      return word(node.norms, next)
    case 'class':
      return wordClass(node.name, source, next)
    case 'gap':
      return gap(node.most, next)
    case 'start':
      return (words, at, parts) => (at === 0 ? next(words, at, parts) : -1)
    case 'end':
      return (words, at, parts) => (isEnd(words, at) ? next(words, at, parts) : -1)
    case 'sequence':
      return node.nodes.reduceRight((rest, each) => stepOf(each, source, rest), next)
    case 'choice':
      return oneOf(node.nodes.map(each => stepOf(each, source, next)))
    case 'repeat':
      return repeated(then => stepOf(node.node, source, then), node.most, next)
    case 'part':
      return named(node.name, then => stepOf(node.node, source, then), next)
  }
}

function wordClass(name: string, source: string, next: Step): Step {
  const match = classes[name]
  if (!match) throw new SyntaxError(`Pattern “${source}”: there is no class <${name}>.`)
  return (words, at, parts) => {
    for (const end of match(words, at)) {
      const to = next(words, end, parts)
      if (to >= 0) return to
    }
    return -1
  }
}

function word(norms: ReadonlySet<string>, next: Step): Step {
  return (words, at, parts) => {
    const candidate = words[at]
    if (candidate === undefined || candidate.quoted || !norms.has(candidate.norm)) return -1
    return next(words, at + 1, parts)
  }
}

function oneOf(branches: readonly Step[]): Step {
  return (words, at, parts) => {
    for (const branch of branches) {
      const to = branch(words, at, parts)
      if (to >= 0) return to
    }
    return -1
  }
}

// What the two below keep between their own steps is put back before each returns, so a step within a repetition finds it as it left it.

function repeated(stepBefore: (then: Step) => Step, most: number, next: Step): Step {
  let left = 0
  let started = 0
  const turn: Step = (words, at, parts) => {
    if (left > 0) {
      const startedBefore = started
      left--
      started = at
      const to = once(words, at, parts)
      left++
      started = startedBefore
      if (to >= 0) return to
    }
    return next(words, at, parts)
  }
  const once = stepBefore((words, at, parts) => (at > started ? turn(words, at, parts) : -1))
  return (words, at, parts) => {
    const leftBefore = left
    left = most
    const to = turn(words, at, parts)
    left = leftBefore
    return to
  }
}

function named(name: string, stepBefore: (then: Step) => Step, next: Step): Step {
  let from = 0
  const step = stepBefore((words, at, parts) => {
    const start = from
    const to = next(words, at, parts)
    // Of several parts of a name the last counts, and that is filled in first.
    if (to >= 0) parts[name] ??= {from: start, to: at}
    return to
  })
  return (words, at, parts) => {
    const before = from
    from = at
    const to = step(words, at, parts)
    from = before
    return to
  }
}

function gap(most: number, next: Step): Step {
  return (words, at, parts) => {
    for (let end = at; end <= at + most; end++) {
      const to = next(words, end, parts)
      if (to >= 0) return to
      if (!words[end] || endsClause(words[end])) return -1
    }
    return -1
  }
}
