import type {Finding} from './report.ts'

/** How many words on each side of a phrase say where it stands. */
const neighbours = 4
/** How far they are looked for, in UTF-16 code units. */
const reach = 200
/** How many words at the start of a text stand for it as a whole. */
const opening = 12

/**
 * A mark by which a finding is known again: its rule, its words and those next to it in the paragraph, or the first words of the text where it is of
 * the whole document (of a reply among others in a file, its title). `text` is the file's, `base` where the finding's document starts in it. It stays the same when other lines change, when the file is renamed, and when the text is wrapped anew. Two findings of a
 * file can have the same. 16 hexadecimal digits.
 */
export function fingerprintOf(
  {rule, level, span}: Pick<Finding, 'rule' | 'level' | 'span'>,
  text: Sliceable,
  base = 0,
  reply?: string,
): string {
  if (level === 'document') {
    const words = wordsOf(reply ?? withoutFrontMatter(text.slice(0, 4000))).slice(0, opening)
    return hash(`${rule}\n${words.join(' ')}`)
  }
  const [start, end] = [base + span.start, base + span.end]
  const before = wordsOf(lastParagraph(text.slice(Math.max(0, start - reach), start))).slice(-neighbours)
  const after = wordsOf(firstParagraph(text.slice(end, end + reach))).slice(0, neighbours)
  const phrase = wordsOf(text.slice(start, end))
  return hash([rule, ...[before, phrase, after].map(words => words.join(' '))].join('\n'))
}

/** A text of which only parts are looked at: a large one that is edited need not be put together for it. */
export interface Sliceable {
  slice(start: number, end: number): string
}

/** The words of a text in small letters, without what stands between them. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

const blankLine = /\n[ \t]*\r?\n/
const lastParagraph = (text: string): string => text.split(blankLine).at(-1) ?? ''
const firstParagraph = (text: string): string => text.split(blankLine, 1)[0] ?? ''
const withoutFrontMatter = (text: string): string => text.replace(/^\uFEFF?---\r?\n[\s\S]*?\n---[ \t]*\r?\n/, '')

/** Two rounds of FNV-1a with different starts: enough to tell a help centre's phrases apart, on any host. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193].map(start => fnv(text, start)).join('')
}

function fnv(text: string, start: number): string {
  let value = start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
