import {type Filter, filterOf} from './pattern-filter.ts'
import {type Parts, type Step, stepOf} from './pattern-steps.ts'
import {type PatternNode, parsePattern, type Skeleton, skeletonOf, startsOf} from './pattern-syntax.ts'
import type {Sentence} from './sentence.ts'
import type {Word} from './words.ts'

/**
 * The pattern language that rules are written in: patterns over the words of one sentence.
 *
 * | written          | matches                                                                    |
 * | ---------------- | -------------------------------------------------------------------------- |
 * | `sign in`        | these words, whatever their case; `not` is also “n't”, `will` also “'ll” … |
 * | `~fix`           | any form of the verb: fix, fixes, fixed, fixing                            |
 * | `(a\|b c\|~do)`  | one of these                                                               |
 * | `<adverb>`       | a word, or several, of a class in classes.ts                               |
 * | `x?` `x*`        | x or nothing; up to three of x                                             |
 * | `name=x`         | x, whose words the rule gets by that name                                  |
 * | `..` `..6`       | up to three (six) words, not across the end of a clause                    |
 * | `^` `$`          | the start, the end of the sentence                                         |
 * | `,` `:` `-` …    | that punctuation mark                                                      |
 *
 * Quoted words and labels match nothing but a class that takes them. Matching is linear in the sentence: nothing repeats
 * without a small bound.
 */
export interface Pattern {
  /** The first match at or after the word `from`. */
  readonly find: (sentence: Sentence, from?: number) => Found | undefined
  /** Every match, none overlapping the one before. */
  readonly all: (sentence: Sentence) => readonly Found[]
  /** The match that starts with the word `at`. */
  readonly at: (words: readonly Word[], at: number) => Found | undefined
}

/** A range of words of a sentence, end exclusive. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** Where a pattern matched, and the words of its named parts. */
export interface Found extends WordRange {
  readonly parts: Readonly<Record<string, WordRange>>
}

/** Whether an optional part of a match holds any words. */
export function has({parts}: Found, name: string): boolean {
  const part = parts[name]
  return part !== undefined && part.to > part.from
}

/** One compiled pattern, with what tells cheaply that it can't match. */
interface Compiled {
  readonly step: Step
  readonly skeleton: Skeleton | undefined
  readonly starts: ReadonlySet<string> | undefined
}

const all: (() => readonly Compiled[])[] = []

/** Compiles every pattern made so far, and throws a SyntaxError on a bad one: a test does this for all rules. */
export function compileAll(): void {
  for (const compiled of all) for (const each of compiled()) void each.step
}

/**
 * Patterns of which the first that matches counts. They are compiled when a sentence is first given to them, for a start must not wait for hundreds
 * of them; a bad one throws a SyntaxError then.
 */
export function pattern(...sources: readonly string[]): Pattern {
  let made: readonly Compiled[] | undefined
  const compiled = (): readonly Compiled[] => {
    made ??= sources.map(source => compile(parsePattern(source), source))
    return made
  }
  all.push(compiled)
  return firstOf(compiled)
}

/** The same of trees that are made while Poise runs. Their words are in the vocabulary at once, so that no block is read anew for them. */
export function patternOf(trees: readonly PatternNode[]): Pattern {
  const compiled = trees.map(tree => compile(tree, 'of a tree'))
  return firstOf(() => compiled, filterOf(compiled))
}

function firstOf(compiled: () => readonly Compiled[], filter?: Filter<Compiled>): Pattern {
  let mayMatch = filter
  const find = (sentence: Sentence, from = 0): Found | undefined => {
    mayMatch ??= filterOf(compiled())
    const possible = mayMatch(sentence.known)
    if (possible.length === 0) return undefined
    const {words} = sentence
    const parts: Parts = {}
    for (let start = from; start <= words.length; start++) {
      const found = firstMatch(possible, words, start, parts)
      if (found) return found
    }
    return undefined
  }
  const every = (sentence: Sentence): readonly Found[] => {
    const found: Found[] = []
    for (let next = find(sentence); next; next = find(sentence, Math.max(next.to, next.from + 1))) found.push(next)
    return found
  }
  return {at: (words, at) => firstMatch(compiled(), words, at), find, all: every}
}

function firstMatch(
  compiled: readonly Compiled[],
  words: readonly Word[],
  from: number,
  parts: Parts = {},
): Found | undefined {
  const norm = words[from]?.norm
  for (const each of compiled) {
    if (each.starts && (norm === undefined || !each.starts.has(norm))) continue
    const to = each.step(words, from, parts)
    if (to >= 0) return {from, to, parts}
  }
  return undefined
}

function compile(tree: PatternNode, source: string): Compiled {
  // Most sentences lack the words that a pattern needs, so its steps are seldom asked for.
  let step: Step | undefined
  return {
    get step() {
      step ??= stepOf(tree, source, (_words, at) => at)
      return step
    },
    skeleton: skeletonOf(tree),
    starts: startsOf(tree),
  }
}
