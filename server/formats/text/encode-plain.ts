import {unwritable} from '../markdown/encode-markdown.ts'
import {type Edges, fits} from '../prose/edges.ts'
import {objectsIn} from '../prose/objects.ts'
import type {Place} from '../prose/source-map.ts'
import {bullet} from './plain-lines.ts'

/** Ends a fence, or begins what a line of plain text does not show. */
const lineStart = /^[ \t]*(?:`{3}|~{3}|<!--)/

/** Writes `text` as it is, or gives undefined where plain text would read something else than it says. */
export function encodePlain(text: string, place: Place, eol: string, edges?: Edges): string | undefined {
  if (unwritable.test(text) || makesObject(text, place, edges)) return undefined
  if (edges !== undefined && (!fits(text, edges) || (text === '' && edges.lineStart && edges.lineEnd))) return undefined
  const lines = text.split('\n')
  if (lines.length > 1 && place.prefix === undefined) return undefined
  // Behind a blank line the item is over.
  if (place.block === 'item' && lines.includes('', 1)) return undefined
  const last = lines.length - 1
  for (const [index, line] of lines.entries()) {
    const whole = index === last ? line + (edges?.rest ?? '') : line
    if ((index > 0 || edges?.lineStart === true) && (bullet.test(whole) || lineStart.test(whole))) return undefined
    if (index > 0 && (/^[ \t]/.test(line) || /[ \t]$/.test(lines[index - 1] ?? ''))) return undefined
  }
  return lines.map((line, index) => (index > 0 && line !== '' ? (place.prefix ?? '') + line : line)).join(eol)
}

/** After an address: what ends it. Before one: what it would begin with. */
const apart = /^(?:$|[\s<>()]|[.,;:!?'"”’]+(?:[\s<>()]|$))/
const sticky = /[\w.+\-{%$#@<&[X/]$/

/** Whether `text`, with what stands around it, would be read as an address or placeholder, or as a part of the one beside it. */
export function makesObject(text: string, place: Place, edges: Edges | undefined): boolean {
  const {lead = '', rest = '', before, after} = edges ?? {}
  for (const {start, end} of objectsIn(lead + text + rest, place.document))
    if (start <= lead.length + text.length && end >= lead.length) return true
  const signs = /\ufffc([.,;:!?'"”’]*)$/.exec(lead)?.[1]
  const wasApart = signs !== '' || before === undefined || apart.test(before.near ?? '')
  if (signs !== undefined && wasApart && !apart.test(signs + text + rest)) return true
  return rest.startsWith('\ufffc') && sticky.test(lead + text) && !(after && /[\w.+-]$/.test(after.near ?? ''))
}
