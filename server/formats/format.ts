import type {BlockKind, Mark, Purpose, Span} from '../../rules/kit/types.ts'

/** The way from a block's prose back to the file. */
export interface SourceMap {
  /** The characters of the file that show `span`: always an answer, for a squiggle. */
  toSource(span: Span<'prose'>): Span<'source'>
  /** The same for an edit: undefined where a replacement would touch markup or something that is not prose. */
  toEditable(span: Span<'prose'>): Span<'source'> | undefined
  /**
   * Writes `text` as this place of the file needs it, or undefined where it can't be written exactly. With `at`, the span that it
   * replaces, it also knows whether markup or a line's edge touches the text there.
   */
  encode(text: string, at?: Span<'prose'>): string | undefined
}

/** A run of prose inside a document: a paragraph, heading, list item's paragraph or table cell. */
export interface Block {
  readonly kind: BlockKind
  /** A heading's level from 1 to 6, a list item's depth from 1; 0 for paragraphs and cells. */
  readonly depth: number
  /** Of a list item: whether the list is numbered. */
  readonly ordered: boolean
  /** Whether the block stands in a block quote. */
  readonly quoted: boolean
  /** What a reader sees: soft line breaks are spaces, hard ones \n, and what is not prose is one U+FFFC each, described in `marks`. */
  readonly prose: string
  /** In the order of their starts; offsets of the prose. */
  readonly marks: readonly Mark[]
  readonly map: SourceMap
  readonly content: Content
}

/** Blocks that lie together in a long document; each section but the first begins with a heading. */
export interface Section {
  /** What the maps of its blocks count from. */
  readonly base: number
  readonly blocks: readonly Block[]
  readonly content: Content
}

/**
 * The same object wherever a block or a section stands, as long as what it says is the same: what is known of the block, or of all blocks of the
 * section, is kept with it. A global WeakMap instead of such a place would keep all of it for long: what entered it lately is collected late.
 */
export interface Content {
  memo?: unknown
}

/** Something about the file that a reader could not make sense of, with the remedy in its message. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly span: Span<'source'>
  /** What mends it, written in the place of `span`. */
  readonly fix?: string
}

/** A comment of the writer's that silences rules. */
export interface Directive {
  readonly kind: 'next' | 'start' | 'end' | 'file'
  /** Rule ids; empty for all. */
  readonly rules: readonly string[]
  readonly reason?: string
  /** The whole comment. */
  readonly span: Span<'source'>
  /** Of a `next` directive: the block element that follows it, whole (a list with all its items, say); absent at the end of the file. */
  readonly covers?: Span<'source'>
  /** The rule names inside the comment, in the order of `rules`, for messages about one of them. */
  readonly ruleSpans: readonly Span<'source'>[]
}

/** A file, read: reading never fails, a broken file has fewer blocks and a problem. */
export interface Reading {
  readonly title?: string
  readonly purpose?: Purpose
  readonly blocks: readonly Block[]
  /** The same blocks by sections, where a reader keeps them so; what changes the blocks leaves it out. */
  readonly sections?: readonly Section[]
  readonly directives: readonly Directive[]
  readonly problems: readonly Problem[]
  /** Set where the text is in another language than English, and so was not read. */
  readonly foreign?: true
}
