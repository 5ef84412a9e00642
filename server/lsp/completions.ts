import {type CompletionItem, type CompletionParams, CompletionTriggerKind} from 'vscode-languageserver'
import {placeholderSort} from '../../rules/kit/placeholder-sort.ts'
import {isPageName, type OpenFile} from '../formats/files/file.ts'
import {frontMatterEnd} from '../formats/markdown/front-matter.ts'
import {completionsOf} from '../formats/placeholders/placeholder-systems.ts'
import {syntaxOf} from '../formats/shapes/index.ts'
import {jsonStringAt} from '../formats/values/json.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {lineItems} from './completion-lines.ts'
import {begunAt, placeholderItems} from './completion-placeholders.ts'
import {type Spot, spotAt} from './completion-spot.ts'

/** What can be written at a place in a reply: lines where a sentence begins, and the placeholders of the file's system. */
export function completionsAt(
  analysis: Analysis,
  {position, context}: Pick<CompletionParams, 'position' | 'context'>,
  client: Client,
): CompletionItem[] {
  const {document, file} = analysis
  if (file === undefined || file.kind !== 'macro') return []
  const offset = document.offsetAt(position)
  if (isPageName(document.uri) && offset < frontMatterEnd(file.text)) return []
  if (isCostly(analysis, offset)) return []
  const begun = begunAt(file, offset)
  if (begun !== undefined) {
    return spotAt(file, begun.span) === undefined ? [] : [...placeholderItems(analysis, begun.span, begun)]
  }
  if (context?.triggerKind === CompletionTriggerKind.TriggerCharacter) return []
  const typed = typedAt(file, offset)
  if (typed === undefined) return []
  const {spot, start} = typed
  const place = {start, end: offset}
  return [
    ...lineItems(analysis, {spot, ...place, customer: customerIn(file)}, client),
    ...placeholderItems(analysis, place, undefined),
  ]
}

/** A file with more characters is not read as a whole for this; of JSON alone is only the string read that is edited. */
const large = 500_000

function isCostly({document, file}: Analysis, offset: number): boolean {
  if (file === undefined || file.text.length < large) return false
  if (syntaxOf(document.uri) !== 'json') return true
  return !file.parts.some(({base, reply}) => {
    if (reply === undefined || offset <= base || offset > reply.span.end) return false
    return offset < (jsonStringAt(file.text, base)?.span.end ?? 0)
  })
}

/** The place at `offset` with the letters in front of it, which the writer typed to find something. */
function typedAt(file: OpenFile, offset: number): {readonly spot: Spot; readonly start: number} | undefined {
  const here = spotAt(file, {start: offset, end: offset})
  if (here === undefined) return undefined
  const {block, word, part} = here
  const letters = /[\p{L}\p{N}]{0,40}$/u.exec(block.prose.slice(0, word.start))?.[0].length ?? 0
  if (letters === 0) return {spot: here, start: offset}
  if (/^[\p{L}\p{N}]/u.test(block.prose.slice(word.end, word.end + 2))) return undefined
  // An escape may stand among them, and then this is no word that somebody types.
  const start = offset - letters
  const written = block.map.toEditable({start: word.start - letters, end: word.start})
  if (written === undefined || written.start + part.base !== start || written.end + part.base !== offset)
    return undefined
  const spot = spotAt(file, {start, end: offset})
  return spot && {spot, start}
}

/** How the system of a file writes the customer's name. */
function customerIn({system}: OpenFile): string | undefined {
  return system && completionsOf(system).find(({insert}) => placeholderSort(insert) === 'name')?.insert
}
