import type {TreeCursor} from '@lezer/common'
import type {DocumentKind, Mark} from '../../../rules/kit/types.ts'
import {type Comment, readComments} from '../prose/directives.ts'
import {type Prose, startDraft} from '../prose/draft.ts'
import {decodeEntity} from '../prose/entities.ts'
import {closingTagEnd, htmlTag, isKnownElement} from './inline-html.ts'
import {labelAt, labelOf, linkAt, templateTarget} from './links.ts'

/** A stretch of a file, in which the tree's offsets count from 0. */
export interface Stretch {
  /** As the file has it. */
  readonly raw: string
  /** The same length with \n for every line break, as the parser saw it. */
  readonly text: string
  readonly kind: DocumentKind
  /** The labels of the document's link definitions. */
  readonly definitions: ReadonlySet<string>
}

/** What stands in a paragraph, heading or cell. */
export interface Inline extends Prose {
  readonly comments: readonly Comment[]
  /** Whether the reading depends on the document's link definitions. */
  readonly refers: boolean
  readonly tooComplex: boolean
}

interface Frame {
  readonly name: string
  readonly end: number
  readonly mark?: Mark['kind']
  readonly start: number
  /** Of a link: whether its own text is the name of its definition. */
  readonly named?: boolean
  /** Of a link: where its text ends. */
  readonly textEnd: number
}

const markup: ReadonlySet<string> = new Set(
  'EmphasisMark StrikethroughMark HeaderMark TaskMarker LinkMark Attribute ProcessingInstruction'.split(' '),
)

/** Reads the prose of the node under the cursor, from `from` on, and leaves the cursor where it was. */
export function readInline(stretch: Stretch, cursor: TreeCursor, from: number, to: number): Inline {
  return new InlineReader(stretch, cursor, from, to).read()
}

interface OpenTag {
  readonly name: string
  readonly mark: Mark['kind']
  readonly start: number
}

/** One for each paragraph of each file, so its functions are made once. */
class InlineReader {
  private readonly stretch: Stretch
  private readonly cursor: TreeCursor
  private at: number
  private readonly to: number
  private readonly draft = startDraft()
  private readonly comments: Comment[] = []
  private readonly frames: Frame[] = []
  private readonly openTags: OpenTag[] = []
  private refers = false
  private tooComplex = false

  constructor(stretch: Stretch, cursor: TreeCursor, from: number, to: number) {
    this.stretch = stretch
    this.cursor = cursor
    this.at = from
    this.to = to
  }

  read(): Inline {
    const {cursor, frames} = this
    if (cursor.firstChild()) {
      for (let depth = 1; depth > 0; ) {
        const before = frames.length
        if (this.enter() && cursor.firstChild()) {
          depth++
          continue
        }
        if (frames.length > before) this.leave()
        while (!cursor.nextSibling()) {
          cursor.parent()
          if (--depth === 0) break
          this.leave()
        }
      }
    }
    this.flush(this.to)
    for (const opened of this.openTags.reverse()) this.draft.close(opened.mark, opened.start)
    const {prose, marks, pieces} = this.draft.finish(this.stretch.kind === 'macro')
    return {prose, marks, pieces, comments: this.comments, refers: this.refers, tooComplex: this.tooComplex}
  }

  /** Handles the node under the cursor and says whether its children come next. */
  private enter(): boolean {
    const {cursor, draft} = this
    const {text, raw} = this.stretch
    const {name, from: start, to: end} = cursor
    if (end <= this.at || start >= this.to) return false
    switch (name) {
      case 'Emphasis':
        this.flush(start)
        this.open({name, end, mark: 'emphasis', textEnd: end})
        return true
      case 'StrongEmphasis':
        this.flush(start)
        this.open({name, end, mark: 'strong', textEnd: end})
        return true
      case 'Strikethrough':
        this.open({name, end, textEnd: end})
        return true
      case 'Link':
        return this.readLink(start, end)
      case 'LinkMark':
      case 'LinkLabel':
        this.readLinkMark(start, end)
        return false
      case 'QuoteMark':
        this.flush(start)
        this.at = end
        while (text.charAt(this.at) === ' ' || text.charAt(this.at) === '\t') this.at++
        draft.extendBreak(this.at)
        return false
      case 'Escape':
        this.flush(start)
        draft.character(text.slice(start + 1, end), start, end)
        this.at = end
        return false
      case 'Entity': {
        const shown = decodeEntity(text.slice(start, end))
        if (shown === undefined) return false
        this.flush(start)
        draft.character(shown, start, end)
        this.at = end
        return false
      }
      case 'InlineCode':
        this.object('code', start, end)
        return false
      case 'Autolink':
      case 'URL':
        this.object('url', start, end)
        return false
      case 'Image':
        this.object('image', start, text.charAt(end - 1) === ']' ? (templateTarget(text, end) ?? end) : end)
        return false
      case 'Placeholder':
        this.object('placeholder', start, end)
        return false
      case 'HTMLTag':
        this.readTag(start, end)
        return false
      case 'Comment':
        this.skip(start, end)
        this.comments.push(...readComments(raw.slice(start, end), start))
        return false
      case 'TooComplex':
        this.tooComplex = true
        this.at = end
        return false
      default:
        if (markup.has(name)) this.skip(start, end)
        return false
    }
  }

  private flush(end: number): void {
    if (end <= this.at) return
    this.draft.text(this.stretch.text.slice(this.at, end), this.at)
    this.at = end
  }

  private skip(start: number, end: number): void {
    this.flush(start)
    this.at = Math.max(this.at, end)
  }

  private object(mark: Mark['kind'], start: number, end: number): void {
    this.flush(start)
    this.draft.object(mark, this.stretch.raw.slice(start, end), start, end)
    this.at = end
  }

  private open(frame: Omit<Frame, 'start'>): void {
    this.frames.push({...frame, start: frame.mark === undefined ? 0 : this.draft.open()})
  }

  private leave(): void {
    const frame = this.frames.pop()
    if (frame === undefined) return
    this.flush(Math.min(frame.end, this.to))
    if (frame.named === true) this.draft.fix(frame.start)
    if (frame.mark !== undefined) this.draft.close(frame.mark, frame.start)
  }

  private readLink(start: number, end: number): boolean {
    const {text, kind, definitions} = this.stretch
    const link = linkAt(text, start, end, this.cursor, kind)
    this.refers ||= link.label !== undefined
    if (link.footnote) {
      this.flush(start)
      this.at = this.draft.length === 0 && text.charAt(end) === ':' ? end + 1 : end
      return false
    }
    if (link.shortcut && text.charAt(start - 1) === '[' && text.charAt(end) === ']' && this.at < start) {
      const label = labelAt(text, end + 1)
      if (kind === 'article' || label === undefined || definitions.has(labelOf(label)))
        return this.readWikiLink(start, end)
      // Two placeholders that touch look like a link to a definition; without one, that is what they are.
      this.object('placeholder', start - 1, end + 1)
      return false
    }
    const resolved = link.label === undefined || definitions.has(labelOf(link.label))
    if (!resolved && link.target === undefined) {
      if (kind === 'macro' && link.shortcut) this.object('placeholder', start, end)
      else this.open({name: 'Brackets', end, textEnd: end})
      return this.at < end
    }
    this.flush(start)
    this.open({
      name: 'Link',
      end: link.target ?? end,
      mark: 'link',
      textEnd: link.textEnd,
      named: resolved && link.named,
    })
    return true
  }

  private readLinkMark(start: number, end: number): void {
    const frame = this.frames.at(-1)
    if (frame?.name === 'Brackets') {
      this.flush(start)
      this.draft.fixed(this.stretch.text.slice(start, end), start)
      this.at = end
      return
    }
    this.skip(start, end)
    if (frame?.name === 'Link' && start >= frame.textEnd) this.at = Math.max(this.at, frame.end)
  }

  /** `[[Page]]`, `[[Page|words shown]]`, and the embedded `![[Page]]`. */
  private readWikiLink(start: number, end: number): boolean {
    const {text} = this.stretch
    if (text.charAt(start - 2) === '!') {
      this.object('image', start - 2, end + 1)
      return false
    }
    this.flush(start - 1)
    this.at = Math.max(start, text.slice(start, end).lastIndexOf('|') + start + 1)
    this.open({name: 'Link', end: end + 1, mark: 'link', textEnd: end - 1, named: true})
    return true
  }

  private readTag(start: number, end: number): void {
    const {text} = this.stretch
    const tag = htmlTag(text.slice(start, end))
    if (tag === undefined) {
      this.skip(start, end)
    } else if (tag.role === 'break') {
      this.flush(start)
      this.draft.lineBreak(start, end)
      this.at = end
    } else if (tag.role === 'image') this.object('image', start, end)
    else if (tag.role === 'code' && !tag.closes) {
      const close = closingTagEnd(text, tag.name, end, this.to)
      if (close === undefined) this.skip(start, end)
      else this.object(tag.name === 'script' || tag.name === 'style' ? 'html' : 'code', start, close)
    } else if (!isKnownElement(tag) && !tag.closes && closingTagEnd(text, tag.name, end, this.to) === undefined) {
      this.object('placeholder', start, end)
    } else {
      this.skip(start, end)
      if (tag.mark === undefined) return
      if (!tag.closes) this.openTags.push({name: tag.name, mark: tag.mark, start: this.draft.open()})
      else {
        const index = this.openTags.findLastIndex(opened => opened.name === tag.name)
        for (const opened of index < 0 ? [] : this.openTags.splice(index).reverse())
          this.draft.close(opened.mark, opened.start)
      }
    }
  }
}
