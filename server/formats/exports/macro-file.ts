import {isMap, isScalar, parseDocument, stringify} from 'yaml'
import type {Purpose, Span} from '../../../rules/kit/types.ts'
import {frontMatterEnd} from '../markdown/front-matter.ts'
import {eolOf} from '../prose/line-breaks.ts'
import type {BodySyntax} from '../shapes/shape.ts'

/** Which reply of which export a macro file was made of. */
export interface Origin {
  /** The export, as seen from the folder that was imported to. */
  readonly file: string
  /** Which of its replies, from 1. */
  readonly index: number
  readonly id?: string
  /** Its title there; absent where it has none. */
  readonly title?: string
  /** Of its text as it was then. */
  readonly fingerprint: string
}

/** What the front matter of a macro file says. */
export interface MacroHead {
  readonly title: string
  readonly id?: string
  readonly purpose?: Purpose
  readonly tags?: readonly string[]
  readonly inactive?: true
  readonly as: BodySyntax
  readonly origin: Origin
}

/** A macro file, taken apart. */
export interface MacroFile {
  readonly title?: string
  /** Absent where the file was not imported, or its origin is not whole. */
  readonly origin?: Origin
  /** Its reply, without the line breaks at the end. */
  readonly body: string
  /** The line break of its front matter. */
  readonly eol: string
}

/** Writes a macro file; undefined where its text would not read the same again. */
export function writeMacroFile(head: MacroHead, text: string): string | undefined {
  const {title, id, purpose, tags, inactive, as, origin} = head
  const fields = {title, id, purpose, tags, inactive, as, origin}
  return assemble(stringify(fields, yamlStyle), text)
}

/**
 * Writes a macro file anew with another text and origin. What else its front matter says is kept; the title too, if it isn't the one that was
 * imported.
 */
export function refreshMacroFile(before: string, head: MacroHead, text: string): string | undefined {
  const {yaml} = frontOf(before)
  const file = readMacroFile(before)
  const document = parseDocument(yaml, {prettyErrors: false, logLevel: 'silent'})
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  const isOwnTitle = file.title !== undefined && file.title !== file.origin?.title
  const {title, id, purpose, tags, inactive, as, origin} = head
  const fields = {
    ...(!isOwnTitle && {title}),
    ...(id !== undefined && {id}),
    ...(purpose !== undefined && {purpose}),
    ...(tags !== undefined && {tags}),
    as,
    origin,
  }
  for (const [name, value] of Object.entries(fields)) document.set(name, document.createNode(value))
  if (inactive) document.set('inactive', true)
  else document.delete('inactive')
  return assemble(document.toString(yamlStyle), text)
}

const yamlStyle = {lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: 1_000_000} as const
/** Half of a surrogate pair, or what makes a file binary. */
const unwritable = /\p{Cs}|\0/u

function assemble(yaml: string, text: string): string | undefined {
  const body = trimmed(text)
  if (unwritable.test(body)) return undefined
  const eol = eolOf(body)
  // A carriage return at the end would become one line break with a line feed behind it.
  const front = `---\n${yaml}---\n`.replaceAll('\n', eol)
  const file = front + body + eol
  return readMacroFile(file).body === body && frontMatterEnd(file) === front.length ? file : undefined
}

/** Reads a macro file. */
export function readMacroFile(text: string): MacroFile {
  const {yaml, end} = frontOf(text)
  const title = scalarIn(yaml, ['title'])?.value
  const origin = originIn(yaml)
  return {
    ...(title !== undefined && {title}),
    ...(origin !== undefined && {origin}),
    body: trimmed(text.slice(end)),
    eol: eolOf(text),
  }
}

/** The same macro file with another fingerprint of what the export says; undefined where it has none. */
export function withFingerprint(text: string, fingerprint: string): string | undefined {
  const {yaml, start} = frontOf(text)
  const found = scalarIn(yaml, ['origin', 'fingerprint'])
  if (found === undefined) return undefined
  const {span} = found
  return text.slice(0, start + span.start) + stringify(fingerprint).trimEnd() + text.slice(start + span.end)
}

interface Front {
  readonly yaml: string
  readonly start: number
  readonly end: number
}

/** The YAML, every character in its place. */
function frontOf(text: string): Front {
  const end = frontMatterEnd(text)
  const start = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? end
  const yaml = text.slice(start, end).replace(/\r(?!\n)/g, '\n')
  return {yaml: yaml.replace(/(?:---|\.\.\.)[ \t]*(?:\r\n|\n)?$/, ''), start, end}
}

function originIn(yaml: string): Origin | undefined {
  const value = (name: string): string | undefined => scalarIn(yaml, ['origin', name])?.value
  const [file, fingerprint, index, id, title] = ['file', 'fingerprint', 'index', 'id', 'title'].map(value)
  if (file === undefined || fingerprint === undefined || !/^\d{1,9}$/.test(index ?? '')) return undefined
  return {file, index: Number(index), fingerprint, ...(id !== undefined && {id}), ...(title !== undefined && {title})}
}

interface Found {
  readonly value: string
  readonly span: Span<'source'>
}

let last: {readonly yaml: string; readonly document: ReturnType<typeof parseDocument> | undefined} | undefined

function scalarIn(yaml: string, path: readonly string[]): Found | undefined {
  if (last?.yaml !== yaml) last = {yaml, document: parsed(yaml)}
  try {
    const node = last.document?.getIn(path, true)
    if (!isScalar(node) || typeof node.value !== 'string') return undefined
    const [start = 0, end = 0] = node.range ?? []
    return {value: node.value, span: {start, end}}
  } catch {
    return undefined
  }
}

function parsed(yaml: string): ReturnType<typeof parseDocument> | undefined {
  try {
    const document = parseDocument(yaml, {
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'failsafe',
      uniqueKeys: false,
    })
    return document.errors.length === 0 ? document : undefined
  } catch {
    // The YAML library runs out of stack on very deep nesting.
    return undefined
  }
}

/** A text without the line breaks at its end, which an editor adds or takes away as it likes. */
export function trimmed(text: string): string {
  return text.slice(0, text.length - endOf(text).length)
}

/** The line breaks at the end of a text. */
function endOf(text: string): string {
  let at = text.length
  while (at > 0 && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--
  return text.slice(at)
}

/**
 * The text of a macro file as it is put back in the place of `there`: with the line breaks at its end, and with its line breaks throughout where git
 * or an editor has changed those of the whole file.
 */
export function textFor({body, eol}: MacroFile, there: string): string {
  const own = eolOf(there)
  const isMixed = there.replaceAll(own, '').search(/[\r\n]/) >= 0
  const text = eol === own || isMixed ? body : body.replace(/\r\n|\n|\r/g, own)
  return text + endOf(there)
}
