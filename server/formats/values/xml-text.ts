import {type Literal, makeLiteral, type Run} from '../prose/literal.ts'

/** A part of an element's content: text with references, a CDATA section without, or an attribute's value. */
export interface Section {
  readonly kind: 'text' | 'data' | 'attribute'
  /** What stands between its signs, counted from the literal's start. */
  readonly from: number
  readonly to: number
}

/** Which characters a file writes as references though XML does not ask for it. */
export interface XmlStyle {
  readonly escapes: readonly string[]
}

const named: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"}
const names: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z_][\w.-]{0,60});/gi
const spaced = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z_][\w.-]{0,60});|[\t\n\r]/gi
/** What XML can't hold in any form. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const impossible = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** What a file's own references say about how it is written. */
export function xmlStyleOf(file: string): XmlStyle {
  return {escapes: ['>', '"', "'"].filter(sign => file.includes(names[sign] ?? ''))}
}

/** Reads the content of an element, or the value of an attribute, from `raw`; the sections are in their order. */
export function xmlLiteral(raw: string, sections: readonly Section[], style: () => XmlStyle): Literal {
  const runs: Run[] = []
  const parts: string[] = []
  /** Where each section ends in the value. */
  const ends: number[] = []
  let at = 0

  function add(kind: Run['kind'], text: string, from: number, to: number): void {
    if (from === to) return
    runs.push({kind, at, from, to})
    parts.push(text)
    at += text.length
  }
  for (const {kind, from, to} of sections) {
    let done = from
    const content = kind === 'data' ? '' : raw.slice(from, to)
    for (const match of content.matchAll(kind === 'attribute' ? spaced : reference)) {
      const start = from + match.index
      add('text', raw.slice(done, start), done, start)
      done = start + match[0].length
      add('escape', decode(match[0]), start, done)
    }
    add('text', raw.slice(done, to), done, to)
    ends.push(at)
  }

  /** The section in which an edit of the value from `start` to `end` would stand. */
  function sectionAt(start: number, end: number): Section | undefined {
    const index = start === end && start > 0 ? sectionOf(start - 1) : sectionOf(start)
    return end <= (ends[index] ?? 0) ? sections[index] : undefined
  }
  function sectionOf(offset: number): number {
    const index = ends.findIndex(end => offset < end)
    return index < 0 ? Math.max(0, ends.length - 1) : index
  }

  const value = parts.join('')
  const empty = sections[0]?.from ?? 0
  const literal = makeLiteral(value, runs, empty, (text, {before, after}) => {
    const section = sectionAt(before.length, value.length - after.length)
    if (section === undefined || impossible.test(text)) return undefined
    if (section.kind === 'data')
      return `${before.slice(-2)}${text}${after.slice(0, 2)}`.includes(']]>') ? undefined : text
    if (/&[#\w.-]{0,60}$/.test(before.slice(-70)) && /^[#\w.-]{0,60};/.test(text + after.slice(0, 70))) return undefined
    return encode(text, {before, after}, section, raw, style())
  })
  return {
    ...literal,
    toEditable(span) {
      return sectionAt(span.start, span.end) && literal.toEditable(span)
    },
  }
}

function encode(
  text: string,
  {before, after}: {readonly before: string; readonly after: string},
  {kind, from, to}: Section,
  raw: string,
  {escapes}: XmlStyle,
): string | undefined {
  if (kind === 'text' && text.endsWith(']]') && after.startsWith('>')) return undefined
  const content = raw.slice(from, to)
  const always = kind === 'attribute' ? `<&\n\r\t${raw.charAt(to)}` : '<&'
  let written = ''
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    const name = names[sign]
    const closes = sign === '>' && `${before.slice(-2)}${text.slice(0, index)}`.endsWith(']]')
    const isUsual = escapes.includes(sign) && !content.includes(sign)
    written += name !== undefined && (always.includes(sign) || closes || isUsual) ? name : sign
  }
  return written
}

/** A reference that is not known, a made-up entity say, stands for itself. */
function decode(found: string): string {
  if (!found.startsWith('&')) return ' '
  const name = found.slice(1, -1)
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? found) : found
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return found
  const shown = String.fromCodePoint(code)
  return impossible.test(shown) ? found : shown
}
