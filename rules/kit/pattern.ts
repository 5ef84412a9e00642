import {classes} from './classes.ts'
import {keyOf, type PatternNode, parsePattern, type Skeleton, skeletonOf, startsOf} from './pattern-syntax.ts'
import type {Sentence} from './sentence.ts'
import {hasNumber, numberOf, numberSet} from './vocabulary.ts'
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

type Parts = Record<string, WordRange>
/**
 * Tries to match from the word `at` to the end of the whole pattern, and says where that is, or -1. Each step knows the one behind it, so that trying
 * makes nothing; only a match that is whole fills in `parts`, from the last back to the first.
 */
type Step = (words: readonly Word[], at: number, parts: Parts) => number

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
  for (const {skeleton} of compiled) if (skeleton !== undefined) mayEndOf(skeleton)
  return firstOf(() => compiled)
}

function firstOf(compiled: () => readonly Compiled[]): Pattern {
  let mayMatch: ReturnType<typeof filterOf> | undefined
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

const noneMay: readonly Compiled[] = []

/** Tells which patterns a sentence with some known words may match; most sentences end at a look at each word. */
function filterOf(all: readonly Compiled[]): (known: readonly number[]) => readonly Compiled[] {
  const ends = all.map(({skeleton}) => mayEndOf(skeleton))
  // Of each word, the patterns that it is the key to, as bits; that some share one costs a second look.
  const bits = new Map<number, number>()
  let always = 0
  for (const [index, {skeleton}] of all.entries()) {
    const bit = 1 << (index & 31)
    if (skeleton === undefined) always |= bit
    else
      for (const word of keyOf(skeleton)) {
        const number = numberOf(word)
        bits.set(number, (bits.get(number) ?? 0) | bit)
      }
  }
  const keys = new Uint32Array(Math.max(-1, ...bits.keys()) + 1)
  for (const [number, each] of bits) keys[number] = each
  return known => {
    let found = always
    for (const number of known) found |= keys[number] ?? 0
    if (found === 0) return noneMay
    const may: Compiled[] = []
    for (let index = 0; index < all.length; index++) {
      const each = all[index]
      if (each !== undefined && (found >>> (index & 31)) & 1 && (ends[index]?.(known, 0) ?? -1) >= 0) may.push(each)
    }
    return may
  }
}

/** Where the first words from `from` on that a match must hold end in a sentence's known words; -1 where it lacks them. */
type MayEnd = (known: readonly number[], from: number) => number

function mayEndOf(skeleton: Skeleton | undefined): MayEnd {
  if (skeleton === undefined) return (_known, from) => from
  if ('all' in skeleton) {
    const each = skeleton.all.map(mayEndOf)
    return (known, from) => {
      let end = from
      for (const next of each) {
        end = next(known, end)
        if (end < 0) return end
      }
      return end
    }
  }
  if ('any' in skeleton) {
    const each = skeleton.any.map(mayEndOf)
    return (known, from) => {
      let first = -1
      for (const branch of each) {
        const end = branch(known, from)
        if (end >= 0 && (first < 0 || end < first)) first = end
      }
      return first
    }
  }
  const words = numberSet(skeleton)
  return (known, from) => {
    for (let index = from; index < known.length; index++) if (hasNumber(words, known[index] ?? 0)) return index + 1
    return -1
  }
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

/** The step of a part of a pattern, with what is behind it. */
function stepOf(node: PatternNode, source: string, next: Step): Step {
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

/** Whether a word is a punctuation mark that ends a clause. */
export function endsClause(candidate: Word | undefined): boolean {
  return candidate?.kind === 'punctuation' && /[,;:.!?()–—]/.test(candidate.text)
}

/** Whether nothing but closing punctuation follows the words before `at`. */
export function isEnd(words: readonly Word[], at: number): boolean {
  for (let index = at; index < words.length; index++) {
    if (words[index]?.kind !== 'punctuation' || /[,;:(]/.test(words[index]?.text ?? '')) return false
  }
  return true
}
