import type {Tree, TreeFragment} from '@lezer/common'
import type {DocumentKind, Span} from '../../../rules/kit/types.ts'
import type {Block, Directive, Problem, Reading} from '../format.ts'
import type {DirectiveDraft} from '../prose/directives.ts'
import {eolOf, normaliseBreaks} from '../prose/line-breaks.ts'
import {definitionsOf} from './definitions.ts'
import {type Extract, extract} from './extract.ts'
import {type Change, moveFragments} from './fragments.ts'
import {type FrontMatter, readFrontMatter} from './front-matter.ts'
import {markdownParsers} from './markdown-parser.ts'
import {placeBlock} from './placed-block.ts'
import {topNodes} from './top-nodes.ts'

export type {Change} from './fragments.ts'

/** An open Markdown file: an edit gives the next version, which re-reads only what the edit touched. */
export interface MarkdownDocument {
  readonly text: string
  readonly reading: Reading
  edit(changes: readonly Change[], text: string): MarkdownDocument
}

/** Reads a Markdown file. */
export function readMarkdown(text: string, kind: DocumentKind): Reading {
  return openMarkdown(text, kind).reading
}

/** Opens a Markdown file for editing. */
export function openMarkdown(text: string, kind: DocumentKind): MarkdownDocument {
  return version(text, kind, readFrontMatter(text), [])
}

function version(
  text: string,
  kind: DocumentKind,
  front: FrontMatter,
  fragments: readonly TreeFragment[],
): MarkdownDocument {
  const body = normaliseBreaks(text.slice(front.end))
  const parsed = parse(body, kind, fragments)
  let reading: Reading | undefined
  return {
    text,
    get reading() {
      reading ??= assemble(text, body, kind, front, parsed)
      return reading
    },
    edit(changes, next) {
      const head = front.end <= 1 || changes.some(change => change.from <= front.end) ? readFrontMatter(next) : front
      const moved = moveFragments(parsed.tree, changes, front.end, head.end, text, next)
      return version(next, kind, head, moved)
    },
  }
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

interface Kept {
  readonly extract: Extract
  /** The link definitions that it was read with. */
  readonly definitions: string
  readonly base: number
  readonly eol: string
  readonly blocks: readonly Block[]
}

/** What was read of a top-level node; the parser keeps the nodes that an edit does not touch. */
const kept = new WeakMap<Tree, Kept>()

function assemble(text: string, body: string, kind: DocumentKind, front: FrontMatter, parsed: Parsed): Reading {
  const {tree, stopped} = parsed
  const nodes = topNodes(tree)
  const definitions = definitionsOf(nodes, body)
  const eol = eolOf(text)
  const blocks: Block[] = []
  const directives: Directive[] = []
  const problems: Problem[] = [...front.problems]
  let waiting: DirectiveDraft[] = []
  for (const draft of front.directives) (draft.kind === 'next' ? waiting : directives).push(draft)

  for (const {node, at} of nodes) {
    const base = at + front.end
    const read = () => {
      const raw = text.slice(base, base + node.length)
      return extract(node, {raw, text: body.slice(at, at + node.length), kind, definitions: definitions.labels})
    }
    const found = keep(node, base, eol, definitions.key, read)
    for (const block of found.blocks) blocks.push(block)
    for (const problem of found.extract.problems) problems.push({...problem, span: shift(problem.span, base)})
    if (waiting.length > 0 && found.extract.coverable) {
      const covers = {start: base, end: base + node.length}
      for (const draft of waiting) directives.push({...draft, covers})
      waiting = []
    }
    for (const {draft, covers, open} of found.extract.directives) {
      const moved = moveDirective(draft, base)
      if (open) waiting.push(moved)
      else directives.push(covers === undefined ? moved : {...moved, covers: shift(covers, base)})
    }
  }
  directives.push(...waiting)
  directives.sort((a, b) => a.span.start - b.span.start)
  if (stopped !== undefined) problems.push(stoppedAt(stopped + front.end, text.length))
  const title = front.title ?? (kind === 'article' ? firstTitle(blocks) : undefined)
  return {
    ...(title !== undefined && {title}),
    ...(front.purpose !== undefined && {purpose: front.purpose}),
    blocks,
    directives,
    problems,
  }
}

function keep(node: Tree, base: number, eol: string, definitions: string, read: () => Extract): Kept {
  const before = kept.get(node)
  const isFresh = before !== undefined && (!before.extract.refers || before.definitions === definitions)
  if (isFresh && before.base === base && before.eol === eol) return before
  const found = isFresh ? before.extract : read()
  const blocks = found.blocks.map(draft => placeBlock(draft, base, eol))
  const next: Kept = {extract: found, definitions, base, eol, blocks}
  kept.set(node, next)
  return next
}

const shift = (span: Span<'source'>, by: number): Span<'source'> => ({start: span.start + by, end: span.end + by})

const moveDirective = (draft: DirectiveDraft, by: number): DirectiveDraft => ({
  ...draft,
  span: shift(draft.span, by),
  ruleSpans: draft.ruleSpans.map(span => shift(span, by)),
})

const stoppedAt = (start: number, end: number): Problem => ({
  code: 'too-complex',
  message: 'The rest of this file holds too much markup to read in reasonable time, so it is left out; split the file.',
  span: {start: Math.min(start, end), end},
})

function firstTitle(blocks: readonly Block[]): string | undefined {
  const heading = blocks.find(block => block.kind === 'heading' && block.depth === 1)
  const title = heading?.prose.replaceAll('\ufffc', '').trim()
  return title === '' ? undefined : title
}
