import {entryOf, type ListValue, type MapValue, type TextValue, type Value} from '../values/value.ts'
import {isGroupName, plainName} from './names.ts'
import type {Clues, DataSyntax, FoundReply, Shape, SystemId} from './shape.ts'
import {wordOf} from './text.ts'

/** How many folders a reply may lie in. */
const deepestGroup = 6
const looked = 20

/** What makes a shape whose file is a list of entries, be it at the top, under a name, or in groups. */
export interface ListShape {
  readonly name: string
  readonly system?: SystemId
  readonly syntaxes: readonly DataSyntax[]
  readonly isItem: (item: MapValue) => boolean
  readonly repliesOf: (item: MapValue) => readonly FoundReply[]
}

/** Makes a shape whose file is a list of entries that are known by their fields. */
export function listShape({isItem, repliesOf, ...rest}: ListShape): Shape {
  return {
    ...rest,
    find(root: Value, _clues?: Clues) {
      const replies = itemsIn(root, isItem).flatMap(repliesOf)
      return replies.length > 0 ? replies : undefined
    },
  }
}

/**
 * The entries of a file that `isItem` knows: a single one, a list, a list under a usual name (`macros`), or lists in groups of groups. A list
 * of other things is left after its first entries.
 */
export function itemsIn(root: Value, isItem: (item: MapValue) => boolean): readonly MapValue[] {
  return walk(root, isItem, {width: looked, budget: mostProbed}).length === 0 ? [] : walk(root, isItem)
}

/** Entries that are looked at before a file is given up. */
const mostProbed = 500

function walk(
  root: Value,
  isItem: (item: MapValue) => boolean,
  {width, budget}: {readonly width?: number; readonly budget: number} = {budget: Number.POSITIVE_INFINITY},
): readonly MapValue[] {
  const found: MapValue[] = []
  let left = budget
  let level: readonly Value[] = [root]
  for (let depth = 0; depth <= deepestGroup && level.length > 0; depth++) {
    const next: Value[] = []
    for (const value of level) {
      if (value.type === 'list' && !isWorthwhile(value, isItem)) continue
      for (const item of mapsOf(value).slice(0, width)) {
        if (left-- <= 0) return found
        if (isItem(item)) found.push(item)
        else for (const group of groupsOf(item)) next.push(group)
      }
    }
    level = next
  }
  return found
}

/** Whether most of a list's first entries are entries or groups of them. */
function isWorthwhile({items}: ListValue, isItem: (item: MapValue) => boolean): boolean {
  const first = items.slice(0, looked)
  const fitting = first.filter(item => item.type === 'map' && (isItem(item) || groupsOf(item).length > 0))
  return fitting.length * 2 >= first.length
}

function groupsOf(item: MapValue): readonly Value[] {
  return item.entries
    .filter(({key, value}) => (value.type === 'list' || value.type === 'map') && isGroupName(key))
    .map(({value}) => value)
}

/** The maps of a list; a single map is a list of one. */
export function mapsOf(value: Value | undefined): readonly MapValue[] {
  if (value?.type === 'map') return [value]
  return value?.type === 'list' ? value.items.filter(item => item.type === 'map') : []
}

/** The number or name by which a system knows an entry, and its tags, as far as the entry says them. */
export function detailsOf(item: MapValue): Pick<FoundReply, 'span' | 'id' | 'tags' | 'purpose'> {
  const id = wordOf(entryOf(item, 'id', '_id', 'Id', 'uuid', '@id')?.value)
  const tags = tagsOf(entryOf(item, 'tags', 'labels', 'tag', 'category')?.value)
  const purpose = entryOf(item, 'purpose')?.value
  return {
    span: item.span,
    ...(id !== undefined && id !== '' && {id}),
    ...(tags.length > 0 && {tags}),
    ...(purpose?.type === 'text' && {purpose}),
  }
}

function tagsOf(value: Value | undefined): readonly string[] {
  if (value?.type === 'text')
    return value.text
      .split(/[,;]/)
      .map(tag => tag.trim())
      .filter(tag => tag !== '')
  if (value?.type !== 'list') return []
  return value.items.flatMap(item => (item.type === 'text' ? [item.text] : []))
}

/** Whether an entry is switched off. */
export function isOff(item: MapValue): boolean {
  const flag = item.entries.find(({key}) => /^(?:active|isactive|enabled|isenabled|isavailable)$/.test(plainName(key)))
  return /^(?:false|0|no|off)$/i.test(wordOf(flag?.value) ?? '')
}

/** The entry that marks a reply as switched off, or nothing. */
export const inactiveIf = (isIt: boolean): Pick<FoundReply, 'inactive'> => (isIt ? {inactive: true} : {})

/** A title, where there is one. */
export const titled = (title: TextValue | undefined): Pick<FoundReply, 'title'> => (title === undefined ? {} : {title})
