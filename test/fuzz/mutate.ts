import type {Random} from '../formats/random.ts'
import {longest} from './target.ts'

/** What a mutation can draw on. */
export interface Material {
  readonly dictionary: readonly string[]
  /** Inputs that have reached something of their own. */
  readonly kept: readonly string[]
}

/** Characters at which readers count wrong: line ends, blanks, halves of a pair, marks without a width, the ends of ranges. */
const odd = [
  ...['\n', '\r', '\r\n', '\t', ' ', '\u00a0', '\u2028', '\ufeff', '\u0000', '\u200b', '\u202e', '\ufffc', '\uffff'],
  ...['😀', '\ud83d', '\ude00', 'e\u0301', 'İ', 'ß', 'ﬁ', '👩‍👩‍👧', '"', "'", '\\', '&', '<', '>', '{', '}', '[', ']'],
]

type Mutation = (input: string, random: Random, material: Material) => string

/** Puts a text in the place of a stretch, which is often empty. */
function put(input: string, random: Random, text: string): string {
  const at = random.below(input.length + 1)
  const gone = random.chance(0.5) ? 0 : random.below(1 + Math.min(12, input.length - at))
  return input.slice(0, at) + text + input.slice(at + gone)
}

function stretch(input: string, random: Random): string {
  const at = random.below(input.length + 1)
  return input.slice(at, at + 1 + random.below(random.pick([4, 20, 200])))
}

const mutations: readonly Mutation[] = [
  (input, random, {dictionary}) => put(input, random, random.pick(dictionary)),
  (input, random, {dictionary}) => put(input, random, random.pick(dictionary)),
  (input, random) => put(input, random, random.pick(odd)),
  (input, random) => put(input, random, String.fromCharCode(32 + random.below(95))),
  (input, random) => put(input, random, ''),
  (input, random) => put(input, random, stretch(input, random)),
  (input, random) => put(input, random, stretch(input, random).repeat(2 + random.below(6))),
  (input, random, {kept}) => put(input, random, stretch(random.pick(kept), random)),
  (input, random, {kept}) => {
    const other = random.pick(kept)
    return input.slice(0, random.below(input.length + 1)) + other.slice(random.below(other.length + 1))
  },
  (input, random) => {
    const at = random.below(input.length + 1)
    return input.slice(0, at) + input.slice(at + 1 + random.below(40))
  },
  (input, random) => {
    const at = random.below(input.length + 1)
    const code = input.charCodeAt(at) || 32
    return input.slice(0, at) + String.fromCharCode(code ^ (1 << random.below(7))) + input.slice(at + 1)
  },
  (input, random) => input.slice(random.below(input.length + 1)),
]

/** Another input, made of one by a few changes. */
export function mutate(input: string, random: Random, material: Material): string {
  let made = input
  for (let left = 1 + random.below(4); left > 0; left--) made = random.pick(mutations)(made, random, material)
  return made.slice(0, longest)
}
