import {isDisjoint, membersOf, setOf, wordCharacters} from './characters.ts'
import {type Expression, sequence} from './expression.ts'

const mostTexts = 64
const mostMembers = 6
/** A word may hold these, so they are no edge of one. */
const joints = setOf("'", false) | setOf('’', false)

/**
 * Words in small letters, one of which stands in every match of an expression as a whole word; undefined where there are none to be had. By them
 * sentences are told apart that need no closer look. What an apostrophe joins is one word, as everywhere in Poise: “clock” is none of “o'clock”.
 */
export function requiredWords(expression: Expression): readonly string[] | undefined {
  if (expression.type === 'capture') return requiredWords(expression.item)
  if (expression.type === 'choice') return together(expression.branches.map(requiredWords))
  if (expression.type !== 'sequence') return requiredWords({type: 'sequence', items: [expression]}) ?? undefined
  const found = partsBetweenEdges(unfolded(expression.items)).flatMap(part => {
    const words = wordsOfPart(part)
    return words === undefined ? [] : [words]
  })
  return found.toSorted((a, b) => rarity(b) - rarity(a))[0]
}

/** The longer its shortest word, the rarer is a set of words; a few are better than many. */
function rarity(words: readonly string[]): number {
  return Math.min(...words.map(({length}) => length)) - words.length / 100
}

function together(all: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const words = new Set<string>()
  for (const some of all) {
    if (some === undefined) return undefined
    for (const word of some) words.add(word)
  }
  return words.size === 0 ? undefined : [...words]
}

function unfolded(items: readonly Expression[]): readonly Expression[] {
  return items.flatMap(item => {
    if (item.type === 'capture') return unfolded([item.item])
    return item.type === 'sequence' ? unfolded(item.items) : [item]
  })
}

/** What stands between two places where every match has the edge of a word. */
function partsBetweenEdges(items: readonly Expression[]): readonly (readonly Expression[])[] {
  const parts: Expression[][] = []
  let part: Expression[] | undefined
  for (const item of items) {
    if (isEdge(item)) {
      if (part !== undefined && part.length > 0) parts.push(part)
      part = []
    } else part?.push(item)
  }
  return parts
}

function isEdge(item: Expression): boolean {
  if (item.type === 'edge') return item.edge === 'word'
  if (item.type === 'repeat') return item.min > 0 && isEdge(item.item)
  return item.type === 'set' && isDisjoint(item.set, wordCharacters | joints)
}

function wordsOfPart(part: readonly Expression[]): readonly string[] | undefined {
  const [only, ...others] = part
  const inner = only?.type === 'capture' ? only.item : only
  // The edges around a choice are the edges of each branch.
  if (others.length === 0 && inner?.type === 'choice') {
    const edge: Expression = {type: 'edge', edge: 'word'}
    return together(inner.branches.map(branch => requiredWords(sequence([edge, branch, edge]))))
  }
  const texts = textsOf({type: 'sequence', items: part})
  if (texts === undefined) return undefined
  return together(texts.map(text => longestWord(text)))
}

/** What an apostrophe can part from a word, so that it is none of its own there: the “s” of “it's”. */
const endings: ReadonlySet<string> = new Set(['s', 'll', 're', 've', 'm', 'd', 't'])

function longestWord(text: string): readonly string[] | undefined {
  if (text.startsWith("'") || text.endsWith("'")) return undefined
  const words = text.split(/[^a-z\d']+/).filter(word => !/^'|'$/.test(word) && !endings.has(word))
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  return longest === '' ? undefined : [longest]
}

/** All texts that an expression matches, in small letters, where they are few and in plain letters. */
function textsOf(expression: Expression): readonly string[] | undefined {
  switch (expression.type) {
    case 'set': {
      const members = membersOf(expression.set, mostMembers * 2)
      const small = members && [...new Set(members.map(member => member.toLowerCase()))]
      return small && small.length <= mostMembers ? small : undefined
    }
    case 'edge':
    case 'look':
      return ['']
    case 'capture':
      return textsOf(expression.item)
    case 'choice': {
      const all = expression.branches.map(textsOf)
      const texts = all.flatMap(some => some ?? [])
      return all.includes(undefined) || texts.length > mostTexts ? undefined : [...new Set(texts)]
    }
    case 'sequence':
      return expression.items.reduce<readonly string[] | undefined>(
        (texts, item) => product(texts, textsOf(item)),
        [''],
      )
    case 'repeat': {
      const {item, min, max} = expression
      if (max > 3) return undefined
      const once = textsOf(item)
      const counts = Array.from({length: max - min + 1}, (_, index) => min + index)
      const all = counts.map(count =>
        Array.from({length: count}).reduce<readonly string[] | undefined>(texts => product(texts, once), ['']),
      )
      return all.includes(undefined) ? undefined : [...new Set(all.flatMap(texts => texts ?? []))]
    }
  }
}

function product(
  texts: readonly string[] | undefined,
  more: readonly string[] | undefined,
): readonly string[] | undefined {
  if (texts === undefined || more === undefined || texts.length * more.length > mostTexts) return undefined
  return texts.flatMap(text => more.map(end => text + end))
}
