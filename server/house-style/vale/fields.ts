import type {Node} from 'jsonc-parser'
import {listOf, type Property, propertiesOf, type Report, short} from '../../workspace/config-nodes.ts'
import {didYouMean} from '../../workspace/did-you-mean.ts'

/** What a rule of Vale says, as far as Poise reads it; a part that is wrong is absent. */
export interface Fields {
  readonly message?: string
  readonly description?: string
  readonly link?: string
  readonly level?: 'suggestion' | 'warning' | 'error'
  readonly scope?: readonly string[]
  readonly ignorecase?: boolean
  readonly nonword?: boolean
  readonly append?: boolean
  readonly capitalize?: boolean
  readonly tokens?: readonly Node[]
  readonly raw?: readonly Node[]
  readonly exceptions?: readonly Node[]
  readonly swap?: readonly Property[]
  readonly action?: {readonly name: string; readonly params: readonly string[]}
  /** Parts of speech, which Poise does not read. */
  readonly pos?: string
}

const levels = ['suggestion', 'warning', 'error'] as const
const mostPatterns = 2000
/** Keys of Vale that change nothing here. */
const unused: ReadonlySet<string> = new Set([
  'extends',
  'vocab',
  'name',
  'limit',
  'code',
  'path',
  'custom',
  'alert',
  'status',
  'author',
])

type Reader = (value: Node) => unknown

const texts = (value: Node): readonly Node[] | undefined =>
  value.type === 'array' && value.children?.every(isText) ? value.children : undefined
const isText = ({type}: Node): boolean => type === 'string' || type === 'number' || type === 'boolean'
const flag: Reader = ({type, value}) =>
  type === 'boolean'
    ? value
    : /^(?:yes|on)$/i.test(String(value))
      ? true
      : /^(?:no|off)$/i.test(String(value))
        ? false
        : undefined
const text: Reader = ({type, value}) => (type === 'string' ? value : undefined)
const list: Reader = value => texts(value)

const common: Readonly<Record<string, readonly [read: Reader, form: string]>> = {
  message: [text, 'a text'],
  description: [text, 'a text'],
  link: [text, 'an address'],
  level: [({value}) => levels.find(level => level === value), listOf(levels)],
  scope: [
    value => (value.type === 'string' ? [String(value.value)] : texts(value)?.map(each => String(each.value))),
    'a name or a list of names',
  ],
  ignorecase: [flag, 'true or false'],
  nonword: [flag, 'true or false'],
  exceptions: [list, 'a list of texts'],
  action: [actionOf, 'a “name” and a list of “params”'],
}

const own: Readonly<Record<'existence' | 'substitution', typeof common>> = {
  existence: {tokens: [list, 'a list of patterns'], raw: [list, 'a list of patterns'], append: [flag, 'true or false']},
  substitution: {
    swap: [swapOf, 'pairs of a pattern and what to write instead'],
    capitalize: [flag, 'true or false'],
    pos: [text, 'a text'],
  },
}

/** Reads the keys of a rule; those that are wrong or not known are reported. */
export function fieldsOf(properties: readonly Property[], kind: 'existence' | 'substitution', report: Report): Fields {
  const known = {...common, ...own[kind]}
  const fields: Record<string, unknown> = {}
  for (const {key, name, value} of properties) {
    const [read, form] = (Object.hasOwn(known, name) && known[name]) || []
    if (read === undefined) {
      if (!unused.has(name))
        report(
          'vale-unknown-key',
          key.offset,
          key.length,
          `Poise does not know “${short(name)}” in a rule of this kind, so it counts for nothing.${didYouMean(name, Object.keys(known))}`,
        )
      continue
    }
    // A key without a value says nothing.
    if (value.type === 'null') continue
    const field = read(value)
    if (field === undefined)
      report('vale-type', value.offset, value.length, `“${name}” is ${form}. It counts for nothing until then.`)
    else if (Array.isArray(field) && field.length > mostPatterns)
      report(
        'vale-type',
        key.offset,
        key.length,
        `“${name}” has more than ${mostPatterns} entries. Split it over two rules.`,
      )
    else fields[name] = field
  }
  return fields
}

/** A map, or a list of maps. */
function swapOf(value: Node): readonly Property[] | undefined {
  const maps = value.type === 'array' ? (value.children ?? []) : [value]
  if (!maps.every(({type}) => type === 'object')) return undefined
  const pairs = maps.flatMap(map => propertiesOf(map, () => undefined))
  return pairs.every(pair => isText(pair.value) || pair.value.type === 'null') ? pairs : undefined
}

function actionOf(value: Node): Fields['action'] | undefined {
  if (value.type !== 'object') return undefined
  const properties = propertiesOf(value, () => undefined)
  const name = properties.find(each => each.name === 'name')?.value.value
  const params = properties.find(each => each.name === 'params')?.value
  const given = params === undefined || params.type === 'null' ? [] : texts(params)
  return typeof name === 'string' && given !== undefined
    ? {name, params: given.map(each => String(each.value))}
    : undefined
}
