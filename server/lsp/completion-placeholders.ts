import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver'
import type {Span} from '../../rules/kit/types.ts'
import type {OpenFile} from '../formats/files/file.ts'
import {completionsOf} from '../formats/placeholders/placeholder-systems.ts'
import type {SystemId} from '../formats/shapes/shape.ts'
import type {Analysis} from './analysis.ts'
import {lineBefore, readsPlaceholder} from './completion-spot.ts'
import {toRange} from './diagnostics.ts'

/** A placeholder that a writer has begun to type. */
export interface Begun {
  /** All of it, the closing brackets too that an editor put in. */
  readonly span: Span<'source'>
  /** The blank space that the writer leaves inside the brackets. */
  readonly pad: string
}

interface Brackets {
  readonly open: string
  readonly close: string
}

/** The placeholder of the file's system that is begun at `offset`; undefined where none is. */
export function begunAt({text, system}: OpenFile, offset: number): Begun | undefined {
  const brackets = system && bracketsOf(system)
  if (brackets === undefined) return undefined
  const before = lineBefore(text, offset)
  const after = text.slice(offset, offset + 120)
  return typedName(brackets, before, after, offset) ?? typedBracket(brackets, before, after, offset)
}

/** The placeholders of the file's system in the place of `span`, each only where it is read as what it is. */
export function placeholderItems(
  {document, file}: Analysis,
  span: Span<'source'>,
  begun: Begun | undefined,
): readonly CompletionItem[] {
  if (file?.system === undefined) return []
  const {open, close} = bracketsOf(file.system)
  const range = toRange(document, span)
  // What decides is the signs in it; a file is not read again for each of a hundred names.
  const read = new Map<string, boolean>()
  const isRead = (raw: string): boolean => {
    const signs = [...new Set(raw.replace(/[\p{L}\p{N}]/gu, ''))].join('')
    const known = read.get(signs) ?? readsPlaceholder(file, span, raw, raw)
    read.set(signs, known)
    return known
  }
  const items: CompletionItem[] = []
  for (const {insert, label} of completionsOf(file.system)) {
    const name = insert.slice(open.length, insert.length - close.length)
    const raw = begun === undefined ? insert : `${open}${begun.pad}${name}${begun.pad}${close}`
    if (!isRead(raw)) continue
    items.push({
      label: insert,
      kind: CompletionItemKind.Variable,
      detail: label,
      filterText: begun === undefined ? name : raw,
      sortText: `3${String(items.length).padStart(3, '0')}`,
      textEdit: {range, newText: raw},
    })
  }
  return items
}

/** What stands around a name of the system: the first placeholder shows it. */
function bracketsOf(system: SystemId): Brackets {
  const {insert = ''} = completionsOf(system)[0] ?? {}
  const [open = ''] = /^[^\p{L}]*/u.exec(insert) ?? []
  const [close = ''] = /[^\p{L}]*$/u.exec(insert) ?? []
  return {open, close}
}

const name = /^([ \t]?)[\p{L}\p{N}_.=-]*$/u
const restOfName = /^[\p{L}\p{N}_.=-]*[ \t]?/u

function typedName({open, close}: Brackets, before: string, after: string, offset: number): Begun | undefined {
  const at = before.lastIndexOf(open)
  const found = at < 0 ? null : name.exec(before.slice(at + open.length))
  if (found === null) return undefined
  const rest = restOfName.exec(after)?.[0].length ?? 0
  const end = after.startsWith(close, rest) ? rest + close.length : closersIn(close, after)
  return {span: {start: offset - before.length + at, end: offset + end}, pad: found[1] ?? ''}
}

/** “{” of “{{”: the writer is about to open one. */
function typedBracket({open, close}: Brackets, before: string, after: string, offset: number): Begun | undefined {
  for (let length = open.length - 1; length > 0; length--) {
    if (!before.endsWith(open.slice(0, length))) continue
    return {span: {start: offset - length, end: offset + closersIn(close, after)}, pad: ''}
  }
  return undefined
}

/** How many characters of the closing bracket stand there already. */
function closersIn(close: string, after: string): number {
  let length = close.length
  while (length > 0 && !after.startsWith(close.slice(close.length - length))) length--
  return length
}
