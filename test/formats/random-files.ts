import {parse} from 'yaml'
import type {BodySyntax} from '../../server/formats/shapes/shape.ts'
import type {FileSyntax} from './decoded.ts'
import type {Random} from './random.ts'
import {calm, plainReply, type RandomReply, randomReply} from './random-replies.ts'

/** A file that holds replies, and how an independent reader decodes it. */
export interface RandomFile {
  readonly path: string
  readonly text: string
  readonly syntax: FileSyntax
  /** How every body in it is written. */
  readonly body: BodySyntax
  readonly replies: readonly RandomReply[]
}

/** Makes a file in one of the forms in which teams keep replies. */
export function randomFile(random: Random): RandomFile {
  const {path, syntax, bodies, most, write} = random.pick(forms)
  const body = random.pick(bodies)
  const replies = Array.from({length: 1 + random.below(most)}, (_, index) => randomReply(random, body, index + 1))
  const all = most > 1 ? [...replies, plainReply(body, 8), plainReply(body, 9)] : replies
  return {path: random.pick(path), text: write(all, random), syntax, body, replies}
}

interface Form {
  readonly path: readonly string[]
  readonly syntax: FileSyntax
  readonly bodies: readonly BodySyntax[]
  readonly most: number
  readonly write: (replies: readonly RandomReply[], random: Random) => string
}

type Shape = (replies: readonly RandomReply[]) => unknown

const comment = ({syntax, body}: RandomReply) => [
  {field: 'status', value: 'pending'},
  {field: syntax === 'html' ? 'comment_value_html' : 'comment_value', value: body},
]

const shapes: readonly Shape[] = [
  replies => ({
    macros: replies.map(reply => ({title: reply.title, active: true, actions: comment(reply)})),
    count: replies.length,
  }),
  replies =>
    replies.map(({title, body, syntax}) =>
      syntax === 'html' ? {title, content_html: body} : {name: title, comment: body},
    ),
  replies => ({
    categories: [{name: 'Orders', macros: replies.map(({title, body}) => ({name: title, tag: 'x_y', desc: '', body}))}],
  }),
  replies =>
    Object.fromEntries(
      [...replies, {title: 'Last one', body: 'Your order left our warehouse this morning.'}].map(
        ({title, body}, index) => [`id-${index}`, {label: title, content: body}],
      ),
    ),
]

const chatwoot: Shape = replies => replies.map(({title, body}) => ({short_code: title, content: body}))

const every: readonly BodySyntax[] = ['text', 'html', 'markdown']

const forms: readonly Form[] = [
  ...[0, 1].map(
    (): Form => ({
      path: ['support/macros.json'],
      syntax: 'json',
      bodies: every,
      most: 4,
      write: (replies, random) =>
        jsonOf(random.pick(replies[0]?.syntax === 'markdown' ? [...shapes, chatwoot] : shapes)(replies), random),
    }),
  ),
  {
    path: ['support/macros.yaml', 'macros/all.yml'],
    syntax: 'yaml',
    bodies: every,
    most: 4,
    write: (replies, random) => yamlFile(random.pick(shapes)(replies), random),
  },
  {
    path: ['support/macros.yaml'],
    syntax: 'yaml',
    bodies: every,
    most: 4,
    write: (replies, random) => yamlFile(random.pick(shapes)(replies), random),
  },
  {
    path: ['macros/one.yaml'],
    syntax: 'yaml',
    bodies: every,
    most: 1,
    write: (replies, random) => yamlFile({title: replies[0]?.title, actions: replies.flatMap(comment)}, random),
  },
  {path: ['macros/quicktext.xml'], syntax: 'xml', bodies: ['text', 'html'], most: 3, write: quicktextOf},
  {path: ['macros/one.quickText-meta.xml'], syntax: 'xml', bodies: ['text'], most: 1, write: salesforceOf},
  {path: ['macros/replies.csv'], syntax: 'csv', bodies: every, most: 4, write: csvOf},
  {
    path: ['emails/welcome.html', 'emails/order.ftl', 'emails/order.liquid'],
    syntax: 'page',
    bodies: ['html'],
    most: 1,
    write: mailOf,
  },
  {path: ['support/macros.md'], syntax: 'page', bodies: ['markdown', 'text'], most: 4, write: pageOf},
  {path: ['macros/one.macro.md'], syntax: 'page', bodies: ['markdown'], most: 1, write: macroOf},
]

/** JSON in one of the styles in which programs write it, or in a mixture that none does. */
function jsonOf(value: unknown, random: Random): string {
  const eol = random.pick(['\n', '\r\n'])
  const pretty = JSON.stringify(value, undefined, random.pick([0, 2, 4, '\t'])).replaceAll('\n', eol)
  const style = random.below(6)
  const hex = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  const upper = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
  if (style === 1) return pretty.replace(/[^\0-\x7f]/g, hex)
  if (style === 2) return pretty.replace(/[^\0-\x7f]/g, upper).replaceAll('/', '\\/')
  if (style === 3) return pretty.replace(/[<>&']/g, hex)
  if (style === 4) return pretty.replace(/\\./g, found => longEscapes[found] ?? found)
  if (style === 5) return pretty.replace(/[^\0-\x7f]|[<>&'/]/g, sign => (random.chance(0.5) ? hex(sign) : sign))
  return (random.chance(0.1) ? '\ufeff' : '') + pretty
}

const longEscapes: Readonly<Record<string, string>> = {'\\n': '\\u000a', '\\"': '\\u0022'}

type Scalar = (text: string, indent: string, random: Random, eol: string) => string | undefined

const double: Scalar = text =>
  JSON.stringify(text).replace(/[\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16)}`)

const fold = (text: string, indent: string, random: Random, eol: string, share: number): string =>
  text.replace(/(?<=[\w,.]) (?=[a-z])/g, space => (random.chance(share) ? eol + indent : space))

const scalars: readonly Scalar[] = [
  double,
  (text, indent, random, eol) => fold(JSON.stringify(text), indent, random, eol, 0.1),
  (text, indent, random, eol) =>
    double(text, indent, random, eol)?.replace(/[^\0-\x7f]/gu, sign => {
      const code = (sign.codePointAt(0) ?? 0).toString(16)
      return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
    }),
  (text, indent, random, eol) =>
    `'${fold(
      text.replaceAll("'", "''").replace(/\n+/g, breaks => eol.repeat(breaks.length + 1) + indent),
      indent,
      random,
      eol,
      random.pick([0, 0.1]),
    )}'`,
  (text, indent, random, eol) =>
    fold(
      text.replace(/\n+/g, breaks => eol.repeat(breaks.length + 1) + indent),
      indent,
      random,
      eol,
      random.pick([0, 0.1]),
    ),
  (text, indent, random, eol) => `|${chomp(text)}${eol}${blockOf(text, indent, random, eol)}`,
  (text, indent, random, eol) => `|${chomp(text)}${eol}${blockOf(text, indent, random, eol)}`,
  (text, indent, random, eol) =>
    `|${indent.length > 0 && /^ /.test(text) ? 2 : ''}${chomp(text)}${eol}${blockOf(text, indent, random, eol)}`,
  (text, indent, random, eol) =>
    `>${chomp(text)}${eol}${blockOf(
      fold(
        text.replace(/(?<=\S)\n(?=\S)/g, '\n\n').replace(/(?<=\S)\n\n\n*(?=\S)/g, breaks => `${breaks}\n`),
        '',
        random,
        '\n',
        0.1,
      ),
      indent,
      random,
      eol,
    )}`,
]

const chomp = (text: string): string => (text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-')

function blockOf(text: string, indent: string, random: Random, eol: string): string {
  const deeper = indent + random.pick(['', '', '  '])
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => (line === '' ? '' : deeper + line))
    .join(eol)
}

/** Writes YAML, each text in a style that can hold it. */
function yamlFile(value: unknown, random: Random): string {
  const wanted = JSON.stringify(value)
  for (let tries = 0; tries < 5; tries++) {
    const eol = random.pick(['\n', '\n', '\r\n'])
    const head = random.chance(0.2) ? `# our replies${eol}---${eol}` : ''
    const file = head + yamlOf(value, '', random, eol).trimStart() + eol
    if (JSON.stringify(parsed(file)) === wanted) return file
  }
  return wanted
}

function parsed(file: string): unknown {
  try {
    return parse(file, {logLevel: 'silent'})
  } catch {
    return undefined
  }
}

function yamlOf(value: unknown, indent: string, random: Random, eol: string): string {
  if (typeof value === 'string') return ` ${scalarOf(value, indent === '' ? '  ' : indent, random, eol)}`
  if (typeof value !== 'object' || value === null) return ` ${String(value)}`
  if (indent.length > 1 && random.chance(0.15)) return ` ${flowOf(value, random, eol + indent)}`
  const deeper = indent + random.pick(['  ', '  ', '    '])
  if (Array.isArray(value)) {
    return value
      .map(
        each =>
          `${eol}${indent}-${yamlOf(each, `${indent}  `, random, eol).replace(new RegExp(`^(?:\r?\n)${indent}  (?=\\S)`), ' ')}`,
      )
      .join('')
  }
  const entries = Object.entries(value)
  return entries.map(([key, each]) => `${eol}${indent}${keyOf(key)}:${yamlOf(each, deeper, random, eol)}`).join('')
}

const keyOf = (key: string): string => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))

function flowOf(value: unknown, random: Random, gap: string): string {
  if (typeof value === 'string') {
    const written = random.pick([JSON.stringify(value), `'${value.replaceAll("'", "''")}'`, value])
    return says(written, value, `[${written}]`) ? written : JSON.stringify(value).replaceAll('\u2028', '\\u2028')
  }
  if (typeof value !== 'object' || value === null) return String(value)
  const between = random.pick([', ', `,${gap}  `])
  if (Array.isArray(value)) return `[${value.map(each => flowOf(each, random, gap)).join(between)}]`
  return `{${Object.entries(value)
    .map(([key, each]) => `${keyOf(key)}: ${flowOf(each, random, gap)}`)
    .join(between)}}`
}

function scalarOf(text: string, indent: string, random: Random, eol: string): string {
  const written = random.pick(scalars)(text, indent, random, eol)
  const sound =
    written !== undefined &&
    !/\r(?!\n)|[\u2028\u2029]/.test(written) &&
    says(written, text, `${indent.slice(2)}a: ${written}${eol}${indent.slice(2)}b: c`, 'a')
  return sound ? written : (double(text, indent, random, eol) ?? '')
}

function says(_written: string, text: string, file: string, key?: string): boolean {
  try {
    const read: unknown = parse(file, {logLevel: 'silent'})
    if (key === undefined) return Array.isArray(read) && read.length === 1 && read[0] === text
    return typeof read === 'object' && read !== null && 'b' in read && 'a' in read && read.a === text
  } catch {
    return false
  }
}

/** The content of an element in references, sections of data, or both. */
function xmlOf(text: string, random: Random): string {
  const style = random.below(5)
  if (text.includes('\u2028')) return refs(text, random)
  if (style === 0) return data(text)
  if (style < 3) return refs(text, random)
  const cut = random.below(text.length + 1)
  const at = /[\udc00-\udfff]/.test(text.charAt(cut)) ? cut - 1 : cut
  return style === 3
    ? data(text.slice(0, at)) + refs(text.slice(at), random)
    : refs(text.slice(0, at), random) + data(text.slice(at))
}

const data = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

const names: Readonly<Record<string, string>> = {'&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos'}

function refs(text: string, random: Random): string {
  const style = random.below(3)
  return text.replace(/[&<>"'\r]|[^\0-\x7f]/gu, sign => {
    const name = names[sign]
    if (sign === '\r' || (name === undefined && style === 2)) return `&#${sign.codePointAt(0)};`
    if (name === undefined || (style === 0 && /["']/.test(sign))) return sign
    return style === 2 && random.chance(0.3) ? `&#x${sign.charCodeAt(0).toString(16)};` : `&${name};`
  })
}

function quicktextOf(replies: readonly RandomReply[], random: Random): string {
  const texts = replies.map(
    ({title, body, syntax}) =>
      `<text shortcut="" type="${syntax === 'html' ? 1 : 0}">\n<name>${data(title)}</name>\n<body>${xmlOf(body, random)}</body>\n</text>\n`,
  )
  return `<?xml version="1.0"?>\n<quicktext version="2">\n<menu>\n<title>Orders &amp; more</title>\n<texts>\n${texts.join('')}</texts>\n</menu>\n</quicktext>\n`
}

function salesforceOf([reply]: readonly RandomReply[], random: Random): string {
  const eol = random.pick(['\n', '\r\n'])
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<QuickText xmlns="http://soap.sforce.com/2006/04/metadata">',
    `    <masterLabel>${refs(reply?.title ?? '', random)}</masterLabel>`,
    `    <message>${xmlOf(reply?.body ?? '', random)}</message>`,
    '</QuickText>',
    '',
  ]
  return lines.join(eol)
}

function csvOf(replies: readonly RandomReply[], random: Random): string {
  const eol = random.pick(['\n', '\r\n'])
  const delimiter = random.pick([',', ',', ';', '\t'])
  const cell = (text: string): string =>
    /["\r\n\t,;]|^\s|\s$/.test(text) || random.chance(0.3) ? `"${text.replaceAll('"', '""')}"` : text
  const body = replies[0]?.syntax === 'html' ? 'body_html' : 'body'
  const rows = [['id', 'title', body, 'tags'], ...replies.map(({title, body}, index) => [`${index}`, title, body, 'a'])]
  return rows.map(row => row.map(cell).join(delimiter)).join(eol) + random.pick(['', eol])
}

function mailOf([reply]: readonly RandomReply[], random: Random): string {
  const eol = random.pick(['\n', '\r\n'])
  const head = random.pick([
    '',
    `<!DOCTYPE html>${eol}<html><head><title>Your order</title><style>p > b {x: y}</style></head><body>${eol}`,
  ])
  return `${head}<p>Hi {{customer.first_name}},</p>${eol}${reply?.body ?? ''}${eol}${head === '' ? '' : `</body></html>${eol}`}`
}

function pageOf(replies: readonly RandomReply[], random: Random): string {
  const style = replies[0]?.syntax === 'text' ? 'fence' : random.pick(['heading', 'separator'])
  const sections = replies.map(({title, body}) => {
    const text = body.replace(/\r\n?/g, '\n')
    if (style === 'separator') return `---- ${title}\n\nHi {{name}},\n\n${text}\n`
    return style === 'fence'
      ? `## ${title}\n\n\`\`\`\nHi {{name}},\n\n${calm} ${calm}\n\n${text}\n\`\`\`\n`
      : `## ${title}\n\nHi {{name}},\n\n${text}\n`
  })
  const page = (style === 'separator' ? '' : '# Saved replies\n\n') + sections.join('\n')
  return random.chance(0.2) ? page.replaceAll('\n', '\r\n') : page
}

function macroOf([reply]: readonly RandomReply[], random: Random): string {
  const body = (reply?.body ?? '').replaceAll('\r\n', '\n')
  const page = random.pick(['', `---\ntitle: Our reply\n---\n\n`]) + body
  return random.chance(0.2) ? page.replaceAll('\n', '\r\n') : page
}
