import {type Edges, fits} from './edges.ts'
import {unwritable} from './encode.ts'
import {objectsIn} from './objects.ts'
import {bullet} from './plain-lines.ts'
import type {Place} from './source-map.ts'

/** Ends a fence, or begins what a line of plain text does not show. */
const lineStart = /^[ \t]*(?:`{3}|~{3}|<!--)/

/** Writes `text` as it is, or gives undefined where plain text would read something else than it says. */
export function encodePlain(text: string, place: Place, eol: string, edges?: Edges): string | undefined {
  if (unwritable.test(text) || makesObject(text, place, edges)) return undefined
  if (edges !== undefined && (!fits(text, edges) || (text === '' && edges.lineStart && edges.lineEnd))) return undefined
  const lines = text.split('\n')
  if (lines.length > 1 && place.prefix === undefined) return undefined
  const last = lines.length - 1
  for (const [index, line] of lines.entries()) {
    const whole = index === last ? line + (edges?.rest ?? '') : line
    if ((index > 0 || edges?.lineStart === true) && (bullet.test(whole) || lineStart.test(whole))) return undefined
    if (index > 0 && (/^[ \t]/.test(line) || /[ \t]$/.test(lines[index - 1] ?? ''))) return undefined
  }
  return lines.join(eol + (place.prefix ?? ''))
}

/** Whether `text`, with what stands around it, would be read as an address or placeholder. */
export function makesObject(text: string, place: Place, edges: Edges | undefined): boolean {
  const around = (edges?.lead ?? '') + text + (edges?.rest ?? '')
  for (const _found of objectsIn(around, place.document)) return true
  return false
}
