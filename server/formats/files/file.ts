import type {DocumentKind, Span} from '../../../rules/kit/types.ts'
import type {Content, Problem, Reading} from '../format.ts'
import type {Change} from '../markdown/fragments.ts'
import {mayHoldReplies, syntaxOf} from '../shapes/index.ts'
import type {Shape, SystemId} from '../shapes/shape.ts'
import {headLength, openData} from './data-file.ts'
import {openPage} from './page-file.ts'
import type {SourceText} from './source-text.ts'
import {isTemplateName, openTemplate} from './template-file.ts'

/** Where a reply stands that is one of several in a file, or one entry of a data file; in offsets of the file. */
export interface ReplyPlace {
  readonly title: string
  /** What an outline selects: the title, or what stands for it. */
  readonly titleSpan: Span<'source'>
  /** The whole entry. */
  readonly span: Span<'source'>
  readonly id?: string
  readonly tags?: readonly string[]
  readonly inactive?: true
}

/** Reads a document when it is first called; the same function, and the same reading, as long as the text is the same. */
export interface ReadPart extends Content {
  (): Reading
}

/** What a customer reads as one text: a whole file, or one reply in it. */
export interface Part {
  /** What all offsets of its reading count from. */
  readonly base: number
  readonly read: ReadPart
  readonly reply?: ReplyPlace
}

/** What is known of a file before it is read. */
export interface FileNature {
  readonly path: string
  /** By its name and the configuration. */
  readonly kind: DocumentKind
  /** Whether the configuration names it as one that holds replies, so that its look need not tell. */
  readonly named: boolean
  /** The shape that the configuration gives it. */
  readonly shape?: Shape
}

/** A file that is open for editing: an edit gives the next version, which reads again only what it touched. */
export interface OpenFile {
  readonly text: string
  readonly kind: DocumentKind
  readonly parts: readonly Part[]
  /** Of the file as a whole. */
  readonly problems: readonly Problem[]
  /** The help desk that its placeholders belong to. */
  readonly system?: SystemId
  edit(changes: readonly Change[], next: SourceText): OpenFile
}

/** Opens a file of any format; undefined where it turns out to hold nothing that a customer reads. */
export function openFile(text: string, nature: FileNature): OpenFile | undefined {
  const syntax = syntaxOf(nature.path)
  if (syntax !== undefined) return openData(text, syntax, nature)
  if (isTemplateName(nature.path)) return openTemplate(text, nature)
  return openPage(text, nature)
}

/** Whether a file of this name can hold articles or replies. */
export function isReadableName(name: string): boolean {
  return isPageName(name) || syntaxOf(name) !== undefined || isTemplateName(name)
}

/** Whether a file of this name is Markdown. */
export function isPageName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name)
}

/** What has to be read of a file before it is known whether more is worth reading; undefined for one that is read in any case. */
export function headOf({
  path,
  named,
  shape,
}: FileNature): {readonly length: number; readonly mayBeOurs: (head: string) => boolean} | undefined {
  if (named || shape !== undefined || syntaxOf(path) === undefined) return undefined
  return {length: headLength, mayBeOurs: head => mayHoldReplies(path, head)}
}
