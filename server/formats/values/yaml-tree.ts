import {isAlias, isMap, isNode, isScalar, isSeq, type Scalar} from 'yaml'
import type {Span} from '../../../rules/kit/types.ts'
import type {Literal} from '../prose/literal.ts'
import type {Entry, OtherValue, TextValue, Value} from './value.ts'
import type {YamlStyle} from './yaml-encode.ts'
import {isClosed} from './yaml-flow.ts'
import {type YamlScalar, yamlLiteral} from './yaml-scalar.ts'

/** What a tree is made of. */
export interface YamlFile {
  readonly text: string
  /** Told of each quoted text that is not closed, by its place. */
  readonly onUnclosed: (quoted: Span<'source'>) => void
}

/** What the library made of a document as values; its depth is bounded by `yamlTokens`. An alias stays one, and a tag says nothing. */
export function yamlTree(file: YamlFile, node: unknown, isFlow = false): Value {
  if (isMap(node)) {
    const inside = node.flow === true
    const entries = node.items.map(({key, value}): Entry => {
      const keySpan = spanOf(file, key)
      const name = isScalar(key) ? String(key.value ?? '') : file.text.slice(keySpan.start, keySpan.end)
      return {
        key: name,
        keySpan,
        value: value === null ? other(file, keySpan.end, keySpan.end) : yamlTree(file, value, inside),
      }
    })
    return {type: 'map', span: spanAround(spanOf(file, node), inside, entries.at(-1)?.value), entries}
  }
  if (isSeq(node)) {
    const inside = node.flow === true
    const items = node.items.map(item => yamlTree(file, item, inside))
    return {type: 'list', span: spanAround(spanOf(file, node), inside, items.at(-1)), items}
  }
  const {start, end} = spanOf(file, node)
  if (isAlias(node) || !isScalar(node) || start === end || typeof node.value !== 'string')
    return other(file, start, end)
  const style = styleOf(node)
  if (style === undefined || node.tag === 'tag:yaml.org,2002:binary') return other(file, start, end)
  if (style === 'PLAIN' && node.tag === undefined && otherwise.test(node.value)) return other(file, start, end)
  if (style.startsWith('QUOTE') && !isClosed(file.text.slice(start, end))) {
    file.onUnclosed({start, end})
    return other(file, start, end)
  }
  return textValue(file.text, {start, end}, {style, text: node.value, parent: parentOf(node), isFlow})
}

/** What YAML's core schema takes for null, a truth value or a number. */
const otherwise =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

const styles: readonly YamlStyle[] = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED']

const styleOf = (node: Scalar): YamlStyle | undefined => styles.find(style => style === node.type)

/** The indentation that the indicator of a block scalar counts from. */
function parentOf({srcToken}: Scalar): number {
  return srcToken !== undefined && 'indent' in srcToken ? srcToken.indent : 0
}

function spanOf({text}: YamlFile, node: unknown): Span<'source'> {
  const [start, end] = (isNode(node) && node.range) || [0, 0]
  return {start: Math.min(start, text.length), end: Math.min(end, text.length)}
}

/** Up to the end of its last value, where no bracket closes it; the library counts comments behind it in. */
function spanAround(span: Span<'source'>, isFlow: boolean, last: Value | undefined): Span<'source'> {
  return isFlow || last === undefined ? span : {start: span.start, end: last.span.end}
}

const other = ({text}: YamlFile, start: number, end: number): OtherValue => ({
  type: 'other',
  span: {start, end},
  raw: text.slice(start, end),
})

function textValue(file: string, span: Span<'source'>, scalar: Omit<YamlScalar, 'raw'>): TextValue {
  return new YamlText(file, span, scalar)
}

class YamlText implements TextValue {
  readonly type = 'text'
  readonly span: Span<'source'>
  readonly text: string
  readonly #file: string
  readonly #scalar: Omit<YamlScalar, 'raw'>
  #literal: Literal | undefined

  constructor(file: string, span: Span<'source'>, scalar: Omit<YamlScalar, 'raw'>) {
    this.span = span
    this.text = scalar.text
    this.#file = file
    this.#scalar = scalar
  }

  get literal(): Literal {
    this.#literal ??= yamlLiteral({...this.#scalar, raw: this.#file.slice(this.span.start, this.span.end)})
    return this.#literal
  }
}
