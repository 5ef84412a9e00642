import {keyOf, type Skeleton} from './pattern-syntax.ts'
import {hasNumber, numberOf, numberSet} from './vocabulary.ts'

/** What can be ruled out by the words of a sentence. */
interface Filtered {
  readonly skeleton: Skeleton | undefined
}

const none: readonly never[] = []

/** Tells which patterns a sentence with these known words may match, in their order. */
export type Filter<Of> = (known: readonly number[]) => readonly Of[]

/** Makes the filter of some patterns; most sentences end at a look at each word. */
export function filterOf<Of extends Filtered>(all: readonly Of[]): Filter<Of> {
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
    if (found === 0) return none
    const may: Of[] = []
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
