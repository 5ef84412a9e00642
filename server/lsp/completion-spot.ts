import type {Span} from '../../rules/kit/types.ts'
import type {OpenFile, Part} from '../formats/files/file.ts'
import {sourceText} from '../formats/files/source-text.ts'
import type {Block} from '../formats/format.ts'

/** A place in a reply where a writer can type words. */
export interface Spot {
  /** The document of the file that it lies in, with its blocks, as they are once a word stands there. */
  readonly part: Part
  readonly blocks: readonly Block[]
  readonly block: Block
  /** The word in the block's prose, and in the file. */
  readonly word: Span<'prose'>
  readonly source: Span<'source'>
}

/** A capital begins a sentence, this one is in no escape of any format, and no file holds such a word. */
const probe = 'Qzqz'

/**
 * What a word in the place of `span` would be, found by reading the file with one there: only so is it known in every format whether the place
 * is a customer's text at all, on a line that is empty yet too. Undefined where the word is no prose, or could not be changed exactly.
 */
export function spotAt(file: OpenFile, span: Span<'source'>): Spot | undefined {
  if (isBesideTags(file.text, span) || isInIndent(file.text, span)) return undefined
  const next = withText(file, span, probe)
  const source = {start: span.start, end: span.start + probe.length}
  // A reply that was empty may count from now on; any other difference is a broken file.
  const more = next.parts.length - file.parts.length
  if (more < 0 || more > 1 || next.problems.length > file.problems.length) return undefined
  for (const {part, blocks} of documentsAt(next, source)) {
    if (part.base === span.start && isBeforeQuote(file.text, span)) continue
    for (const block of blocks) {
      const word = wordIn(block, {start: source.start - part.base, end: source.end - part.base})
      if (word !== undefined) return {part, blocks, block, word, source}
    }
  }
  return undefined
}

/** A tag behind or before which HTML has no text: between the rows of a table, say. */
const tagBefore =
  /(?:<|&lt;)(?:(?:html|head|table|thead|tbody|tfoot|tr|ul|ol|dl|select)\b[^<>]{0,300}|\\?\/(?:td|th|tr|thead|tbody|tfoot|li|dt|dd|head|body|html)[ \t]{0,9})(?:>|&gt;)(?:\s|\\[nrt]){0,200}$/i
const tagAfter = /^(?:\s|\\[nrt]){0,200}(?:<|&lt;)(?:!doctype|\?xml|html|head|body|tr|td|th|li|thead|tbody|tfoot)\b/i

function isBesideTags(text: string, {start, end}: Span<'source'>): boolean {
  return tagBefore.test(text.slice(Math.max(0, start - 600), start)) || tagAfter.test(text.slice(end, end + 300))
}

/** Whether blank space that begins a line lies on both sides, which may tell how deep the lines below are. */
function isInIndent(text: string, {start, end}: Span<'source'>): boolean {
  return start === end && /^[ \t]*$/.test(lineBefore(text, start)) && /^[ \t]+\S/.test(text.slice(end, end + 200))
}

/** The line up to `offset`, as far as it matters. */
export function lineBefore(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - 200), offset)
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
}

/** Whether what stands there is quoted, and would not be any more. */
function isBeforeQuote(text: string, {start, end}: Span<'source'>): boolean {
  return start > 0 && /^\s*["']/.test(text.slice(end, end + 200))
}

/** Whether `text`, written in the place of `span`, is read as a placeholder where `raw` stands in it. */
export function readsPlaceholder(file: OpenFile, span: Span<'source'>, text: string, raw: string): boolean {
  const start = span.start + text.indexOf(raw)
  const wanted = {start, end: start + raw.length}
  return documentsAt(withText(file, span, text), wanted).some(({part, blocks}) =>
    blocks.some(({marks, map}) =>
      marks.some(mark => {
        if (mark.kind !== 'placeholder' || mark.text !== raw) return false
        const found = map.toSource({start: mark.start, end: mark.end})
        return found.start + part.base === wanted.start && found.end + part.base === wanted.end
      }),
    ),
  )
}

function withText(file: OpenFile, {start, end}: Span<'source'>, text: string): OpenFile {
  const {text: before} = file
  return file.edit(
    [{from: start, to: end, insert: text.length}],
    sourceText(before.slice(0, start) + text + before.slice(end)),
  )
}

/** The documents that hold a span; of all the others nothing is read. */
function documentsAt(
  file: OpenFile,
  {start, end}: Span<'source'>,
): readonly {readonly part: Part; readonly blocks: readonly Block[]}[] {
  return file.parts
    .filter(({reply}) => reply === undefined || (reply.span.start <= start && end <= reply.span.end))
    .map(part => ({part, blocks: part.read().blocks}))
}

/** The probe in a block's prose, where it is the one that stands at `place`. */
function wordIn({prose, map}: Block, place: Span<'source'>): Span<'prose'> | undefined {
  for (let start = prose.indexOf(probe); start >= 0; start = prose.indexOf(probe, start + 1)) {
    const word = {start, end: start + probe.length}
    const found = map.toEditable(word)
    if (found?.start === place.start && found.end === place.end && map.encode(probe, word) === probe) return word
  }
  return undefined
}
