import {type Decoded, startRuns} from './yaml-runs.ts'

/** A block scalar, decoded. */
export interface DecodedBlock extends Decoded {
  /** The number of spaces that its lines begin with. */
  readonly indent: number
  /** The same of its first line that is not blank: where the scalar ends depends on it. */
  readonly lead: number
}

interface Line {
  readonly from: number
  /** How many spaces it begins with. */
  readonly spaces: number
  /** Where its content ends, without the line break. */
  readonly to: number
  readonly isBlank: boolean
}

const header = /^([|>])([-+1-9]*)/

/**
 * Decodes a block scalar from its `|` or `>` on; `parent` is the indentation that an indicator counts from. Undefined where a line is
 * indented less than the rest.
 */
export function decodeBlock(source: string, parent: number): DecodedBlock | undefined {
  const [, mode, signs = ''] = header.exec(source) ?? []
  const bodyStart = source.indexOf('\n') + 1
  if (mode === undefined) return undefined
  const lines = bodyStart > 0 && bodyStart < source.length ? linesOf(source, bodyStart) : []
  const first = lines.findIndex(line => !line.isBlank)
  const firstLine = lines[first]
  const keeps = signs.includes('+')
  if (firstLine === undefined) return keeps && lines.length > 0 ? undefined : {text: '', runs: [], indent: 0, lead: 0}
  const said = Number(/\d/.exec(signs)?.[0] ?? 0)
  const indent = said > 0 ? parent + said : firstLine.spaces
  if (
    lines.some((line, index) =>
      line.isBlank ? said === 0 && index < first && line.spaces > indent : line.spaces < indent,
    )
  )
    return undefined
  const last = lines.findLastIndex(line => !line.isBlank || line.spaces > indent)
  const runs = startRuns(source)
  const contentOf = (line: Line): number => line.from + Math.min(line.spaces, indent)
  /** Where the text that is written so far ends in the source. */
  let gap = bodyStart
  /** How a folded scalar reads the line break after what is written so far. */
  let fold = ' '
  let wasIndented = false
  for (let index = 0; index <= last; index++) {
    const line = lines[index] ?? firstLine
    const from = contentOf(line)
    const isIndented = line.spaces > indent || source[from] === '\t'
    if (index <= first || mode === '|') {
      if (index > 0) runs.escape('\n', gap, from)
    } else if (isIndented) {
      runs.escape(fold === '\n' && !wasIndented ? '\n\n' : '\n', gap, from)
    } else if (line.isBlank && fold === ' ') {
      fold = '\n'
      continue
    } else {
      runs.escape(fold, gap, from)
    }
    runs.text(from, line.to)
    gap = line.to
    if (index < first || (line.isBlank && !isIndented)) continue
    fold = isIndented ? '\n' : ' '
    wasIndented = isIndented
  }
  if (keeps) {
    for (const line of lines.slice(last + 1)) {
      runs.escape('\n', gap, contentOf(line))
      gap = line.to
    }
  }
  if (keeps ? last === lines.length - 1 : !signs.includes('-')) runs.escape('\n', gap, lines[last + 1]?.from ?? gap)
  return {...runs.finish(), indent, lead: firstLine.spaces}
}

function linesOf(source: string, start: number): readonly Line[] {
  const lines: Line[] = []
  let from = start
  for (;;) {
    const found = source.indexOf('\n', from)
    const end = found < 0 ? source.length : found
    const to = end > from && source[end - 1] === '\r' ? end - 1 : end
    let spaces = 0
    while (from + spaces < to && source[from + spaces] === ' ') spaces++
    lines.push({from, spaces, to, isBlank: from + spaces === to})
    if (found < 0) return lines
    from = found + 1
  }
}
