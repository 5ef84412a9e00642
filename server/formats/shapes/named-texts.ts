import type {Entry, MapValue, Value} from '../values/value.ts'
import {detailsOf, inactiveIf, isOff} from './items.ts'
import {areNamedReplies, areReplies, isLetter} from './judge.ts'
import {isAlienName, isGroupName, isTitleName, namedIn} from './names.ts'
import type {Clues, FoundReply, Shape} from './shape.ts'
import {isBlank} from './text.ts'

/** Replies under the names that people give them: entries with a title and a text, in a list, by an id or alone, or texts by their titles. */
export const namedTexts: Shape = {
  name: 'titled replies',
  syntaxes: ['json', 'yaml'],
  find(root, clues) {
    const top = unwrapped(root)
    if (top.type === 'list') return listed(top.items, clues)
    if (top.type !== 'map') return undefined
    return single(top, clues) ?? underIds(top, clues) ?? underTitles(top, clues)
  },
}

/** What stands under the one usual name (`macros`) of a file's top. */
function unwrapped(root: Value): Value {
  if (root.type !== 'map') return root
  const groups = root.entries.filter(
    ({key, value}) => isGroupName(key) && value.type !== 'text' && value.type !== 'other',
  )
  return groups.length === 1 ? (groups[0]?.value ?? root) : root
}

/** The replies of a list of entries with a title and a text, where most of them have both. */
export function listed(items: readonly Value[], clues: Clues | undefined): readonly FoundReply[] | undefined {
  const first = items.slice(0, 20)
  const fitting = first.filter(item => item.type === 'map' && isEntry(item))
  if (first.length === 0 || fitting.length * 2 < first.length) return undefined
  const maps = items.filter(item => item.type === 'map')
  const replies = maps.flatMap(item => replyOf(item))
  return areReplies(maps, replies, clues) ? replies : undefined
}

/** Whether an entry has a title and a text. */
export function isEntry(item: MapValue): boolean {
  const {title, body} = namedIn(item)
  return title !== undefined && body !== undefined
}

/** The reply that an entry holds; one without a title takes the name under which it stands. */
export function replyOf(item: MapValue, under?: Entry): readonly FoundReply[] {
  const {title, body, as} = namedIn(item)
  if (body === undefined) return []
  const details = detailsOf(item)
  const named = title ?? (under && {text: under.key, span: under.keySpan})
  return [
    {
      ...(under && {id: under.key}),
      ...details,
      ...(named && {title: named}),
      body,
      ...(as && {as}),
      ...inactiveIf(isOff(item)),
      span: under ? {start: under.keySpan.start, end: item.span.end} : item.span,
    },
  ]
}

function single(root: MapValue, clues: Clues | undefined): readonly FoundReply[] | undefined {
  if (!isEntry(root) || root.entries.some(({value}) => value.type === 'map')) return undefined
  if (root.entries.length > 12) return undefined
  const replies = replyOf(root)
  const isOurs = replies.every(({body}) => isLetter(body, clues)) && areReplies([root], replies, clues)
  return isOurs ? replies : undefined
}

function underIds({entries}: MapValue, clues: Clues | undefined): readonly FoundReply[] | undefined {
  const first = entries.slice(0, 20)
  const fitting = first.filter(({value}) => value.type === 'map' && namedIn(value).body !== undefined)
  if (fitting.length < 2 || fitting.length * 3 < first.length * 2) return undefined
  const pairs = entries.flatMap(entry => (entry.value.type === 'map' ? [{entry, item: entry.value}] : []))
  const replies = pairs.flatMap(({entry, item}) => replyOf(item, entry))
  const bodies = replies.map(({body}) => body)
  const maps = pairs.map(({item}) => item)
  const titles = replies.map(({title}) => title?.text ?? '')
  const areTitled = first.some(({value}) => value.type === 'map' && isEntry(value))
  return areReplies(maps, replies, clues) && (areTitled || areNamedReplies(titles, bodies, clues)) ? replies : undefined
}

/** The replies of a map from titles to texts, where most of what it holds is such texts. */
export function underTitles({entries}: MapValue, clues: Clues | undefined): readonly FoundReply[] | undefined {
  const first = entries.slice(0, 40)
  const fitting = first.filter(({key, value}) => value.type === 'text' && !isTitleName(key) && !isAlienName(key))
  if (fitting.length * 10 < first.length * 9 || fitting.length === 0) return undefined
  const texts = entries.flatMap(({key, keySpan, value}) =>
    value.type === 'text' && !isBlank(value) ? [{key, keySpan, value}] : [],
  )
  const isOurs = areNamedReplies(
    texts.map(({key}) => key),
    texts.map(({value}) => value),
    clues,
  )
  if (!isOurs) return undefined
  return texts.map(({key, keySpan, value}) => ({
    title: {text: key, span: keySpan},
    body: value,
    id: key,
    span: {start: keySpan.start, end: value.span.end},
  }))
}
