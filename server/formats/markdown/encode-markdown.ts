import {holdsPlaceholder} from '../placeholders/placeholders.ts'
import {type Edges, fits} from '../prose/edges.ts'
import type {Place} from '../prose/source-map.ts'

/** Would become a link, an object or a template tag when read again, and no escape prevents that in every dialect. */
export const unwritable = /[\ufffc\r]|https?:\/\/|\bwww\.|[\w.+-]@\w|\bmailto:/i
const entity = /&(?=#\d|#x[\da-f]|[a-z][a-z\d]{1,30};|$)/gi
/** What makes a line begin a list, quote, heading, rule, fence or admonition. */
export const blockStart = /^(\d{1,9})([.)])(?=\s|$)|^([-+*>#]|={2,}$|-{2,}$|~{3}|:{3}|!{3}|\?{3})/
const special = /\\|\||\*|`|\[|\]|~(?=~|$)|<(?=[a-z/!?]|$)/gi
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** Writes `text` so that Markdown reads exactly it at this place, or undefined where that can't be done. */
export function encodeMarkdown(text: string, place: Place, eol: string, edges?: Edges): string | undefined {
  if (unwritable.test(text) || holdsPlaceholder(text, place.document)) return undefined
  if (edges !== undefined && !fits(text, edges)) return undefined
  const paragraphs = text.split('\n')
  if (paragraphs.length > 1 && place.prefix === undefined) return undefined
  const lines = paragraphs.map((line, index) => escapeLine(line, index > 0 || (edges?.lineStart ?? true)))
  const written = joinLines(lines, place.prefix ?? '', eol)
  // Before a bracket it would make an image.
  return edges?.after === undefined && !(edges?.rest || place.follow).startsWith('[')
    ? written
    : written?.replace(/!$/, '\\!')
}

function escapeLine(line: string, startsLine: boolean): string {
  const escaped = line.replace(special, '\\$&').replace(underscore, '\\_').replace(entity, '&amp;')
  if (!startsLine) return escaped
  return escaped.replace(blockStart, (whole, digits?: string, mark?: string) =>
    digits === undefined ? `\\${whole}` : `${digits}\\${mark ?? ''}`,
  )
}

function joinLines(lines: readonly string[], prefix: string, eol: string): string | undefined {
  let out = lines[0] ?? ''
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') {
      if (lines[index + 1] === undefined || lines[index + 1] === '') return undefined
      out += eol + prefix.trimEnd() + eol + prefix + (lines[++index] ?? '')
    } else {
      out += `  ${eol}${prefix}${line}`
    }
  }
  return out
}
