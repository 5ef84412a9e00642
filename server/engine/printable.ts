// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
const unprintable = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g

/** The text with every character that could steer a terminal, or reorder its line, written as an escape. */
export function printable(text: string): string {
  return text.replace(unprintable, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
