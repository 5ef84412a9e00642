import {DomUtils, parseDocument} from 'htmlparser2'

type Document = ReturnType<typeof parseDocument>
type Node = Document['children'][number]
/** An element of a page. */
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** A page as another parser reads it. */
export function parsed(html: string): Document {
  return parseDocument(html)
}

/** The elements of a name in a part of a page, or all of them, in their order. */
export function all(part: Document | Element | undefined, name = '*'): readonly Element[] {
  return part === undefined ? [] : DomUtils.getElementsByTagName(name, part.children as Node[], true)
}

/** The values of an attribute of all elements of a name. */
export function attributesOf(page: Document, name: string, attribute: string): readonly string[] {
  return all(page, name).flatMap(({attribs}) => attribs[attribute] ?? [])
}

/** The text of an element. */
export function textOf(element: Element | undefined): string {
  return element === undefined ? '' : DomUtils.textContent(element)
}
