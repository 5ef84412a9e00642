/** How a file of HTML writes what an edit may add. */
export interface HtmlStyle {
  /** Its line break. */
  readonly line: string
  /** The end of a paragraph and what stands before the next. */
  readonly gap: string
}

/** The style of a file, by its first line break and paragraph. */
export function styleOf(text: string): HtmlStyle {
  const line = /<br[ \t]{0,5}\/?>/i.exec(text)?.[0] ?? '<br>'
  const gap = /<\/p>\s{0,40}(?=<p[\s>])/i.exec(text)?.[0] ?? '</p>\n'
  return {line, gap}
}
