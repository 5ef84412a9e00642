import {entryOf, type TextValue, textOf, type Value} from '../values/value.ts'

/** The element of an XML file's top that has this name. */
export function elementIn(root: Value, name: string): Value | undefined {
  return entryOf(root, name)?.value
}

/** All the children of an element that have this name, whether the reader lists them or gives each its own entry. */
export function childrenOf(element: Value | undefined, name: string): readonly Value[] {
  if (element?.type !== 'map') return []
  return element.entries
    .filter(({key}) => key === name)
    .flatMap(({value}) => (value.type === 'list' ? value.items : [value]))
}

/** What an element says, be it bare or beside attributes. */
export function elementText(element: Value | undefined): TextValue | undefined {
  return element?.type === 'text' ? element : textOf(element, '#text', '')
}
