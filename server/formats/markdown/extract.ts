import type {Tree, TreeCursor} from '@lezer/common'
import type {BlockKind, Mark, Span} from '../../../rules/kit/types.ts'
import type {Content, Problem} from '../format.ts'
import {type Comment, type DirectiveDraft, readComments} from '../prose/directives.ts'
import type {Prose} from '../prose/draft.ts'
import type {Piece, Place} from '../prose/source-map.ts'
import {encodePlain} from '../text/encode-plain.ts'
import {encodeMarkdown} from './encode-markdown.ts'
import {type Inline, readInline, type Stretch} from './inline.ts'
import {readPlain} from './plain.ts'

/** A block whose offsets count from the start of its top-level node, so that it can be kept while the node moves. */
export interface BlockDraft {
  readonly kind: BlockKind
  readonly depth: number
  readonly ordered: boolean
  readonly quoted: boolean
  readonly prose: string
  readonly marks: readonly Mark[]
  readonly pieces: readonly Piece[]
  readonly place: Place
  readonly content: Content
}

/** A directive with what it covers; `open` where that lies after the node. */
export interface CoveringDraft {
  readonly draft: DirectiveDraft
  readonly covers?: Span<'source'>
  readonly open: boolean
}

/** All that one top-level node of the tree holds, in offsets from its start. */
export interface Extract {
  readonly blocks: readonly BlockDraft[]
  readonly directives: readonly CoveringDraft[]
  readonly problems: readonly Problem[]
  /** Whether an ignore comment before it covers it. */
  readonly coverable: boolean
  readonly refers: boolean
}

interface Container {
  readonly name: string
  readonly ordered: boolean
  readonly quoted: boolean
  readonly depth: number
  /** The end of a GitHub alert's `[!NOTE]`, which the first paragraph leaves out. */
  readonly skipTo: number
}

const outside: Container = {name: 'Document', ordered: false, quoted: false, depth: 0, skipTo: 0}
/** GitHub's `> [!NOTE]`, and the `> info "Title"` of some Jekyll sites. */
const alert =
  />[ \t]*(?:\[![A-Za-z]{2,20}\][+-]?|(?:info|note|tip|warning|success|caution|danger|error) "[^"\n]{0,200}"[ \t]*(?=\n))/y
const uncoverable =
  /^(?:CommentBlock|Marker|LinkReference|ProcessingInstructionBlock|\w*Mark|TableDelimiter|TableRow|TableHeader|TableCell)$/
const footnoteStart = /^\[\^[^\]\s]{1,80}\]:/

/** Reads the blocks of a top-level node. */
export function extract(tree: Tree, stretch: Stretch): Extract {
  const {raw, text, kind} = stretch
  const cursor = tree.cursor()
  const containers: Container[] = [outside]
  const blocks: BlockDraft[] = []
  const directives: CoveringDraft[] = []
  const problems: Problem[] = []
  let waiting: DirectiveDraft[] = []
  let refers = false
  let isComplex = false

  const container = () => containers.at(-1) ?? outside

  function cover(span: Span<'source'>): void {
    for (const draft of waiting) directives.push({draft, covers: span, open: false})
    waiting = []
  }
  function take(comments: readonly Comment[], blockEnd?: number): void {
    for (const {directive, problem} of comments) {
      if (problem !== undefined) problems.push(problem)
      if (directive === undefined) continue
      const {end} = directive.span
      if (directive.kind !== 'next') directives.push({draft: directive, open: false})
      else if (blockEnd !== undefined && text.slice(end, blockEnd).trim() !== '')
        directives.push({draft: directive, covers: {start: end, end: blockEnd}, open: false})
      else waiting.push(directive)
    }
  }
  function tooComplex(start: number, end: number): void {
    if (isComplex) return
    isComplex = true
    const message =
      'This part holds too much markup to read in reasonable time, so it is left out; split it into shorter paragraphs.'
    problems.push({code: 'too-complex', message, span: {start, end}})
  }
  function place(block: BlockKind, from: number, end: number, plain: boolean): Place {
    const isLine = block === 'paragraph' || block === 'item'
    return {
      block,
      document: kind,
      encode: plain ? encodePlain : encodeMarkdown,
      follow: text.charAt(end),
      prefix: isLine ? prefixAt(text, from) : undefined,
    }
  }
  function add(block: BlockKind, depth: number, content: Prose, from: number, plain = false): void {
    if (content.prose.trim() === '') return
    const {ordered, quoted} = container()
    const {prose, marks, pieces} = content
    blocks.push({
      kind: block,
      depth,
      ordered: block === 'item' && ordered,
      quoted,
      prose,
      marks,
      pieces,
      place: place(block, from, pieces.at(-1)?.to ?? from, plain),
      content: {},
    })
  }
  function addInline(block: BlockKind, depth: number, from: number, end: number): void {
    const content: Inline = readInline(stretch, cursor, from, end)
    refers ||= content.refers
    if (content.tooComplex) tooComplex(from, end)
    take(content.comments, end)
    add(block, depth, content, cursor.from)
  }
  function paragraph(from: number): void {
    const {name, depth, skipTo} = container()
    const start = Math.max(from, skipTo)
    const note = footnoteStart.exec(text.slice(start, start + 100))
    const isItem = name === 'ListItem'
    addInline(isItem ? 'item' : 'paragraph', isItem ? depth : 0, start + (note?.[0].length ?? 0), cursor.to)
  }

  /** Handles the node under the cursor and says whether its children come next. */
  function enter(): boolean {
    const {name, from, to} = cursor
    if (waiting.length > 0 && !uncoverable.test(name)) cover({start: from, end: to})
    const outer = container()
    switch (name) {
      case 'Blockquote': {
        alert.lastIndex = from
        const isAlert = alert.test(text)
        const skipTo = isAlert ? alert.lastIndex : 0
        containers.push({...outer, name, quoted: outer.quoted || (kind === 'article' && !isAlert), skipTo})
        return true
      }
      case 'BulletList':
      case 'OrderedList':
        containers.push({...outer, name, ordered: name === 'OrderedList'})
        return true
      case 'ListItem':
        containers.push({...outer, name, depth: outer.depth + 1})
        return true
      case 'Admonition':
        containers.push({...outer, name})
        return true
      case 'Table':
      case 'TableHeader':
      case 'TableRow':
        containers.push({...outer, name})
        return true
      case 'TableCell':
        addInline('cell', 0, from, to)
        return false
      case 'Paragraph':
        paragraph(from)
        return false
      case 'Task':
        addInline('item', outer.depth, from + 3, to)
        return false
      case 'FencedCode':
      case 'CodeBlock':
        if (kind === 'macro')
          for (const part of readPlain(stretch, cursor))
            add(part.kind, part.kind === 'item' ? outer.depth + 1 : 0, part, part.from, true)
        return false
      case 'CommentBlock':
      case 'HTMLBlock':
        take(readComments(raw.slice(from, to), from))
        return false
      case 'TooComplex':
        tooComplex(from, to)
        return false
      default: {
        const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name)
        if (heading !== null) addInline('heading', Number(heading[1]), from, to)
        return false
      }
    }
  }

  walk(cursor, enter, () => containers.pop())
  for (const draft of waiting) directives.push({draft, open: true})
  directives.sort((a, b) => a.draft.span.start - b.draft.span.start)
  return {blocks, directives, problems, coverable: !uncoverable.test(tree.type.name), refers}
}

/** Walks the tree without recursion; `leave` is called for each node whose children were entered. */
function walk(cursor: TreeCursor, enter: () => boolean, leave: () => void): void {
  let depth = 0
  for (;;) {
    if (enter()) {
      if (cursor.firstChild()) {
        depth++
        continue
      }
      leave()
    }
    if (depth === 0) return
    while (!cursor.nextSibling()) {
      cursor.parent()
      leave()
      if (--depth === 0) return
    }
  }
}

/** What a further line of the element at `from` starts with: its quote markers, and spaces in the place of list markers. */
function prefixAt(text: string, from: number): string {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  return line.replace(/[^>\s]/g, ' ')
}
