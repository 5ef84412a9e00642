import {lazyProperty} from '../../../rules/kit/lazy.ts'
import type {DocumentKind} from '../../../rules/kit/types.ts'
import {type SourceText, sourceText} from '../files/source-text.ts'
import type {Block, Directive, Problem, Reading, Section} from '../format.ts'
import type {DirectiveDraft} from '../prose/directives.ts'
import {eolOf} from '../prose/line-breaks.ts'
import {shift} from '../prose/shift.ts'
import {moveMap} from '../prose/source-map.ts'
import {type Definitions, definitionsOf} from './definitions.ts'
import {editSections, readSections} from './edit-sections.ts'
import {type Change, hullOf} from './fragments.ts'
import {type FrontMatter, readFrontMatter} from './front-matter.ts'
import {moveDirective, readSection} from './read-section.ts'
import type {MarkdownSection} from './sections.ts'

export type {Change} from './fragments.ts'

/** An open Markdown file: an edit gives the next version, which re-reads only what the edit touched. */
export interface MarkdownDocument {
  readonly text: string
  readonly reading: Reading
  edit(changes: readonly Change[], next: SourceText): MarkdownDocument
}

/** Reads a Markdown file. */
export function readMarkdown(text: string, kind: DocumentKind): Reading {
  return openMarkdown(text, kind).reading
}

/** Opens a Markdown file for editing. */
export function openMarkdown(text: string, kind: DocumentKind): MarkdownDocument {
  const front = readFrontMatter(text)
  const sections = readSections(text.slice(front.end), kind)
  return version({source: sourceText(text), kind, front, sections})
}

interface Parts {
  readonly source: SourceText
  readonly kind: DocumentKind
  readonly front: FrontMatter
  readonly sections: readonly MarkdownSection[]
}

function version(parts: Parts, before?: Definitions): MarkdownDocument {
  const labels = parts.sections.map(section => section.labels)
  return new MarkdownVersion(parts, definitionsOf(labels, before))
}

class MarkdownVersion implements MarkdownDocument {
  readonly #parts: Parts
  readonly #definitions: Definitions
  #reading: Reading | undefined

  constructor(parts: Parts, definitions: Definitions) {
    this.#parts = parts
    this.#definitions = definitions
  }

  get text(): string {
    return this.#parts.source.whole()
  }

  get reading(): Reading {
    this.#reading ??= assemble(this.#parts, this.#definitions)
    return this.#reading
  }

  edit(changes: readonly Change[], next: SourceText): MarkdownDocument {
    const {source, kind, front, sections} = this.#parts
    const {from, to, insert} = hullOf(changes)
    const grown = insert - (to - from)
    if (source.length + grown !== next.length) return openMarkdown(next.whole(), kind)
    const head = from <= front.end || mayOpen(next) ? readFrontMatter(next.whole()) : front
    const edited = {source: next, kind, front: head}
    if (from >= front.end && head.end === front.end) {
      const now = editSections(sections, changes, front.end, next, kind)
      return version({...edited, sections: now}, this.#definitions)
    }
    if (to <= front.end && head.end === front.end + grown) return version({...edited, sections}, this.#definitions)
    return openMarkdown(next.whole(), kind)
  }
}

/** Whether a text may have front matter that no edit near it made so. */
function mayOpen(text: SourceText): boolean {
  return text.slice(0, 4).includes('---')
}

function assemble({source, kind, front, sections}: Parts, definitions: Definitions): Reading {
  const nature = {kind, definitions, eol: eolOf(source.slice(0, front.end + (sections[0]?.text.length ?? 0)))}
  const placed: Section[] = []
  const directives: Directive[] = []
  const problems: Problem[] = [...front.problems]
  let waiting: DirectiveDraft[] = []
  let heading: Block | undefined
  for (const draft of front.directives) (draft.kind === 'next' ? waiting : directives).push(draft)
  let base = front.end
  for (const section of sections) {
    const read = readSection(section, nature)
    placed.push({base, blocks: read.blocks, content: read.content})
    heading ??= read.heading
    for (const problem of read.problems) problems.push({...problem, span: shift(problem.span, base)})
    if (read.coverable) {
      const covers = shift(read.coverable, base)
      for (const draft of waiting) directives.push({...draft, covers})
      waiting = []
    }
    for (const directive of read.directives) directives.push(moveDirective(directive, base))
    for (const draft of read.waiting) waiting.push(moveDirective(draft, base))
    if (section.stopped !== undefined) problems.push(stoppedAt(base + section.stopped, base + section.text.length))
    base += section.text.length
  }
  directives.push(...waiting)
  directives.sort((a, b) => a.span.start - b.span.start)
  const title = front.title ?? (kind === 'article' ? titleOf(heading) : undefined)
  const reading = {
    ...(title !== undefined && {title}),
    ...(front.purpose !== undefined && {purpose: front.purpose}),
    sections: placed,
    directives,
    problems,
  }
  return withBlocks(reading, () =>
    placed.flatMap(section => section.blocks.map(block => moveBlock(block, section.base))),
  )
}

const withBlocks = lazyProperty('blocks')

/** The same block where its section lies. */
function moveBlock(block: Block, by: number): Block {
  if (by === 0) return block
  const {kind, depth, ordered, quoted, prose, marks, content, map} = block
  return {kind, depth, ordered, quoted, prose, marks, content, map: moveMap(map, by)}
}

const stoppedAt = (start: number, end: number): Problem => ({
  code: 'too-complex',
  message: 'The rest of this file holds too much markup to read in reasonable time, so it is left out; split the file.',
  span: {start: Math.min(start, end), end},
})

function titleOf(heading: Block | undefined): string | undefined {
  const title = heading?.prose.replaceAll('\ufffc', '').trim()
  return title === '' ? undefined : title
}
