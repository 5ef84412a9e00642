import {type TextValue, textOf, type Value} from '../values/value.ts'
import {isBlank} from './text.ts'

/** The text of an entry that has an HTML one, a plain one or both: the HTML one where it says anything. */
export function bodyOf(
  item: Value | undefined,
  html: string,
  ...others: readonly string[]
): readonly {readonly body: TextValue; readonly as?: 'html'}[] {
  const rich = textOf(item, html)
  if (rich !== undefined && !isBlank(rich)) return [{body: rich, as: 'html'}]
  const plain = others.map(name => textOf(item, name)).find(text => text !== undefined && !isBlank(text))
  return plain === undefined ? [] : [{body: plain}]
}
