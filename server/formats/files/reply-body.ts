import type {DocumentKind, Purpose} from '../../../rules/kit/types.ts'
import type {Reading} from '../format.ts'
import {readHtml} from '../html/html.ts'
import {isEnglish} from '../language/language.ts'
import {readMarkdown} from '../markdown/markdown.ts'
import {placeholderProblems} from '../placeholders/placeholder-problems.ts'
import type {Literal} from '../prose/literal.ts'
import {through} from '../prose/through.ts'
import type {BodySyntax, SystemId} from '../shapes/shape.ts'
import {readText} from '../text/text.ts'

/** What is known of a reply besides its text. */
export interface BodyNature {
  readonly title: string
  readonly as?: BodySyntax
  readonly purpose?: Purpose
  readonly system: SystemId | undefined
}

const readers: Readonly<Record<BodySyntax, (text: string, kind: DocumentKind) => Reading>> = {
  markdown: readMarkdown,
  html: readHtml,
  text: readText,
}

/** Reads the text of a reply that stands in a literal of its file; offsets count from the literal's start. */
export function readBody(literal: Literal, {title, as, purpose, system}: BodyNature): Reading {
  const {text} = literal
  if (!isEnglish(text)) return {blocks: [], directives: [], problems: [], foreign: true}
  const inner = readers[as ?? syntaxOfBody(text)](text, 'macro')
  const problems = [...inner.problems, ...placeholderProblems(text, system)]
  return through(literal, {...inner, problems, title, ...(purpose !== undefined && {purpose})})
}

const htmlTag =
  /<\/?(?:p|br|div|a|b|i|u|em|strong|ul|ol|li|span|h[1-6]|table|tr|td|img|font|blockquote|hr)\b[^<>]{0,300}>/i
const markdownMark = /^#{1,6} |\[[^\]\n]{1,200}\]\([^)\s]{1,400}\)|\*\*[^*\n]{1,200}\*\*|^(?:```|~~~)/m

/** The syntax that a text is written in, as far as its own signs tell. */
export function syntaxOfBody(text: string): BodySyntax {
  if (htmlTag.test(text)) return 'html'
  return markdownMark.test(text) ? 'markdown' : 'text'
}
