import {type Literal, makeLiteral, type Run} from '../prose/literal.ts'

/** How a CSV field is written; a `broken` one has a quotation mark where readers disagree about what it means. */
export type Quoting = 'quoted' | 'bare' | 'broken'

/** Reads a CSV field, quotation marks included. */
export function csvLiteral(raw: string, quoting: Quoting, delimiter: string): Literal {
  if (quoting === 'bare') return bareLiteral(raw, delimiter)
  const runs: Run[] = []
  const parts: string[] = []
  // The last mark closes the field.
  const end = raw.length - 1
  let at = 0
  for (let from = 1; from < end; ) {
    const found = raw.indexOf('"', from)
    const stop = found < 0 || found > end ? end : found
    if (stop > from) {
      runs.push({kind: 'text', at, from, to: stop})
      parts.push(raw.slice(from, stop))
      at += stop - from
    }
    if (stop === end) break
    from = raw[stop + 1] === '"' && stop + 1 < end ? stop + 2 : stop + 1
    runs.push({kind: 'escape', at, from: stop, to: from})
    parts.push('"')
    at++
  }
  return makeLiteral(parts.join(''), runs, 1, text => (quoting === 'broken' ? undefined : text.replaceAll('"', '""')))
}

function bareLiteral(raw: string, delimiter: string): Literal {
  const runs: readonly Run[] = raw === '' ? [] : [{kind: 'text', at: 0, from: 0, to: raw.length}]
  return makeLiteral(raw, runs, 0, (text, {before, after}) => {
    if (text.includes(delimiter) || /["\r\n]/.test(text)) return undefined
    const whole = before + text + after
    // A mark at the start would open a quoted field, and a field without text could make the row a blank line.
    if (/^\s*(?:"|$)/.test(whole)) return undefined
    if (/^\s/.test(whole) && !/^\s/.test(raw)) return undefined
    return /\s$/.test(whole.slice(-1)) && !/\s$/.test(raw.slice(-1)) ? undefined : text
  })
}
