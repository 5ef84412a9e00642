import {printable} from '../engine/printable.ts'

/** Text that is HTML already; only `markup` makes it. */
export interface Markup {
  readonly html: string
}

/** What may stand in a template: all but markup is escaped. */
export type Content = Markup | string | number | undefined | false | readonly Content[]

/** Makes HTML of a template. Whatever is put into it is text, whether it stands in an element or in a quoted attribute. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return {html: parts.reduce((html, part, index) => html + htmlOf(contents[index - 1]) + part)}
}

function htmlOf(content: Content): string {
  if (content === undefined || content === false) return ''
  if (Array.isArray(content)) return content.map(htmlOf).join('')
  if (typeof content === 'object' && 'html' in content) return content.html
  return escaped(String(content))
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}

/** A style sheet as the content of its element; it is ours, and never holds a text of the workspace. */
export function styleMarkup(css: string): Markup {
  return {html: css}
}
