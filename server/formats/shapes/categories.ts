import type {Entry, MapValue, Value} from '../values/value.ts'
import {itemsIn} from './items.ts'
import {areReplies} from './judge.ts'
import {isEntry, listed, replyOf, underTitles} from './named-texts.ts'
import type {Clues, FoundReply, Shape} from './shape.ts'

/** Replies in groups: lists under the usual names, or a list or a map of titles and texts under each group's own name. */
export const categories: Shape = {
  name: 'grouped replies',
  syntaxes: ['json', 'yaml'],
  find(root, clues) {
    const items = itemsIn(root, isEntry)
    const replies = items.flatMap(item => replyOf(item))
    if (items.length > 1 && areReplies(items, replies, clues)) return replies
    return root.type === 'map' ? underNames(root, clues) : undefined
  },
}

/** The name of a language at the top makes a file of a program's messages. */
const language = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i

function underNames(root: MapValue, clues: Clues | undefined): readonly FoundReply[] | undefined {
  const groups = root.entries.filter(({key, value}) => isGroup(value) && !language.test(key))
  if (groups.length === 0 || groups.length * 2 < root.entries.length) return undefined
  const found = groups.map(group => repliesIn(group, clues))
  const fitting = found.slice(0, 10).filter(replies => replies !== undefined)
  if (fitting.length * 2 < Math.min(10, found.length)) return undefined
  return found.flatMap(replies => replies ?? [])
}

const isGroup = (value: Value): boolean => value.type === 'list' || value.type === 'map'

function repliesIn({value}: Entry, clues: Clues | undefined): readonly FoundReply[] | undefined {
  if (value.type === 'list') return listed(value.items, clues)
  return value.type === 'map' ? underTitles(value, clues) : undefined
}
