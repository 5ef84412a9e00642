import {unwritable} from '../markdown/encode-markdown.ts'
import type {Edges} from '../prose/edges.ts'
import type {Encode} from '../prose/source-map.ts'
import {makesObject} from '../text/encode-plain.ts'

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
/** A line that has no words of its own. */
const wordlessEnd = /(?:^|\n)[\s\ufffc]*$/
const wordlessStart = /^[\s\ufffc]*(?:\n|$)/

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

/** Whether blanks stay apart from blanks, and the text from what it would make a reference or tag with. */
function fits(text: string, {lead, rest, lineStart, lineEnd}: Edges): boolean {
  if (text.trim() === '' && wordlessEnd.test(lead) && wordlessStart.test(rest)) return false
  if (blankStart.test(text) && (lineStart || blankEnd.test(lead))) return false
  if (blankEnd.test(text) && (lineEnd || blankStart.test(rest))) return false
  const following = text + rest
  // At the start of a line it is taken for what indents it.
  if (lineStart && /^\s*\u00a0/.test(following)) return false
  if (/&[#\w]*$/.test(lead) && /^[#\w;]/.test(following)) return false
  return !(lead.endsWith('<') && /^[a-z/!?#@%]/i.test(following))
}
