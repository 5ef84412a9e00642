import type {Tree, TreeFragment} from '@lezer/common'
import type {DocumentKind} from '../../../rules/kit/types.ts'
import type {SourceText} from '../files/source-text.ts'
import {normaliseBreaks} from '../prose/line-breaks.ts'
import {type Change, hullOf, moveFragments} from './fragments.ts'
import {markdownParsers} from './markdown-parser.ts'
import {beginsWithHeading, cutSections, isClosed, type MarkdownSection} from './sections.ts'
import {type TopNode, topNodes, treeOf} from './top-nodes.ts'

/** Reads a text as Markdown and cuts it into sections. */
export function readSections(text: string, kind: DocumentKind): readonly MarkdownSection[] {
  const body = normaliseBreaks(text)
  const {tree, stopped} = parse(body, kind, [])
  return cutSections(text, body, topNodes(tree), stopped)
}

/**
 * The sections after the changes, of which `next` is the text and `base` where the first begins: those that the changes touch are read
 * again, and more around them where their edges no longer hold.
 */
export function editSections(
  sections: readonly MarkdownSection[],
  changes: readonly Change[],
  base: number,
  next: SourceText,
  kind: DocumentKind,
): readonly MarkdownSection[] {
  const {from, to, insert} = hullOf(changes)
  const starts = startsOf(sections, base)
  const grown = insert - (to - from)
  let first = Math.max(
    0,
    starts.findIndex((_, index) => from <= (starts[index + 1] ?? Infinity)),
  )
  let last = starts.findLastIndex(start => start <= to)
  for (let more = 1; ; more *= 2) {
    const start = starts[first] ?? base
    const end = starts[last + 1]
    const text = next.slice(start, end === undefined ? next.length : end + grown)
    const body = normaliseBreaks(text)
    if (first > 0 && !beginsWithHeading(body)) {
      first--
      continue
    }
    const before = joined(sections.slice(first, last + 1))
    const tree = treeOf(before.nodes, before.text.length)
    const parsed = parse(body, kind, moveFragments(tree, changes, start, before.text))
    const {stopped} = parsed
    const nodes = topNodes(parsed.tree, before.nodes)
    if (end === undefined || stopped !== undefined || isClosed(body, nodes))
      return sections.toSpliced(first, last + 1 - first, ...cutSections(text, body, nodes, stopped))
    last = Math.min(last + more, sections.length - 1)
  }
}

/** Where each section begins. */
function startsOf(sections: readonly MarkdownSection[], base: number): readonly number[] {
  let at = base
  return sections.map(({text}) => {
    const start = at
    at += text.length
    return start
  })
}

function joined(sections: readonly MarkdownSection[]): Pick<MarkdownSection, 'text' | 'nodes'> {
  const nodes: TopNode[] = []
  let text = ''
  for (const section of sections) {
    for (const {node, at, memo} of section.nodes) nodes.push({node, at: at + text.length, memo})
    text += section.text
  }
  return {text, nodes}
}

interface Parsed {
  readonly tree: Tree
  /** Where the parser was stopped. */
  readonly stopped?: number
}

/** A whole file of a megabyte takes a fifth of a second; only a hostile one takes longer than this. */
const longest = 4000

function parse(text: string, kind: DocumentKind, fragments: readonly TreeFragment[]): Parsed {
  const work = markdownParsers[kind].startParse(text, fragments)
  const deadline = Date.now() + longest
  let stopped: number | undefined
  for (let step = 1; ; step++) {
    const tree = work.advance()
    if (tree !== null) return {tree, ...(stopped !== undefined && {stopped})}
    if (step % 64 !== 0 || stopped !== undefined || Date.now() < deadline) continue
    stopped = work.parsedPos
    work.stopAt(stopped)
  }
}
