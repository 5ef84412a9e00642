import type {Tree, TreeCursor} from '@lezer/common'
import type {BlockKind, Mark, Span} from '../../../rules/kit/types.ts'
import type {Content, Problem} from '../format.ts'
import {type Comment, type DirectiveDraft, readComments} from '../prose/directives.ts'
import type {Prose} from '../prose/draft.ts'
import type {Piece, Place} from '../prose/source-map.ts'
import {encodePlain} from '../text/encode-plain.ts'
import {encodeMarkdown} from './encode-markdown.ts'
import {readInline, type Stretch} from './inline.ts'
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
/** The depth of each kind of heading. */
const headings: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].flatMap(depth => ['ATX', 'Setext'].map(kind => [`${kind}Heading${depth}`, depth] as const)),
)
const uncoverable =
  /^(?:CommentBlock|Marker|LinkReference|ProcessingInstructionBlock|\w*Mark|TableDelimiter|TableRow|TableHeader|TableCell)$/
const footnoteStart = /^\[\^[^\]\s]{1,80}\]:/

/** Reads the blocks of a top-level node. */
export function extract(tree: Tree, stretch: Stretch): Extract {
  return new Extractor(tree, stretch).read()
}

/** One for each top-level node of each file, so its functions are made once. */
class Extractor {
  private readonly tree: Tree
  private readonly stretch: Stretch
  private readonly cursor: TreeCursor
  private readonly containers: Container[] = []
  private container = outside
  private readonly blocks: BlockDraft[] = []
  private readonly directives: CoveringDraft[] = []
  private readonly problems: Problem[] = []
  private waiting: DirectiveDraft[] = []
  private refers = false
  private isComplex = false

  constructor(tree: Tree, stretch: Stretch) {
    this.tree = tree
    this.stretch = stretch
    this.cursor = tree.cursor()
  }

  read(): Extract {
    this.walk()
    const {blocks, directives, problems, refers} = this
    for (const draft of this.waiting) directives.push({draft, open: true})
    directives.sort((a, b) => a.draft.span.start - b.draft.span.start)
    const coverable = !uncoverable.test(this.tree.type.name)
    // A list that grew has room for more, and a copy has none: it is kept as long as the document.
    return {blocks: blocks.slice(), directives, problems, coverable, refers}
  }

  /** Walks the tree without recursion; a container is left when its children are done. */
  private walk(): void {
    const {cursor} = this
    let depth = 0
    for (;;) {
      if (this.enter()) {
        if (cursor.firstChild()) {
          depth++
          continue
        }
        this.leave()
      }
      if (depth === 0) return
      while (!cursor.nextSibling()) {
        cursor.parent()
        this.leave()
        if (--depth === 0) return
      }
    }
  }

  /** Handles the node under the cursor and says whether its children come next. */
  private enter(): boolean {
    const {name, from, to} = this.cursor
    const {raw, text, kind} = this.stretch
    if (this.waiting.length > 0 && !uncoverable.test(name)) this.cover({start: from, end: to})
    const outer = this.container
    switch (name) {
      case 'Blockquote': {
        alert.lastIndex = from
        const isAlert = alert.test(text)
        const skipTo = isAlert ? alert.lastIndex : 0
        return this.open({...outer, name, quoted: outer.quoted || (kind === 'article' && !isAlert), skipTo})
      }
      case 'BulletList':
      case 'OrderedList':
        return this.open({...outer, name, ordered: name === 'OrderedList'})
      case 'ListItem':
        return this.open({...outer, name, depth: outer.depth + 1})
      case 'Admonition':
      case 'Table':
      case 'TableHeader':
      case 'TableRow':
        return this.open({...outer, name})
      case 'TableCell':
        this.addInline('cell', 0, from, to)
        return false
      case 'Paragraph':
        this.paragraph(from)
        return false
      case 'Task':
        this.addInline('item', outer.depth, from + 3, to)
        return false
      case 'FencedCode':
      case 'CodeBlock':
        if (kind === 'macro')
          for (const part of readPlain(this.stretch, this.cursor))
            this.add(part.kind, part.kind === 'item' ? outer.depth + 1 : 0, part, part.from, true)
        return false
      case 'CommentBlock':
      case 'HTMLBlock':
        this.take(readComments(raw.slice(from, to), from))
        return false
      case 'TooComplex':
        this.tooComplex(from, to)
        return false
      default: {
        const depth = headings.get(name)
        if (depth !== undefined) this.addInline('heading', depth, from, to)
        return false
      }
    }
  }

  private open(container: Container): true {
    this.containers.push(this.container)
    this.container = container
    return true
  }

  private leave(): void {
    this.container = this.containers.pop() ?? outside
  }

  private paragraph(from: number): void {
    const {name, depth, skipTo} = this.container
    const {text} = this.stretch
    const start = Math.max(from, skipTo)
    const note = text.startsWith('[^', start) ? footnoteStart.exec(text.slice(start, start + 100)) : null
    const isItem = name === 'ListItem'
    this.addInline(isItem ? 'item' : 'paragraph', isItem ? depth : 0, start + (note?.[0].length ?? 0), this.cursor.to)
  }

  private addInline(block: BlockKind, depth: number, from: number, end: number): void {
    const content = readInline(this.stretch, this.cursor, from, end)
    this.refers ||= content.refers
    if (content.tooComplex) this.tooComplex(from, end)
    this.take(content.comments, end)
    this.add(block, depth, content, this.cursor.from)
  }

  private add(block: BlockKind, depth: number, content: Prose, from: number, plain = false): void {
    const {prose, marks, pieces} = content
    if (prose.trim() === '') return
    const {ordered, quoted} = this.container
    this.blocks.push({
      kind: block,
      depth,
      ordered: block === 'item' && ordered,
      quoted,
      prose,
      marks,
      pieces,
      place: this.place(block, from, pieces.at(-1)?.to ?? from, plain),
      content: {},
    })
  }

  private place(block: BlockKind, from: number, end: number, plain: boolean): Place {
    const {text, kind} = this.stretch
    const isLine = block === 'paragraph' || block === 'item'
    return {
      block,
      document: kind,
      encode: plain ? encodePlain : encodeMarkdown,
      follow: text.charAt(end),
      prefix: isLine ? prefixAt(text, from) : undefined,
    }
  }

  private cover(span: Span<'source'>): void {
    for (const draft of this.waiting) this.directives.push({draft, covers: span, open: false})
    this.waiting = []
  }

  private take(comments: readonly Comment[], blockEnd?: number): void {
    for (const {directive, problem} of comments) {
      if (problem !== undefined) this.problems.push(problem)
      if (directive === undefined) continue
      const {end} = directive.span
      if (directive.kind !== 'next') this.directives.push({draft: directive, open: false})
      else if (blockEnd !== undefined && this.stretch.text.slice(end, blockEnd).trim() !== '')
        this.directives.push({draft: directive, covers: {start: end, end: blockEnd}, open: false})
      else this.waiting.push(directive)
    }
  }

  private tooComplex(start: number, end: number): void {
    if (this.isComplex) return
    this.isComplex = true
    const message =
      'This part holds too much markup to read in reasonable time, so it is left out; split it into shorter paragraphs.'
    this.problems.push({code: 'too-complex', message, span: {start, end}})
  }
}

/** What a further line of the element at `from` starts with: its quote markers, and spaces in the place of list markers. */
function prefixAt(text: string, from: number): string {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  return line.replace(/[^>\s]/g, ' ')
}
