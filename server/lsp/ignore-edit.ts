import type {Span} from '../../rules/kit/types.ts'
import type {Edit} from '../engine/report.ts'
import type {Block} from '../formats/format.ts'

/**
 * The places for a comment that silences `rule` in the block that holds `span`, the one that covers least first. A comment
 * inside the item before an item leaves the list in one piece.
 */
export function ignoreHereEdits(
  text: string,
  blocks: readonly Block[],
  span: Span<'source'>,
  rule: string,
): readonly Edit[] {
  const block = blocks.find(each => holds(each, span.start))
  if (block === undefined) return []
  const line = lineStart(text, spanOf(block).start)
  const top = chunkStart(text, line)
  const comment = `<!-- poise-ignore ${rule}: ⟦reason⟧ -->`
  const above = insertLine(text, top, prefixOf(text, top), comment)
  if (block.kind === 'cell') return [above]
  const prefix = prefixOf(text, line)
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(line + prefix.length, line + prefix.length + 20))?.[0]
  const inside = marker === undefined ? [] : [insertLine(text, line, prefix + ' '.repeat(marker.length), comment)]
  return [...inside, insertLine(text, line, prefix, comment), above]
}

function holds(block: Block, offset: number): boolean {
  const {start, end} = spanOf(block)
  return start <= offset && offset <= end
}

function spanOf({prose, map}: Block): Span<'source'> {
  return map.toSource({start: 0, end: prose.length})
}

/** Silences `rule` in the whole file: a comment at its top, after front matter. */
export function ignoreFileEdit(text: string, rule: string): Edit {
  const frontMatter = /^\uFEFF?---[ \t]*(?:\r\n?|\n)(?:.*(?:\r\n?|\n))*?(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/.exec(text)
  const start = frontMatter?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0)
  return insertLine(text, start, '', `<!-- poise-ignore-file ${rule}: ⟦reason⟧ -->`)
}

function insertLine(text: string, start: number, prefix: string, line: string): Edit {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const ownLine = start === 0 || (start === 1 && text.startsWith('\uFEFF')) || /[\r\n]/.test(text[start - 1] ?? '')
  return {span: {start, end: start}, text: `${ownLine ? '' : eol}${prefix}${line}${eol}`}
}

function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start -= 1
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start
}

/** The start of the run of lines without a blank one that holds `start`: above a whole list, quote or table. */
function chunkStart(text: string, start: number): number {
  let top = start
  while (top > 0) {
    const above = lineStart(text, top - (text.startsWith('\r\n', top - 2) ? 2 : 1))
    if (above === top || text.slice(above, top).trim() === '') break
    top = above
  }
  return top
}

/** What a line above must begin with to be in the same place: its indentation and quote marks. */
function prefixOf(text: string, start: number): string {
  return /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? ''
}
