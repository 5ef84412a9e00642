import {sentenceSpans} from '../../rules/kit/sentence.ts'
import type {Mark, Span} from '../../rules/kit/types.ts'
import type {Block, Problem, SourceMap} from '../formats/format.ts'

/** The most UTF-16 code units of a block, and of a sentence in it: about 400 words, four times the longest sentence of real writing. */
const longest = 2400

/**
 * Blocks that are short enough for every rule: a longer one becomes several, cut between sentences, and a sentence that no reader gets to the
 * end of is left out, with a note. The limits are lengths and no times, so that the same text always gives the same findings; with them what
 * a rule costs beyond its sentence's length can't add up.
 */
export function withoutLongBlocks(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly problems: readonly Problem[]
} {
  if (blocks.every(({prose}) => prose.length <= longest)) return {blocks, problems: []}
  const parts = blocks.map(partsOf)
  return {
    blocks: parts.flatMap(({pieces}) => pieces),
    problems: parts.flatMap(({leftOut}, index) => leftOut.map(span => tooLong(blocks[index]?.map.toSource(span)))),
  }
}

interface Parts {
  readonly pieces: readonly Block[]
  /** The sentences that are too long. */
  readonly leftOut: readonly Span<'prose'>[]
}

/** The same pieces for the same block, so that what is known of them stays known. */
const known = new WeakMap<Block, Parts>()

function partsOf(block: Block): Parts {
  if (block.prose.length <= longest) return {pieces: [block], leftOut: []}
  const made = known.get(block) ?? split(block)
  known.set(block, made)
  return made
}

function split(block: Block): Parts {
  const spans: Span<'prose'>[] = []
  const leftOut: Span<'prose'>[] = []
  let isOpen = false
  for (const sentence of sentenceSpans(block.prose)) {
    const last = isOpen ? spans.at(-1) : undefined
    isOpen = sentence.end - sentence.start <= longest
    if (!isOpen) leftOut.push(sentence)
    else if (last && sentence.end - last.start <= longest) spans.splice(-1, 1, {...last, end: sentence.end})
    else spans.push(sentence)
  }
  if (leftOut.length === 0 && spans.length === 1) return {pieces: [block], leftOut}
  const marks = marksIn(block.marks, spans)
  return {pieces: spans.map((span, index) => pieceOf(block, span, marks[index] ?? [])), leftOut}
}

/** The marks of each span, those that reach over its edges cut there. */
function marksIn(marks: readonly Mark[], spans: readonly Span<'prose'>[]): readonly (readonly Mark[])[] {
  const all: Mark[][] = spans.map(() => [])
  let first = 0
  for (const mark of marks) {
    while (first < spans.length && (spans[first]?.end ?? 0) <= mark.start) first++
    for (let index = first; index < spans.length; index++) {
      const span = spans[index]
      if (!span || span.start >= mark.end) break
      const start = Math.max(mark.start, span.start) - span.start
      all[index]?.push({...mark, start, end: Math.min(mark.end, span.end) - span.start})
    }
  }
  return all
}

function pieceOf(block: Block, {start, end}: Span<'prose'>, marks: readonly Mark[]): Block {
  return {...block, prose: block.prose.slice(start, end), marks, content: {}, map: movedMap(block.map, start)}
}

function movedMap(map: SourceMap, by: number): SourceMap {
  const moved = ({start, end}: Span<'prose'>): Span<'prose'> => ({start: start + by, end: end + by})
  return {
    toSource: span => map.toSource(moved(span)),
    toEditable: span => map.toEditable(moved(span)),
    encode: (text, at) => map.encode(text, at && moved(at)),
  }
}

function tooLong(span: Span<'source'> = {start: 0, end: 0}): Problem {
  const message = `This sentence is longer than ${longest} characters, so it was not checked. Split it into shorter ones.`
  return {code: 'too-long', message, span}
}
