const lineBreak = /\r\n?/g

/** The same text with \n for every line break, each of the same length: a tab before it counts as blank. */
export function normaliseBreaks(text: string): string {
  return text.includes('\r') ? text.replace(lineBreak, found => (found === '\r' ? '\n' : '\t\n')) : text
}

/** The line break that a text uses, by its first. */
export function eolOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}
