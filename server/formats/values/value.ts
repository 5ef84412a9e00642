import type {Span} from '../../../rules/kit/types.ts'
import type {Problem} from '../format.ts'
import type {Literal} from '../prose/literal.ts'

/** A text in a data file. */
export interface TextValue {
  readonly type: 'text'
  /** All of it in the file, quotes included; its literal's offsets count from `span.start`. */
  readonly span: Span<'source'>
  /** What it says; decoded when it is asked for. */
  readonly text: string
  readonly literal: Literal
}

/** One name and what stands under it; a file may give the same name twice, and then both are here. */
export interface Entry {
  readonly key: string
  readonly keySpan: Span<'source'>
  readonly value: Value
}

/** An object of JSON, a mapping of YAML, a row of CSV, an element of XML with its attributes (`@name`) and children. */
export interface MapValue {
  readonly type: 'map'
  readonly span: Span<'source'>
  readonly entries: readonly Entry[]
}

export interface ListValue {
  readonly type: 'list'
  readonly span: Span<'source'>
  readonly items: readonly Value[]
}

/** A number, true, false, null, an alias: nothing that a customer reads. */
export interface OtherValue {
  readonly type: 'other'
  readonly span: Span<'source'>
  /** As it stands in the file. */
  readonly raw: string
}

/** What a data file holds, whatever its syntax: shapes are written once for all of them. */
export type Value = TextValue | MapValue | ListValue | OtherValue

/** A data file, read: reading never fails, a broken file holds what could be read, and a problem. */
export interface Data {
  readonly root?: Value
  readonly problems: readonly Problem[]
  /** Of comments that silence rules, as far as the syntax has comments. */
  readonly comments: readonly {readonly text: string; readonly span: Span<'source'>}[]
}

/** How deep a file may be nested: real ones are under ten. */
export const deepest = 200

/** What stands under a name of a map, the first if there are several. */
export function entryOf(value: Value | undefined, ...keys: readonly string[]): Entry | undefined {
  if (value?.type !== 'map') return undefined
  for (const key of keys) {
    const entry = value.entries.find(each => each.key === key)
    if (entry !== undefined) return entry
  }
  return undefined
}

/** The text under the first of the names that a map has. */
export function textOf(value: Value | undefined, ...keys: readonly string[]): TextValue | undefined {
  const found = entryOf(value, ...keys)?.value
  return found?.type === 'text' ? found : undefined
}

/** The items of a list; a single value counts as a list of one, as XML and the short form of YAML have it. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return []
  return value.type === 'list' ? value.items : [value]
}
