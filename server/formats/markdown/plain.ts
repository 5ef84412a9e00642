import type {TreeCursor} from '@lezer/common'
import {type Line, type PlainBlock, plainBlocks} from '../text/plain-lines.ts'
import type {Stretch} from './inline.ts'

const fewest = 12
const languages = /^(?:|text|txt|plain|plaintext|markdown|md|email)$/i
const word = /\p{L}[\p{L}’'-]*/gu

/** Reads the code block under the cursor as a reply in plain text, or as nothing where it holds code or few words. */
export function readPlain(stretch: Stretch, cursor: TreeCursor): readonly PlainBlock[] {
  const {info, lines} = contentsOf(stretch, cursor)
  const content = lines.map(line => stretch.text.slice(line.from, line.to)).join(' ')
  if (!isProse(info, content) || (content.match(word)?.length ?? 0) <= fewest) return []
  return plainBlocks(stretch, lines, undefined)
}

/** Whether a fence with these words behind its signs holds writing rather than code. */
export function isProse(info: string, content: string): boolean {
  return languages.test(info.trim()) && !looksLikeCode(content)
}

/** Code has a bracket, brace or semicolon every few words. */
function looksLikeCode(content: string): boolean {
  const signs =
    content.replace(/\{[^{}();=]{1,40}\}|\[[^[\]();=]{1,40}\]/g, '').match(/[;={}<>|$\\]|\/\/|--\w|\w\(/g)?.length ?? 0
  return signs * 6 > (content.match(word)?.length ?? 0)
}

function contentsOf({text}: Stretch, cursor: TreeCursor): {readonly info: string; readonly lines: readonly Line[]} {
  const lines: Line[] = []
  let info = cursor.name === 'CodeBlock' ? 'code' : ''
  if (!cursor.firstChild()) return {info, lines}
  do {
    if (cursor.name === 'CodeInfo') info = text.slice(cursor.from, cursor.to)
    if (cursor.name === 'CodeText') lines.push(...linesOf(text, cursor.from, cursor.to))
  } while (cursor.nextSibling())
  cursor.parent()
  return {info, lines}
}

function linesOf(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = []
  let start = from
  for (;;) {
    const end = text.indexOf('\n', start)
    if (end < 0 || end >= to) break
    lines.push({from: start, to: end})
    start = end + 1
  }
  if (start < to) lines.push({from: start, to})
  return lines
}
