import type {MapValue, TextValue} from '../values/value.ts'
import {isAlienName} from './names.ts'
import {likenessOf, sampleSize} from './prose.ts'
import type {Clues, FoundReply} from './shape.ts'

/**
 * Whether entries with a title and a text are replies: most are prose, many speak to a customer, they have titles of their own, and few are
 * pages, people or products.
 */
export function areReplies(
  items: readonly MapValue[],
  replies: readonly FoundReply[],
  clues: Clues | undefined,
): boolean {
  const {prose, voice, courtesy} = likenessOf(replies.map(({body}) => body))
  // Where the configuration says that a file holds replies, short ones are enough.
  if (clues?.named) return prose > 0
  if (prose < 0.5 || voice < 0.4 || courtesy < 0.1) return false
  const sample = items.slice(0, sampleSize)
  const alien = sample.filter(({entries}) => entries.some(({key}) => isAlienName(key)))
  return alien.length * 4 <= sample.length && areDistinct(replies)
}

/** A name that comes again and again is a speaker's or a class, no title. */
function areDistinct(replies: readonly FoundReply[]): boolean {
  const titles = replies.slice(0, sampleSize).map(({title}) => title?.text)
  return titles.length < 4 || new Set(titles).size * 10 >= titles.length * 7
}

/** Whether texts that stand under names are replies; names with spaces are titles, others may be those of messages in a program. */
export function areNamedReplies(
  names: readonly string[],
  texts: readonly TextValue[],
  clues: Clues | undefined,
): boolean {
  const {prose, long, voice, courtesy} = likenessOf(texts)
  if (clues?.named) return prose >= 0.5 && voice >= 0.2
  if (texts.length < 2) return false
  const sample = names.slice(0, sampleSize)
  const titles = sample.filter(name => /\S\s+\S/.test(name)).length / sample.length
  if (titles >= 0.5) return long >= 0.5 && voice >= 0.4 && courtesy >= 0.1
  return long >= 0.7 && voice >= 0.6 && courtesy >= 0.4
}

/** Whether one text alone is a reply: with little to judge by, it has to be like a letter in every respect. */
export function isLetter(text: TextValue, clues: Clues | undefined): boolean {
  const {prose, long, voice, courtesy} = likenessOf([text])
  return clues?.named ? prose === 1 && voice === 1 : long === 1 && voice === 1 && courtesy === 1
}
