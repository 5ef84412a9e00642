import type {DocumentKind, Span} from '../../../rules/kit/types.ts'
import type {Block, Directive, Problem, Reading} from '../format.ts'
import {isControlLine, placeholdersIn} from '../placeholders/placeholders.ts'
import {readComments} from '../prose/directives.ts'
import {eolOf, normaliseBreaks} from '../prose/line-breaks.ts'
import {sourceMap} from '../prose/source-map.ts'
import {encodePlain} from './encode-plain.ts'
import {type Line, type PlainBlock, type PlainText, plainBlocks} from './plain-lines.ts'

/** Reads a reply in plain text: a blank line ends a paragraph, and a line break is one that the customer sees. */
export function readText(text: string, kind: DocumentKind): Reading {
  const plain: PlainText = {raw: text, text: normaliseBreaks(text), kind}
  const lines = linesOf(plain)
  const eol = eolOf(text)
  const ends = text.includes('poise-') ? chunkEnds(plain, lines) : []
  const directives: Directive[] = []
  const problems: Problem[] = []
  const blocks: Block[] = []
  let chunk: Line[] = []
  const finish = (): void => {
    for (const block of plainBlocks(plain, chunk, isBreak(plain))) {
      if (block.prose.trim() !== '') blocks.push(placed(plain, block, eol))
    }
    chunk = []
  }
  for (const [index, line] of lines.entries()) {
    const content = plain.text.slice(line.from, line.to).trim()
    if (/^<!--.*-->$/.test(content)) {
      finish()
      for (const {directive, problem} of readComments(text.slice(line.from, line.to), line.from)) {
        if (problem !== undefined) problems.push(problem)
        const covers = directive?.kind === 'next' ? chunkAfter(plain, lines, ends, index) : undefined
        if (directive !== undefined) directives.push({...directive, ...(covers !== undefined && {covers})})
      }
    } else if (isControlLine(content)) finish()
    else chunk.push(line)
  }
  finish()
  return {blocks, directives, problems}
}

/** The lines, those that a placeholder holds together being one. */
function linesOf({text, kind}: PlainText): readonly Line[] {
  const lines: Line[] = []
  const placeholders = placeholdersIn(text, kind)
  let placeholder = placeholders.next()
  let from = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    while (placeholder.done !== true && placeholder.value.end <= end) placeholder = placeholders.next()
    if (placeholder.done !== true && placeholder.value.start < end) continue
    lines.push({from, to: end})
    from = end + 1
  }
  lines.push({from, to: text.length})
  return lines
}

/** For each line the last of the chunk that it stands in. */
function chunkEnds({text}: PlainText, lines: readonly Line[]): readonly number[] {
  const ends = new Array<number>(lines.length)
  let [end, isOpen] = [lines.length, false]
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]
    const isBlank = line === undefined || text.slice(line.from, line.to).trim() === ''
    if (!isBlank && !isOpen) end = index
    isOpen = !isBlank
    ends[index] = end
  }
  return ends
}

/** What a comment on the line `index` covers: the next lines up to a blank one. */
function chunkAfter(
  {text}: PlainText,
  lines: readonly Line[],
  ends: readonly number[],
  index: number,
): Span<'source'> | undefined {
  let first = index + 1
  for (let line = lines[first]; line !== undefined && text.slice(line.from, line.to).trim() === ''; line = lines[first])
    first++
  const [start, end] = [lines[first], lines[ends[first] ?? lines.length]]
  return start && end && {start: start.from, end: end.to}
}

/** Lines of this length are those that a program wrapped. */
const [shortest, longest] = [51, 100]

/** Tells the line breaks of the writer from those of a program that wrapped the text. */
function isBreak({text}: PlainText): (lines: readonly Line[], index: number) => boolean {
  let widest = {of: [] as readonly Line[], width: 0}
  return (lines, index) => {
    if (widest.of !== lines)
      widest = {of: lines, width: lines.reduce((most, {from, to}) => Math.max(most, to - from), 0)}
    const [line, next] = [lines[index], lines[index + 1]]
    if (line === undefined || next === undefined) return true
    const shown = text.slice(line.from, line.to).trimEnd()
    if (shown.length < shortest || /[.!?:…]["”’)]*$/.test(shown)) return true
    const [word = ''] = /^\s*\S{0,100}/.exec(text.slice(next.from, next.to)) ?? []
    if (/^\s*[\p{Ll},;]/u.test(word)) return false
    if (shown.length > longest) return true
    return lines.length < 3 || widest.width > shown.length + word.length
  }
}

function placed({text, kind}: PlainText, block: PlainBlock, eol: string): Block {
  const {prose, marks, pieces, ordered, from} = block
  const place = {
    block: block.kind,
    document: kind,
    encode: encodePlain,
    follow: '',
    prefix: text.slice(text.lastIndexOf('\n', from - 1) + 1, from).replace(/\S/g, ' '),
  }
  const depth = block.kind === 'item' ? 1 : 0
  return {
    kind: block.kind,
    depth,
    ordered,
    quoted: false,
    prose,
    marks,
    content: {},
    map: sourceMap(pieces, prose, 0, place, eol),
  }
}
