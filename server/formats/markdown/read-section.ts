import type {DocumentKind, Span} from '../../../rules/kit/types.ts'
import type {Block, Content, Directive, Problem} from '../format.ts'
import type {DirectiveDraft} from '../prose/directives.ts'
import {shift} from '../prose/shift.ts'
import type {Definitions} from './definitions.ts'
import {type Extract, extract} from './extract.ts'
import {placeBlock} from './placed-block.ts'
import type {MarkdownSection} from './sections.ts'
import type {TopNode} from './top-nodes.ts'

/** What a section of a document holds; all offsets count from its start. */
export interface SectionReading {
  readonly blocks: readonly Block[]
  readonly directives: readonly Directive[]
  readonly problems: readonly Problem[]
  /** The ignore comments whose element follows in a later section. */
  readonly waiting: readonly DirectiveDraft[]
  /** What an ignore comment at the end of the section before covers. */
  readonly coverable?: Span<'source'>
  /** The first heading of the first level. */
  readonly heading?: Block
  readonly content: Content
}

/** What a section is read with, besides its text. */
export interface SectionNature {
  readonly kind: DocumentKind
  readonly definitions: Definitions
  readonly eol: string
}

/** What was read, and what with. */
export interface Kept<Read> {
  readonly read: Read
  readonly eol: string
  readonly definitions: Definitions
  /** Whether it depends on the document's link definitions. */
  readonly refers: boolean
}

/** Whether what was read with other link definitions is what these give. */
function isSame({refers, definitions}: Kept<unknown>, now: Definitions): boolean {
  return !refers || definitions.key === now.key
}

/** Reads a section, or recalls what was read of it as long as nothing about it has changed. */
export function readSection(section: MarkdownSection, nature: SectionNature): SectionReading {
  const {definitions, eol} = nature
  const known = section.content.memo as Kept<SectionReading> | undefined
  if (known?.eol === eol && isSame(known, definitions)) return known.read
  const nodes = section.nodes.map(top => readNode(top, section, nature))
  const read = gather(section, nodes)
  const refers = nodes.some(({extract}) => extract.refers)
  section.content.memo = {read, eol, definitions, refers} satisfies Kept<SectionReading>
  return read
}

function gather(section: MarkdownSection, nodes: readonly NodeReading[]): SectionReading {
  const blocks: Block[] = []
  const directives: Directive[] = []
  const problems: Problem[] = []
  let waiting: DirectiveDraft[] = []
  let coverable: Span<'source'> | undefined
  nodes.forEach(({extract, at, blocks: own}, index) => {
    for (const block of own) blocks.push(block)
    for (const problem of extract.problems) problems.push({...problem, span: shift(problem.span, at)})
    if (extract.coverable) {
      const covers = {start: at, end: at + (section.nodes[index]?.node.length ?? 0)}
      coverable ??= covers
      for (const draft of waiting) directives.push({...draft, covers})
      waiting = []
    }
    for (const {draft, covers, open} of extract.directives) {
      const moved = moveDirective(draft, at)
      if (open) waiting.push(moved)
      else directives.push(covers === undefined ? moved : {...moved, covers: shift(covers, at)})
    }
  })
  const heading = blocks.find(block => block.kind === 'heading' && block.depth === 1)
  return {
    blocks,
    directives,
    problems,
    waiting,
    ...(coverable && {coverable}),
    ...(heading && {heading}),
    content: {},
  }
}

/** What was read of a top-level node. */
export interface NodeReading {
  readonly extract: Extract
  readonly at: number
  readonly blocks: readonly Block[]
}

function readNode(
  {node, at, memo}: TopNode,
  {text, body}: MarkdownSection,
  {kind, definitions, eol}: SectionNature,
): NodeReading {
  const before = memo.read
  const known = before !== undefined && isSame(before, definitions) ? before.read : undefined
  if (known?.at === at && before?.eol === eol) return known
  const end = at + node.length
  const found =
    known?.extract ??
    extract(node, {raw: text.slice(at, end), text: body.slice(at, end), kind, definitions: definitions.labels})
  const read = {extract: found, at, blocks: found.blocks.map(draft => placeBlock(draft, at, eol))}
  memo.read = {read, eol, definitions, refers: found.refers}
  return read
}

/** A directive that lies `by` further on. */
export function moveDirective<Moved extends DirectiveDraft & Pick<Directive, 'covers'>>(
  draft: Moved,
  by: number,
): Moved {
  return {
    ...draft,
    span: shift(draft.span, by),
    ruleSpans: draft.ruleSpans.map(span => shift(span, by)),
    ...(draft.covers && {covers: shift(draft.covers, by)}),
  }
}
