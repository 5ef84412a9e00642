import {wordLists} from './classes.ts'
import {allForms} from './verbs.ts'

/** A pattern as a tree; pattern.ts has the table of what is written how. */
export type PatternNode =
  | {readonly type: 'words'; readonly norms: ReadonlySet<string>}
  | {readonly type: 'class'; readonly name: string}
  | {readonly type: 'gap'; readonly most: number}
  | {readonly type: 'start'}
  | {readonly type: 'end'}
  | {readonly type: 'sequence'; readonly nodes: readonly PatternNode[]}
  | {readonly type: 'choice'; readonly nodes: readonly PatternNode[]}
  | {readonly type: 'repeat'; readonly node: PatternNode; readonly most: number}
  | {readonly type: 'part'; readonly name: string; readonly node: PatternNode}

const token = /\s*(?:([a-z]+)=)?(\.\.\d*|\^|\$|[()|]|<[a-z-]+>|~[a-z]+|[\p{L}\p{N}'%/-]+|[,;:!?.–—])([?*])?/uy

interface Token {
  readonly name: string | undefined
  readonly atom: string
  readonly times: string | undefined
}

/** Reads a pattern; throws a SyntaxError that names the pattern and what is wrong. */
export function parsePattern(source: string): PatternNode {
  const list = tokens(source)
  let at = 0
  const choice = (nested: boolean): PatternNode => {
    const branches: PatternNode[] = []
    let nodes: PatternNode[] = []
    for (;;) {
      const next = list[at]
      if (!next || next.atom === ')') {
        if (nested !== (next !== undefined)) throw new SyntaxError(`Pattern “${source}”: its parentheses don't match.`)
        branches.push({type: 'sequence', nodes})
        return branches.length === 1 ? {type: 'sequence', nodes} : {type: 'choice', nodes: branches}
      }
      at++
      if (next.atom === '|') {
        branches.push({type: 'sequence', nodes})
        nodes = []
        continue
      }
      const isGroup = next.atom === '('
      const node = isGroup ? choice(true) : single(next.atom)
      // A group's mark of repetition stands on its closing parenthesis.
      const times = isGroup ? list[at++]?.times : next.times
      nodes.push(repeated(next.name === undefined ? node : {type: 'part', name: next.name, node}, times))
    }
  }
  return choice(false)
}

function tokens(source: string): Token[] {
  const found: Token[] = []
  const {length} = source.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < length) {
    const at = token.lastIndex
    const match = token.exec(source)
    if (!match) throw new SyntaxError(`Pattern “${source}”: can't read “${source.slice(at)}”.`)
    const [, name, atom = '', times] = match
    found.push({name, atom, times})
  }
  return found
}

function repeated(node: PatternNode, times: string | undefined): PatternNode {
  if (times === undefined) return node
  return {type: 'repeat', node, most: times === '?' ? 1 : 3}
}

function single(atom: string): PatternNode {
  if (atom === '^') return {type: 'start'}
  if (atom === '$') return {type: 'end'}
  if (atom.startsWith('..')) return {type: 'gap', most: Number(atom.slice(2) || 3)}
  if (atom.startsWith('~')) return {type: 'words', norms: new Set(allForms(atom.slice(1)))}
  if (atom.startsWith('<')) return {type: 'class', name: atom.slice(1, -1)}
  return {type: 'words', norms: new Set([atom.toLowerCase()])}
}

/**
 * The words that a match must hold: of a set one, of `all` each in that order, of `any` one. What lies between them is left open, so a sentence
 * that lacks them has no match, and one that holds them may have one.
 */
export type Skeleton = ReadonlySet<string> | {readonly all: readonly Skeleton[]} | {readonly any: readonly Skeleton[]}

/** The skeleton of a pattern; undefined where a match need hold no word that is known beforehand. */
export function skeletonOf(node: PatternNode): Skeleton | undefined {
  switch (node.type) {
    case 'words':
      return [...node.norms].every(isPlain) ? node.norms : undefined
    case 'class':
      return wordLists[node.name]
    case 'part':
      return skeletonOf(node.node)
    case 'sequence': {
      const all = node.nodes.flatMap(each => skeletonOf(each) ?? [])
      return all.length > 1 ? {all} : all[0]
    }
    case 'choice': {
      const branches = node.nodes.map(skeletonOf)
      const any = branches.filter(branch => branch !== undefined)
      return any.length === branches.length ? anyOf(any) : undefined
    }
    default:
      return undefined
  }
}

function anyOf(skeletons: readonly Skeleton[]): Skeleton {
  const words = new Set(skeletons.flatMap(each => (each instanceof Set ? [...each] : [])))
  const others = skeletons.filter(each => !(each instanceof Set))
  if (others.length === 0) return words
  return {any: words.size > 0 ? [words, ...others] : others}
}

/** Words of which every sentence with that skeleton holds at least one; those that look rarest. */
export function keyOf(skeleton: Skeleton): ReadonlySet<string> {
  if ('all' in skeleton)
    return skeleton.all.map(keyOf).reduce((best, next) => (rarity(next) > rarity(best) ? next : best))
  if ('any' in skeleton) return new Set(skeleton.any.flatMap(branch => [...keyOf(branch)]))
  return skeleton
}

/** Short words are the common ones, and a set is as common as its most common word. */
function rarity(words: ReadonlySet<string>): number {
  return Math.min(...[...words].map(word => word.length))
}

/** Whether a word is one that `knownWords` finds whole: no punctuation mark, no hyphen. */
function isPlain(norm: string): boolean {
  return /^[\p{L}\p{N}']+$/u.test(norm)
}

/** The words that a match can start with; undefined where it can start with others, or with none. */
export function startsOf(node: PatternNode): ReadonlySet<string> | undefined {
  if (node.type === 'words') return node.norms
  if (node.type === 'part') return startsOf(node.node)
  if (node.type === 'choice') return union(node.nodes.map(startsOf))
  if (node.type !== 'sequence') return undefined
  const [first, ...rest] = node.nodes
  if (first?.type !== 'repeat') return first && startsOf(first)
  return union([startsOf(first.node), startsOf({type: 'sequence', nodes: rest})])
}

function union(sets: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> | undefined {
  return sets.every(set => set !== undefined) ? new Set(sets.flatMap(set => [...set])) : undefined
}
