import type {DataSyntax} from '../shapes/shape.ts'

/** Other ways to write a text in the place of `raw`, the best first, for one that can't stay in the style it has. */
export function restyle(syntax: DataSyntax, raw: string, text: string): readonly string[] {
  if (syntax === 'json') return [JSON.stringify(text)]
  if (syntax === 'csv') return [`"${text.replaceAll('"', '""')}"`]
  if (syntax === 'xml') return xmlStyles(raw, text)
  return /^[|>]/.test(raw) ? [blockScalar(raw, text), doubleQuoted(raw, text)] : [doubleQuoted(raw, text)]
}

function xmlStyles(raw: string, text: string): readonly string[] {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return raw.trimStart().startsWith('<![CDATA[') ? [`<![CDATA[${text}]]>`, escaped] : [escaped]
}

/** What JSON lets stand and YAML does not, or not everywhere. */
const delicate = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

function doubleQuoted(raw: string, text: string): string {
  const quoted = JSON.stringify(text).replace(
    delicate,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return quoted + (/^[|>]/.test(raw) ? (/(?:\r\n|\n|\r)$/.exec(raw)?.[0] ?? '') : '')
}

/** As it stands, or as it was folded, with each line under the other and the signs that its end needs. */
function blockScalar(raw: string, text: string): string {
  const eol = /\r\n|\n|\r/.exec(raw)?.[0] ?? '\n'
  const [head = '', ...lines] = raw.split(eol)
  const indent = /^ */.exec(lines.find(line => line.trim() !== '') ?? '  ')?.[0] ?? ''
  const content = text.replace(/\n$/, '')
  const chomping = content === text ? '-' : content.endsWith('\n') ? '+' : ''
  const body = content.split('\n').map(line => (line === '' ? '' : indent + line))
  const written = [head.replace(/^[|>][-+\d]*/, `|${chomping}`), ...body].join(eol)
  return raw.endsWith(eol) ? written + eol : written
}
