import type {Mark} from '../../../rules/kit/types.ts'
import {htmlTag, isKnownElement} from '../markdown/inline-html.ts'

/** What an element does to the text around it. */
export type HtmlRole = 'block' | 'break' | 'pre' | 'inline' | 'image' | 'code' | 'title' | 'hidden' | 'placeholder'

export interface HtmlElement {
  readonly role: HtmlRole
  readonly mark?: Mark['kind']
}

/** The elements of one file. */
export interface HtmlElements {
  /** `bare` where the tag has no attributes. */
  of(name: string, bare: boolean): HtmlElement
  /** Whether a closing tag of this name stands at or behind `from`. */
  isClosed(name: string, from: number): boolean
}

const others: Readonly<Record<string, HtmlRole>> = {
  br: 'break',
  pre: 'pre',
  script: 'hidden',
  style: 'hidden',
  title: 'title',
  template: 'hidden',
  noembed: 'hidden',
  noframes: 'hidden',
  xmp: 'code',
}
const blocks =
  /^(?:html|head|body|header|footer|main|article|nav|aside|figure|figcaption|form|fieldset|legend|address|center|caption|tbody|thead|tfoot|menu|dir)$/

/** Looks through a file for the elements that it closes. */
export function rolesIn(text: string): HtmlElements {
  const closed = new Map<string, number>()
  for (const match of text.matchAll(/<\/([a-z][^\s/>]*)/gi)) closed.set((match[1] ?? '').toLowerCase(), match.index)
  const known = new Map<string, HtmlElement & {readonly unknown: boolean}>()

  function read(name: string): HtmlElement & {readonly unknown: boolean} {
    const other = Object.hasOwn(others, name) ? others[name] : undefined
    if (other !== undefined) return {role: other, unknown: false}
    if (blocks.test(name)) return {role: 'block', unknown: false}
    const tag = htmlTag(`<${name}>`)
    if (tag === undefined) return {role: 'inline', unknown: false}
    const role = tag.role === 'break' ? 'block' : tag.role === 'other' ? 'inline' : tag.role
    const isUnknown = !/[-:]/.test(name) && !isKnownElement(tag) && !closed.has(name)
    return {role, unknown: isUnknown, ...(tag.mark !== undefined && {mark: tag.mark})}
  }

  return {
    of(name, bare) {
      const element = known.get(name) ?? read(name)
      known.set(name, element)
      return element.unknown && bare ? {role: 'placeholder'} : element
    },
    isClosed: (name, from) => (closed.get(name) ?? -1) >= from,
  }
}
