import {lowerBound} from './lower-bound.ts'
import {eachWord} from './word-scan.ts'
import {makeWordTable} from './word-table.ts'
import {joinedWords, normalise, objectCharacter, splitWord} from './words.ts'

/** Every word that a pattern or a trigger asks for, with its number; patterns that are compiled later add theirs. */
const numbers = makeWordTable()

/** The number of a word in lower case, which is in the vocabulary from now on. */
export function numberOf(word: string): number {
  return numbers.find(word, 0, word.length) ?? numbers.add(word)
}

/** Words of the vocabulary as a set of bits. */
export type NumberSet = Uint32Array

/** The set of some words, which are in the vocabulary from now on. */
export function numberSet(words: Iterable<string>): NumberSet {
  const all = [...words].map(numberOf)
  const bits = new Uint32Array((Math.max(0, ...all) >>> 5) + 1)
  for (const number of all) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31))
  return bits
}

/** Whether a set holds the word with that number. */
export function hasNumber(set: NumberSet, number: number): boolean {
  return (((set[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
}

/** What one pass over a prose tells: enough for most patterns to see that they can't match. */
export interface KnownWords {
  /** The numbers of the words that are in the vocabulary, in their order; of “you'll” also those of its two parts. */
  readonly numbers: readonly number[]
  /** Where each of them starts, in UTF-16 code units of the prose. */
  readonly starts: readonly number[]
  /** How many words the prose has in all; “sign-in” is one. */
  readonly count: number
  /** How large the vocabulary was. */
  readonly vocabulary: number
}

const object = numberOf(objectCharacter)
const joined = numberSet(joinedWords)

/** Finds the words of a prose that are in the vocabulary, and its objects. */
export function knownWords(prose: string): KnownWords {
  const found: number[] = []
  const starts: number[] = []
  // Of all letters only this one becomes two when it is made small.
  const lower = normalise(prose.includes('İ') ? prose.replaceAll('İ', 'I') : prose)
  let count = 0
  let before = -1
  let nextObject = prose.indexOf(objectCharacter)
  let nextApostrophe = lower.indexOf("'")
  const push = (number: number | undefined, start: number): void => {
    if (number === undefined) return
    found.push(number)
    starts.push(start)
  }
  const pushObjects = (end: number): void => {
    for (; nextObject >= 0 && nextObject < end; nextObject = prose.indexOf(objectCharacter, nextObject + 1))
      push(object, nextObject)
  }
  const hasApostrophe = (start: number, end: number): boolean => {
    while (nextApostrophe >= 0 && nextApostrophe < start) nextApostrophe = lower.indexOf("'", nextApostrophe + 1)
    return nextApostrophe >= 0 && nextApostrophe < end
  }
  eachWord(lower, "'", (start, end) => {
    pushObjects(start)
    if (start !== before + 1 || lower.charAt(before) !== '-') count++
    before = end
    const number = numbers.find(lower, start, end)
    push(number, start)
    // Most words are not split, and need not be cut out.
    if (!hasApostrophe(start, end) && (number === undefined || !hasNumber(joined, number))) return
    const parts = splitWord(lower.slice(start, end))
    if (parts === undefined) return
    push(numbers.find(parts[1], 0, parts[1].length), start)
    push(numbers.find(parts[2], 0, parts[2].length), start + parts[0])
  })
  pushObjects(prose.length)
  return {numbers: found, starts, count, vocabulary: numbers.size()}
}

/** Whether what is known was found with the vocabulary as it is now. */
export function isCurrent({vocabulary}: KnownWords): boolean {
  return vocabulary === numbers.size()
}

/** The numbers of the known words that start between two offsets. */
export function numbersBetween({numbers, starts}: KnownWords, start: number, end: number): readonly number[] {
  return numbers.slice(
    lowerBound(starts, offset => offset >= start),
    lowerBound(starts, offset => offset >= end),
  )
}
