import type {TreeCursor} from '@lezer/common'
import type {BlockKind, Mark} from '../../rules/kit/types.ts'
import {type Prose, startDraft} from './draft.ts'
import type {Stretch} from './inline.ts'
import {placeholderAt} from './placeholders.ts'

/** A paragraph of plain text. */
export interface PlainBlock extends Prose {
  readonly kind: BlockKind
  readonly from: number
}

interface Line {
  readonly from: number
  readonly to: number
}

const fewest = 12
const languages = /^(?:|text|txt|plain|plaintext|markdown|md|email)$/i
const bullet = /^[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]+/
const object = /https?:\/\/[^\s<>()]{1,400}|[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,40}){1,6}|[{%$#@<X[]/g
const word = /\p{L}[\p{L}’'-]*/gu

/** Reads the code block under the cursor as a reply in plain text, or as nothing where it holds code or few words. */
export function readPlain(stretch: Stretch, cursor: TreeCursor): readonly PlainBlock[] {
  const {info, lines} = contentsOf(stretch, cursor)
  if (!languages.test(info.trim())) return []
  const content = lines.map(line => stretch.text.slice(line.from, line.to)).join(' ')
  if ((content.match(word)?.length ?? 0) <= fewest || looksLikeCode(content)) return []
  return paragraphsOf(stretch, lines).flatMap(paragraph => readParagraph(stretch, paragraph))
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

function paragraphsOf({text}: Stretch, lines: readonly Line[]): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = []
  let current: Line[] = []
  for (const line of lines) {
    const content = text.slice(line.from, line.to)
    if (content.trim() === '' || bullet.test(content)) current = []
    if (content.trim() === '') continue
    if (current.length === 0) paragraphs.push(current)
    current.push(line)
  }
  return paragraphs
}

function readParagraph(stretch: Stretch, lines: readonly Line[]): readonly PlainBlock[] {
  const first = lines[0]
  if (first === undefined) return []
  const draft = startDraft()
  const marker = bullet.exec(stretch.text.slice(first.from, first.to))?.[0].length ?? 0
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    if (previous !== undefined) draft.softBreak(previous.to, line.from)
    readLine(stretch, draft, index === 0 ? line.from + marker : line.from, line.to)
  }
  const from = first.from + marker
  return [{kind: marker > 0 ? 'item' : 'paragraph', from, ...draft.finish(true)}]
}

function readLine({raw, text, kind}: Stretch, draft: ReturnType<typeof startDraft>, from: number, to: number): void {
  const line = text.slice(from, to)
  let done = 0
  for (const match of line.matchAll(object)) {
    if (match.index < done) continue
    const found = match[0].length > 1 ? match.index + match[0].length : placeholderAt(line, match.index, kind)?.end
    if (found === undefined) continue
    const mark: Mark['kind'] = match[0].length > 1 ? 'url' : 'placeholder'
    draft.text(line.slice(done, match.index), from + done)
    draft.object(mark, raw.slice(from + match.index, from + found), from + match.index, from + found)
    done = found
  }
  draft.text(line.slice(done), from + done)
}
