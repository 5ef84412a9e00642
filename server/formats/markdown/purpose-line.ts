import {isMap, isScalar, type Pair, parseDocument, type YAMLMap} from 'yaml'
import type {Purpose, Span} from '../../../rules/kit/types.ts'
import {isTooDeep} from '../values/yaml-tokens.ts'
import {frontMatterEnd, readFrontMatter} from './front-matter.ts'

/** Where a writer looks for a reply's purpose: its line in the front matter, else the front matter, else the first line. */
export function purposeSpan(text: string): Span<'source'> {
  const {start, end, pairs} = headOf(text)
  const purpose = pairs.find(pair => keyOf(pair) === 'purpose')
  if (purpose !== undefined) return lineAt(text, start + (rangeOf(purpose.key)?.[0] ?? 0))
  return start < end ? {start: 0, end} : lineAt(text, start)
}

/** The edit that makes the front matter say `purpose`, or undefined where its YAML leaves no exact place for it. */
export function purposeEdit(
  text: string,
  purpose: Purpose,
): {readonly span: Span<'source'>; readonly text: string} | undefined {
  const edit = candidateOf(text, purpose)
  if (edit === undefined) return undefined
  const after = readFrontMatter(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end))
  // YAML has many forms, so what the edit makes of it is read again.
  const {title, end, directives, problems} = readFrontMatter(text)
  const kept = after.title === title && after.directives.length === directives.length
  const grown = edit.text.length - (edit.span.end - edit.span.start)
  const isExact = after.purpose === purpose && kept && (end <= 1 || after.end === end + grown)
  return isExact && after.problems.length <= problems.length ? edit : undefined
}

function candidateOf(text: string, purpose: Purpose): ReturnType<typeof purposeEdit> {
  const {start, end, pairs} = headOf(text)
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  if (start === end)
    return {
      span: {start, end: start},
      text: `---${eol}purpose: ${purpose}${eol}---${eol}${start < text.length ? eol : ''}`,
    }
  const pair = pairs.find(each => keyOf(each) === 'purpose')
  if (pair === undefined) {
    const title = rangeOf(pairs.find(each => keyOf(each) === 'title')?.value)
    const at = title === undefined ? start : nextLine(text, start + Math.max(title[0], title[1] - 1))
    return {span: {start: at, end: at}, text: `purpose: ${purpose}${eol}`}
  }
  const value = rangeOf(pair.value)
  const key = rangeOf(pair.key)
  if (value !== undefined && value[0] < value[1])
    return {span: {start: start + value[0], end: start + value[1]}, text: purpose}
  const colon = key && text.indexOf(':', start + key[1])
  return colon === undefined ? undefined : {span: {start: colon + 1, end: colon + 1}, text: ` ${purpose}`}
}

interface Head {
  /** Where the YAML starts, behind its opening line; where the text starts if it has none. */
  readonly start: number
  /** Behind the closing line. */
  readonly end: number
  readonly pairs: readonly Pair[]
}

function headOf(text: string): Head {
  const end = frontMatterEnd(text)
  if (end <= 1) return {start: end, end, pairs: []}
  const start = nextLine(text, 0)
  const yaml = text
    .slice(start, end)
    .replace(/\r(?!\n)/g, '\n')
    .replace(/(?:---|\.\.\.)[ \t]*(?:\r\n|\n)?$/, '')
  if (isTooDeep(yaml)) return {start, end, pairs: []}
  try {
    const {contents} = parseDocument(yaml, {logLevel: 'silent', schema: 'failsafe', uniqueKeys: false})
    return {start, end, pairs: isMap(contents) ? (contents as YAMLMap).items : []}
  } catch {
    // The YAML library runs out of stack on very deep nesting.
    return {start, end, pairs: []}
  }
}

function keyOf({key}: Pair): unknown {
  return isScalar(key) ? key.value : undefined
}

function rangeOf(node: unknown): readonly [start: number, end: number] | undefined {
  if (!isScalar(node) || !node.range) return undefined
  return [node.range[0], node.range[1]]
}

function lineAt(text: string, offset: number): Span<'source'> {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const rest = /[\r\n]/.exec(text.slice(offset))
  return {start: start === 0 && text.startsWith('\ufeff') ? 1 : start, end: rest ? offset + rest.index : text.length}
}

/** The start of the line behind the one that holds `offset`. */
function nextLine(text: string, offset: number): number {
  const found = /\r\n|\n|\r/.exec(text.slice(offset))
  return found ? offset + found.index + found[0].length : text.length
}
