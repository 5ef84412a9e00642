import type {Edges} from './edges.ts'
import {unwritable} from './encode.ts'
import {makesObject} from './encode-plain.ts'
import type {Encode} from './source-map.ts'

/** How a place of HTML writes the end of a line, and of a paragraph; undefined where it can't. */
export interface HtmlBreaks {
  readonly line: string | undefined
  readonly paragraph: string | undefined
}

const reference = /&(?=#|[a-z]{2}|[a-z][a-z\d]{1,30};|[#\w]*$)/gi
const tag = /<(?=[a-z/!?#@%]|$)/gi
const blanks = /[ \t\r\f]{2}|[\t\r\f]|[ \t]\n|\n[ \t]|\n{3}|\n$|^\n/
const blankStart = /^[ \t\n]/
const blankEnd = /[ \t\n]$/
/** After an address: what ends it. Before one: what it would begin with. */
const apart = /^(?:$|[\s<>()]|[.,;:!?'"”’]+(?:[\s<>()]|$))/
const sticky = /[\w.+\-{%$#@<&[X/]$/

/** Makes what writes a text into a place of HTML so that exactly it is read there. */
export function htmlEncoder(breaks: HtmlBreaks): Encode {
  return (text, place, _eol, edges) => {
    if (unwritable.test(text) || makesObject(text, place, edges) || blanks.test(text)) return undefined
    if (edges !== undefined && !fits(text, edges)) return undefined
    const paragraphs = text.split('\n\n')
    if (paragraphs.length > 1 && breaks.paragraph === undefined) return undefined
    if (breaks.line === undefined && text.includes('\n')) return undefined
    const lines = (paragraph: string): string =>
      paragraph
        .split('\n')
        .map(escapeSigns)
        .join(breaks.line ?? '')
    return paragraphs.map(lines).join(breaks.paragraph ?? '')
  }
}

const escapeSigns = (text: string): string => text.replace(reference, '&amp;').replace(tag, '&lt;')

/** Whether blanks stay apart from blanks, and the text from what it would make a reference, tag or address with. */
function fits(text: string, {before, after, lead, rest, lineStart, lineEnd}: Edges): boolean {
  if (blankStart.test(text) && (lineStart || blankEnd.test(lead))) return false
  if (blankEnd.test(text) && (lineEnd || blankStart.test(rest))) return false
  const following = text + rest
  if (/&[#\w]*$/.test(lead) && /^[#\w;]/.test(following)) return false
  if (lead.endsWith('<') && /^[a-z/!?#@%]/i.test(following)) return false
  if (lead.endsWith('\ufffc') && !apart.test(following) && (before === undefined || apart.test(before.near ?? '')))
    return false
  const preceding = lead + text
  return !(rest.startsWith('\ufffc') && sticky.test(preceding) && !(after && /[\w.+-]$/.test(after.near ?? '')))
}
