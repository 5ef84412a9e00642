import {type Encode, type Literal, makeLiteral} from '../prose/literal.ts'
import {type DecodedBlock, decodeBlock} from './yaml-block.ts'
import {marginOf, type ScalarPlace, standsAlone, writingsOf, type YamlStyle} from './yaml-encode.ts'
import {decodeDouble, decodeFolded} from './yaml-flow.ts'
import type {Decoded} from './yaml-runs.ts'

/** A scalar as it stands in a file. */
export interface YamlScalar {
  readonly style: YamlStyle
  /** All of it: from its quote, its first character, or its `|` or `>` on. */
  readonly raw: string
  /** What the YAML library says that it says. */
  readonly text: string
  /** The indentation that the indicator of a block scalar counts from. */
  readonly parent: number
  /** Whether it stands in a flow collection, `[a, b]` or `{a: b}`. */
  readonly isFlow: boolean
}

/** What a block scalar can say, but not everywhere: it begins with a tab, or its last line is blank. */
const delicate = /^\n*(?:\t|$)|(?:^|\n)[ \t]+\n*$/

/** The way between what a scalar says and how the file writes it. An edit is tried on the scalar before it is offered. */
export function yamlLiteral({style, raw, text, parent, isFlow}: YamlScalar): Literal {
  const source = withLineFeeds(raw)
  const decoded = decode(style, source, parent)
  // Where the library and this reader disagree, the text is one piece that no edit can touch.
  if (decoded?.text !== text)
    return makeLiteral(text, [{kind: 'escape', at: 0, from: 0, to: raw.length}], 0, () => undefined)
  const place: ScalarPlace = {
    style,
    source,
    indent: decoded.indent ?? marginOf(source),
    eol: /\r\n|\n|\r/.exec(raw)?.[0] ?? '\n',
    isFlow,
  }
  const encode: Encode = (written, {before, after}) => {
    const at = literal.toEditable({start: before.length, end: text.length - after.length})
    const wanted = before + written + after
    if (at === undefined || (isBlock(style) && delicate.test(wanted))) return undefined
    return writingsOf(written, at, place).find(writing => {
      const next = withLineFeeds(raw.slice(0, at.start) + writing + raw.slice(at.end))
      if (isBlock(style) && source.endsWith('\n') !== next.endsWith('\n')) return false
      if (!standsAlone(next, place)) return false
      const read = decode(style, next, parent)
      return read?.text === wanted && read.lead === decoded.lead && !read.isDoubtful
    })
  }
  const literal = makeLiteral(text, decoded.runs, isBlock(style) ? raw.length : 1, encode)
  return literal
}

/** A text with \n for each carriage return alone, which the YAML library does not know; every character keeps its place. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
}

const isBlock = (style: YamlStyle): boolean => style.startsWith('BLOCK')

function decode(style: YamlStyle, source: string, parent: number): (Decoded & Partial<DecodedBlock>) | undefined {
  if (style === 'QUOTE_DOUBLE') return decodeDouble(source)
  if (isBlock(style)) return decodeBlock(source, parent)
  return decodeFolded(source, style === 'QUOTE_SINGLE')
}
