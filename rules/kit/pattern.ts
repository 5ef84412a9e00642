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
/** Tries to match from the word `at`, then goes on with `next`; leaves `parts` as it was where it fails. */
type Step = (words: readonly Word[], at: number, parts: Parts, next: (at: number) => boolean) => boolean

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
    for (let start = from; start <= sentence.words.length; start++) {
      const found = firstMatch(possible, sentence.words, start)
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

function firstMatch(compiled: readonly Compiled[], words: readonly Word[], from: number): Found | undefined {
  const norm = words[from]?.norm
  for (const each of compiled) {
    if (each.starts && (norm === undefined || !each.starts.has(norm))) continue
    const parts: Parts = {}
    let to = from
    const isFound = each.step(words, from, parts, end => {
      to = end
      return true
    })
    if (isFound) return {from, to, parts}
  }
  return undefined
}

const noneMay: readonly Compiled[] = []

/** Tells which patterns a sentence with some known words may match; most sentences end at a look at each word. */
function filterOf(all: readonly Compiled[]): (known: readonly number[]) => readonly Compiled[] {
  const ends = all.map(({skeleton}) => mayEndOf(skeleton))
  // Of each word, the patterns that it is the key to, as bits; that some share one costs a second look.
  const keys: number[] = []
  let always = 0
  for (const [index, {skeleton}] of all.entries()) {
    const bit = 1 << (index & 31)
    if (skeleton === undefined) always |= bit
    else
      for (const word of keyOf(skeleton)) {
        const number = numberOf(word)
        keys[number] = (keys[number] ?? 0) | bit
      }
  }
  return known => {
    let bits = always
    for (const number of known) bits |= keys[number] ?? 0
    if (bits === 0) return noneMay
    return all.filter((_, index) => (bits >>> (index & 31)) & 1 && (ends[index]?.(known, 0) ?? -1) >= 0)
  }
}

/** Where the first words from `from` on that a match must hold end in a sentence's known words; -1 where it lacks them. */
type MayEnd = (known: readonly number[], from: number) => number

function mayEndOf(skeleton: Skeleton | undefined): MayEnd {
  if (skeleton === undefined) return (_known, from) => from
  if ('all' in skeleton) {
    const each = skeleton.all.map(mayEndOf)
    return (known, from) => each.reduce((end, next) => (end < 0 ? end : next(known, end)), from)
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
      step ??= stepOf(tree, source)
      return step
    },
    skeleton: skeletonOf(tree),
    starts: startsOf(tree),
  }
}

function stepOf(node: PatternNode, source: string): Step {
  switch (node.type) {
    case 'words':
      return word(node.norms)
    case 'class':
      return wordClass(node.name, source)
    case 'gap':
      return gap(node.most)
    case 'start':
      return (_words, at, _parts, next) => at === 0 && next(at)
    case 'end':
      return (words, at, _parts, next) => isEnd(words, at) && next(at)
    case 'sequence':
      return inOrder(node.nodes.map(each => stepOf(each, source)))
    case 'choice':
      return oneOf(node.nodes.map(each => stepOf(each, source)))
    case 'repeat':
      return repeated(stepOf(node.node, source), node.most)
    case 'part':
      return named(node.name, stepOf(node.node, source))
  }
}

function wordClass(name: string, source: string): Step {
  const match = classes[name]
  if (!match) throw new SyntaxError(`Pattern “${source}”: there is no class <${name}>.`)
  return (words, at, _parts, next) => match(words, at).some(end => next(end))
}

function word(norms: ReadonlySet<string>): Step {
  return (words, at, _parts, next) => {
    const candidate = words[at]
    return candidate !== undefined && !candidate.quoted && norms.has(candidate.norm) && next(at + 1)
  }
}

function inOrder(steps: readonly Step[]): Step {
  return steps.reduceRight<Step>(
    (rest, step) => (words, at, parts, next) => step(words, at, parts, end => rest(words, end, parts, next)),
    (_words, at, _parts, next) => next(at),
  )
}

function oneOf(branches: readonly Step[]): Step {
  return (words, at, parts, next) => branches.some(branch => branch(words, at, parts, next))
}

function repeated(step: Step, most: number): Step {
  const upTo =
    (left: number): Step =>
    (words, at, parts, next) =>
      (left > 0 && step(words, at, parts, end => end > at && upTo(left - 1)(words, end, parts, next))) || next(at)
  return upTo(most)
}

function named(name: string, step: Step): Step {
  return (words, at, parts, next) => {
    const before = parts[name]
    const matched = step(words, at, parts, end => {
      parts[name] = {from: at, to: end}
      return next(end)
    })
    if (!matched) {
      if (before) parts[name] = before
      else delete parts[name]
    }
    return matched
  }
}

function gap(most: number): Step {
  return (words, at, _parts, next) => {
    for (let end = at; end <= at + most; end++) {
      if (next(end)) return true
      if (!words[end] || endsClause(words[end])) return false
    }
    return false
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
