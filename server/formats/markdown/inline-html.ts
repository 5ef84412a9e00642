import type {Mark} from '../../../rules/kit/types.ts'

/** A tag within a paragraph, by what it does to the prose. */
export interface InlineTag {
  readonly name: string
  readonly closes: boolean
  readonly role: 'break' | 'image' | 'code' | 'other'
  readonly mark?: Mark['kind']
  /** Whether it is `<name>` and no more. */
  readonly bare: boolean
}

const breaks = words(
  'br hr p div li ul ol dl dt dd table tr td th section summary details h1 h2 h3 h4 h5 h6 blockquote',
)
const codes = words('code kbd samp tt var pre script style svg math textarea iframe video audio object')
const images = words('img picture source input embed')
const others = words(
  'a abbr acronym area b bdi bdo big button caption center cite col colgroup data datalist del dfn dialog em fieldset figcaption ' +
    'figure font footer form header i ins label legend link main map mark menu meter nav noscript optgroup option output param ' +
    'progress q rp rt ruby s select slot small span strike strong sub sup tbody template tfoot thead time title track u wbr body html',
)
const marks: Readonly<Record<string, Mark['kind']>> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Reads a tag, or undefined for a declaration or CDATA. */
export function htmlTag(raw: string): InlineTag | undefined {
  const [whole, slash, written] = /^<(\/?)([A-Za-z][\w-]*)/.exec(raw) ?? []
  if (whole === undefined || written === undefined) return undefined
  const isComponent = /^[A-Z]/.test(written) && written !== written.toUpperCase()
  const name = isComponent ? written : written.toLowerCase()
  const role = breaks.has(name) ? 'break' : images.has(name) ? 'image' : codes.has(name) ? 'code' : 'other'
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined
  return {name, closes: slash === '/', role, bare: raw.length === whole.length + 1, ...(mark !== undefined && {mark})}
}

/** Whether it is an element of HTML or a component, and not a word in angle brackets. */
export function isKnownElement(tag: InlineTag): boolean {
  return !tag.bare || tag.role !== 'other' || others.has(tag.name) || /^[A-Z]/.test(tag.name)
}

/** Where the element that was opened before `from` ends, within `to`. */
export function closingTagEnd(text: string, name: string, from: number, to: number): number | undefined {
  const close = text.slice(from, to).search(new RegExp(`</${name}\\s*>`, 'i'))
  if (close < 0) return undefined
  const end = text.indexOf('>', from + close) + 1
  return end > 0 && end <= to ? end : undefined
}
