import type {TreeCursor} from '@lezer/common'
import type {DocumentKind, Mark} from '../../../rules/kit/types.ts'
import {type Comment, readComments} from '../prose/directives.ts'
import {type Prose, startDraft} from '../prose/draft.ts'
import {decodeEntity} from '../prose/entities.ts'
import {closingTagEnd, htmlTag, isKnownElement} from './inline-html.ts'
import {labelOf, linkAt, templateTarget} from './links.ts'

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

const markup = /^(?:EmphasisMark|StrikethroughMark|HeaderMark|TaskMarker|LinkMark|Attribute|ProcessingInstruction)$/

/** Reads the prose of the node under the cursor, from `from` on, and leaves the cursor where it was. */
export function readInline(stretch: Stretch, cursor: TreeCursor, from: number, to: number): Inline {
  const {raw, text, kind} = stretch
  const draft = startDraft()
  const comments: Comment[] = []
  const frames: Frame[] = []
  const openTags: {readonly name: string; readonly mark: Mark['kind']; readonly start: number}[] = []
  let at = from
  let refers = false
  let tooComplex = false

  function flush(end: number): void {
    if (end <= at) return
    draft.text(text.slice(at, end), at)
    at = end
  }
  function skip(start: number, end: number): void {
    flush(start)
    at = Math.max(at, end)
  }
  function object(mark: Mark['kind'], start: number, end: number): void {
    flush(start)
    draft.object(mark, raw.slice(start, end), start, end)
    at = end
  }
  function open(frame: Omit<Frame, 'start'>): void {
    frames.push({...frame, start: frame.mark === undefined ? 0 : draft.open()})
  }
  function leave(): void {
    const frame = frames.pop()
    if (frame === undefined) return
    flush(Math.min(frame.end, to))
    if (frame.named === true) draft.fix(frame.start)
    if (frame.mark !== undefined) draft.close(frame.mark, frame.start)
  }

  function readLink(start: number, end: number): boolean {
    const link = linkAt(text, start, end, cursor, kind)
    refers ||= link.label !== undefined
    if (link.footnote) {
      flush(start)
      at = draft.length === 0 && text.charAt(end) === ':' ? end + 1 : end
      return false
    }
    if (link.shortcut && text.charAt(start - 1) === '[' && text.charAt(end) === ']' && at < start)
      return readWikiLink(start, end)
    const resolved = link.label === undefined || stretch.definitions.has(labelOf(link.label))
    if (!resolved && link.target === undefined) {
      if (kind === 'macro' && link.shortcut) object('placeholder', start, end)
      else open({name: 'Brackets', end, textEnd: end})
      return at < end
    }
    flush(start)
    open({name: 'Link', end: link.target ?? end, mark: 'link', textEnd: link.textEnd, named: resolved && link.named})
    return true
  }

  /** `[[Page]]`, `[[Page|words shown]]`, and the embedded `![[Page]]`. */
  function readWikiLink(start: number, end: number): boolean {
    if (text.charAt(start - 2) === '!') {
      object('image', start - 2, end + 1)
      return false
    }
    flush(start - 1)
    at = Math.max(start, text.slice(start, end).lastIndexOf('|') + start + 1)
    open({name: 'Link', end: end + 1, mark: 'link', textEnd: end - 1, named: true})
    return true
  }

  function readTag(start: number, end: number): void {
    const tag = htmlTag(text.slice(start, end))
    if (tag === undefined) {
      skip(start, end)
    } else if (tag.role === 'break') {
      flush(start)
      draft.lineBreak(start, end)
      at = end
    } else if (tag.role === 'image') object('image', start, end)
    else if (tag.role === 'code' && !tag.closes) {
      const close = closingTagEnd(text, tag.name, end, to)
      if (close === undefined) skip(start, end)
      else object(tag.name === 'script' || tag.name === 'style' ? 'html' : 'code', start, close)
    } else if (!isKnownElement(tag) && !tag.closes && closingTagEnd(text, tag.name, end, to) === undefined) {
      object('placeholder', start, end)
    } else {
      skip(start, end)
      if (tag.mark === undefined) return
      if (!tag.closes) openTags.push({name: tag.name, mark: tag.mark, start: draft.open()})
      else {
        const index = openTags.findLastIndex(opened => opened.name === tag.name)
        for (const opened of index < 0 ? [] : openTags.splice(index).reverse()) draft.close(opened.mark, opened.start)
      }
    }
  }

  /** Handles the node under the cursor and says whether its children come next. */
  function enter(): boolean {
    const {name, from: start, to: end} = cursor
    if (end <= at || start >= to) return false
    const frame = frames.at(-1)
    switch (name) {
      case 'Emphasis':
        flush(start)
        open({name, end, mark: 'emphasis', textEnd: end})
        return true
      case 'StrongEmphasis':
        flush(start)
        open({name, end, mark: 'strong', textEnd: end})
        return true
      case 'Strikethrough':
        open({name, end, textEnd: end})
        return true
      case 'Link':
        return readLink(start, end)
      case 'LinkMark':
      case 'LinkLabel':
        if (frame?.name === 'Brackets') {
          flush(start)
          draft.fixed(text.slice(start, end), start)
          at = end
          return false
        }
        skip(start, end)
        if (frame?.name === 'Link' && start >= frame.textEnd) at = Math.max(at, frame.end)
        return false
      case 'QuoteMark':
        flush(start)
        at = end
        while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++
        draft.extendBreak(at)
        return false
      case 'Escape':
        flush(start)
        draft.character(text.slice(start + 1, end), start, end)
        at = end
        return false
      case 'Entity': {
        const shown = decodeEntity(text.slice(start, end))
        if (shown === undefined) return false
        flush(start)
        draft.character(shown, start, end)
        at = end
        return false
      }
      case 'InlineCode':
        object('code', start, end)
        return false
      case 'Autolink':
      case 'URL':
        object('url', start, end)
        return false
      case 'Image':
        object('image', start, text.charAt(end - 1) === ']' ? (templateTarget(text, end) ?? end) : end)
        return false
      case 'Placeholder':
        object('placeholder', start, end)
        return false
      case 'HTMLTag':
        readTag(start, end)
        return false
      case 'Comment':
        skip(start, end)
        comments.push(...readComments(raw.slice(start, end), start))
        return false
      case 'TooComplex':
        tooComplex = true
        at = end
        return false
      default:
        if (markup.test(name)) skip(start, end)
        return false
    }
  }

  if (cursor.firstChild()) {
    for (let depth = 1; depth > 0; ) {
      const before = frames.length
      if (enter() && cursor.firstChild()) {
        depth++
        continue
      }
      if (frames.length > before) leave()
      while (!cursor.nextSibling()) {
        cursor.parent()
        if (--depth === 0) break
        leave()
      }
    }
  }
  flush(to)
  for (const opened of openTags.reverse()) draft.close(opened.mark, opened.start)
  return {...draft.finish(kind === 'macro'), comments, refers, tooComplex}
}
