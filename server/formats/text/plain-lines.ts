import type {BlockKind, DocumentKind} from '../../../rules/kit/types.ts'
import {type Draft, type Prose, startDraft} from '../prose/draft.ts'
import {objectsIn} from '../prose/objects.ts'

/** A paragraph or item of plain text. */
export interface PlainBlock extends Prose {
  readonly kind: BlockKind
  /** Of an item: whether it has a number. */
  readonly ordered: boolean
  readonly from: number
}

/** A text as the file has it, and in the same length with \n for every line break. */
export interface PlainText {
  readonly raw: string
  readonly text: string
  readonly kind: DocumentKind
}

export interface Line {
  readonly from: number
  readonly to: number
}

/** Whether a line break is one that the reader sees, given the lines on either side of it; undefined where their words have to tell. */
export type Breaks = ((lines: readonly Line[], index: number) => boolean) | undefined

/** What begins an item of a list. */
export const bullet = /^[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]+/

/** The paragraphs and items of these lines; a blank line ends one. */
export function plainBlocks(plain: PlainText, lines: readonly Line[], breaks: Breaks): readonly PlainBlock[] {
  return paragraphsOf(plain, lines).flatMap(paragraph => readParagraph(plain, paragraph, breaks))
}

function paragraphsOf({text}: PlainText, lines: readonly Line[]): readonly (readonly Line[])[] {
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

function readParagraph(plain: PlainText, lines: readonly Line[], breaks: Breaks): readonly PlainBlock[] {
  const first = lines[0]
  if (first === undefined) return []
  const draft = startDraft()
  const marker = bullet.exec(plain.text.slice(first.from, first.to))?.[0] ?? ''
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    const start = line.from + (breaks === undefined ? 0 : indentOf(plain.text, line))
    if (previous !== undefined) {
      if (breaks?.(lines, index - 1) === true) draft.lineBreak(previous.to, start)
      else draft.softBreak(previous.to, start)
    }
    readLine(plain, draft, index === 0 ? line.from + marker.length : start, line.to)
  }
  const from = first.from + marker.length
  const kind = marker === '' ? 'paragraph' : 'item'
  return [{kind, ordered: /\d/.test(marker), from, ...draft.finish(breaks === undefined)}]
}

function indentOf(text: string, {from, to}: Line): number {
  const line = text.slice(from, to)
  return line.length - line.trimStart().length
}

function readLine({raw, text, kind}: PlainText, draft: Draft, from: number, to: number): void {
  const line = text.slice(from, to)
  let done = 0
  for (const {kind: mark, start, end} of objectsIn(line, kind)) {
    draft.text(line.slice(done, start), from + done)
    draft.object(mark, raw.slice(from + start, from + end), from + start, from + end)
    done = end
  }
  draft.text(line.slice(done), from + done)
}
