import type {Span} from '../../../rules/kit/types.ts'
import type {Problem} from '../format.ts'
import type {Literal} from '../prose/literal.ts'
import {wholeCharacters} from '../prose/whole-characters.ts'
import {csvLiteral, type Quoting} from './csv-field.ts'
import type {Data, Entry, MapValue, TextValue} from './value.ts'

// The CSV libraries say what a field holds but not where it stands, so the scanner is our own.

/**
 * Reads a CSV file whose first row names the columns, delimited by commas, semicolons or tabs. Rows may be shorter than the first, and
 * what is longer has no name and is left out.
 */
export function readCsv(text: string): Data {
  const problems: Problem[] = []
  const report = (remedy: keyof typeof remedies, span: Span<'source'>): void => {
    if (problems.length > 0) return
    const message = `Programs read this CSV in different ways: ${remedies[remedy]}.`
    problems.push({code: 'csv-syntax', message, span: wholeCharacters(text, span)})
  }
  const {start, delimiter} = openingOf(text)
  const items: MapValue[] = []
  let columns: readonly {readonly key: string; readonly keySpan: Span<'source'>}[] | undefined
  for (let at = start; at < text.length; ) {
    const row = readRow(text, at, delimiter, report)
    at = row.next
    if (row.isBlank) continue
    if (columns === undefined) {
      columns = row.fields.map(field => ({key: field.text.trim(), keySpan: field.span}))
      continue
    }
    const entries: Entry[] = []
    for (const [index, value] of row.fields.entries()) {
      const column = columns[index]
      if (column !== undefined) entries.push({key: column.key, keySpan: column.keySpan, value})
      else if (problems.length === 0 && value.text.trim() !== '') report('extra', value.span)
    }
    items.push({type: 'map', span: row.span, entries})
  }
  return {root: {type: 'list', span: {start: 0, end: text.length}, items}, problems, comments: []}
}

const remedies = {
  unclosed: 'this field never ends, so add its closing quotation mark; Poise reads the rows before it',
  mark: 'write a quotation mark inside a quoted field twice',
  extra:
    'this row has more fields than there are column names, so put a text that holds a delimiter in quotation marks',
} as const

type Report = (remedy: keyof typeof remedies, span: Span<'source'>) => void

/** What a quotation mark that opens a field, or is the second of two, stands behind. */
const opens = /[,;\t\r\n"]/

/** Where the rows begin and what delimits their fields: what the first line says, or else what the first row has most of. */
function openingOf(text: string): {readonly start: number; readonly delimiter: string} {
  const said = /^\ufeff?sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(text)
  if (said !== null) return {start: said[0].length, delimiter: said[1] ?? ','}
  const start = text.startsWith('\ufeff') ? 1 : 0
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let isQuoted = false
  let isBegun = false
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '"' && (isQuoted || at === start || opens.test(text.charAt(at - 1)))) isQuoted = !isQuoted
    if (isQuoted) continue
    if ((sign === '\n' || sign === '\r') && isBegun) break
    if (sign.trim() !== '') isBegun = true
    const count = counts.get(sign)
    if (count !== undefined) counts.set(sign, count + 1)
  }
  let delimiter = ','
  for (const [sign, count] of counts) if (count > (counts.get(delimiter) ?? 0)) delimiter = sign
  return {start, delimiter}
}

interface Row {
  readonly fields: readonly CsvText[]
  readonly span: Span<'source'>
  /** Where the next row starts. */
  readonly next: number
  readonly isBlank: boolean
}

function readRow(text: string, start: number, delimiter: string, report: Report): Row {
  const fields: CsvText[] = []
  for (let at = start; ; at++) {
    const isQuoted = text[at] === '"'
    const field = isQuoted ? readQuoted(text, at, delimiter, report) : readBare(text, at, delimiter)
    if (field === undefined)
      return {fields, span: {start, end: text.length}, next: text.length, isBlank: fields.length === 0}
    fields.push(field)
    at = field.span.end
    // Blank space between a closing mark and the delimiter.
    while (isQuoted && text[at] === ' ') at++
    if (text[at] === delimiter) continue
    const {end} = field.span
    const next = text.startsWith('\r\n', at) ? at + 2 : at + 1
    const isBlank = fields.length === 1 && text.slice(start, end).trim() === ''
    return {fields, span: {start, end}, next, isBlank}
  }
}

function readBare(text: string, start: number, delimiter: string): CsvText {
  let end = start
  for (; end < text.length; end++) {
    const sign = text[end]
    if (sign === delimiter || sign === '\n' || sign === '\r') break
  }
  return new CsvText(text, start, end, 'bare', delimiter)
}

/** A mark that no delimiter, line break or second mark follows was meant as a character. */
function readQuoted(text: string, start: number, delimiter: string, report: Report): CsvText | undefined {
  let quoting: Quoting = 'quoted'
  for (let at = start + 1; ; ) {
    const mark = text.indexOf('"', at)
    if (mark < 0) {
      report('unclosed', {start, end: start + 1})
      return undefined
    }
    if (text[mark + 1] === '"') {
      at = mark + 2
      continue
    }
    let follow = mark + 1
    while (text[follow] === ' ') follow++
    const sign = text[follow]
    if (sign === undefined || sign === delimiter || sign === '\n' || sign === '\r')
      return new CsvText(text, start, mark + 1, quoting, delimiter)
    report('mark', {start: mark, end: mark + 1})
    quoting = 'broken'
    at = mark + 1
  }
}

/** A field of a CSV file, decoded when it is asked for. */
class CsvText implements TextValue {
  readonly type = 'text'
  readonly span: Span<'source'>
  private readonly file: string
  private readonly quoting: Quoting
  private readonly delimiter: string
  private decoded: Literal | undefined

  constructor(file: string, start: number, end: number, quoting: Quoting, delimiter: string) {
    this.file = file
    this.span = {start, end}
    this.quoting = quoting
    this.delimiter = delimiter
  }

  get text(): string {
    if (this.quoting === 'broken') return this.literal.text
    const {start, end} = this.span
    return this.quoting === 'bare'
      ? this.file.slice(start, end)
      : this.file.slice(start + 1, end - 1).replaceAll('""', '"')
  }

  get literal(): Literal {
    this.decoded ??= csvLiteral(this.file.slice(this.span.start, this.span.end), this.quoting, this.delimiter)
    return this.decoded
  }
}
