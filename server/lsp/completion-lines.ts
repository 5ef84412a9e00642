import {type CompletionItem, CompletionItemKind, InsertTextFormat} from 'vscode-languageserver'
import {principleText} from '../../rules/kit/principles.ts'
import {inStyle} from '../../rules/kit/rewrite.ts'
import {type Line, lines} from '../../rules/lines.ts'
import {seeds, seedTexts} from '../../rules/seeds.ts'
import type {ReplyPurpose} from '../engine/report.ts'
import {settingsOf} from '../engine/settings.ts'
import {plainSlots} from '../engine/slots.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {readsPlaceholder, type Spot} from './completion-spot.ts'
import {toRange} from './diagnostics.ts'

/** Where a line would stand: in the place of what is typed of its name. */
export interface Opening {
  readonly spot: Spot
  /** The characters that it replaces. */
  readonly start: number
  readonly end: number
  /** How the file's system writes the customer's name, where it has a way. */
  readonly customer: string | undefined
}

/** The lines that can be written at a place where a sentence begins, what the reply still owes first. */
export function lineItems(analysis: Analysis, opening: Opening, client: Client): readonly CompletionItem[] {
  const {spot} = opening
  const {block, blocks, word} = spot
  const before = block.prose.slice(0, word.start)
  const after = block.prose.slice(word.end)
  if (
    block.kind === 'heading' ||
    isMarked(spot) ||
    !beginsSentence(before) ||
    !/^(?:$|[\s\p{L}\p{N}“"\ufffc])/u.test(after)
  )
    return []
  const setting = settingsOf(blocks, 'macro')[blocks.indexOf(block)]
  if (setting === undefined) return []
  const write = writerAt(analysis, opening, client)
  const standing = standingOf(analysis, spot)
  const isStart = before === '' && block === blocks[0]
  const items: CompletionItem[] = []
  for (const line of lines) {
    if (line.opens && !(isStart && /^(?:$|\n)/.test(after))) continue
    for (const {tone, text} of line.variants) {
      const styled = inStyle(text, setting)
      const newText = write(/^(?:$|\s)/.test(after) ? styled : `${styled} `)
      if (newText === undefined) continue
      items.push({
        label: `${line.name}, ${tone}`,
        kind: CompletionItemKind.Snippet,
        detail: line.does,
        documentation: `${plainSlots(styled)}\n\n${reasonOf(line)}`,
        filterText: `${line.name} ${line.also ?? ''} ${tone}`,
        sortText: `${rankOf(line, standing, isStart)}${String(items.length).padStart(3, '0')}`,
        textEdit: {range: toRange(analysis.document, opening), newText},
        ...(client.snippetCompletions && {insertTextFormat: InsertTextFormat.Snippet}),
      })
    }
  }
  return items
}

/** Whether the place lies in a link or in emphasis, which a whole sentence has no place in. */
function isMarked({block, word}: Spot): boolean {
  return block.marks.some(({start, end}) => start <= word.start && word.end <= end)
}

/** Whether a sentence can begin behind `before`. */
function beginsSentence(before: string): boolean {
  return before === '' || /\n$|[.!?…:]["'”’)\]]*\s+$/.test(before)
}

/** What Poise says of the reply as it stands, without the line. */
function standingOf({report}: Analysis, {part, source}: Spot): ReplyPurpose | undefined {
  return report.documents.find(
    ({base, reply}) =>
      base === part.base &&
      (reply === undefined || (reply.span.start <= source.start && source.start <= reply.span.end)),
  )?.report.purpose
}

/** 0 for what begins the reply or is still owed, 1 for what fits its purpose, 2 for all else. */
function rankOf(line: Line, standing: ReplyPurpose | undefined, isStart: boolean): number {
  if (line.opens && isStart) return 0
  if (standing?.owes.some(({name, isMet}) => !isMet && line.pays.includes(name))) return 0
  return standing === undefined || line.fits.includes(standing.is) ? 1 : 2
}

function reasonOf({serves, principle}: Line): string {
  const seed = seeds.find(({id}) => id === serves)
  const {name, asks} = principleText[principle]
  const says = seed === undefined ? [] : [`${seed.says} (${seedTexts[seed.text]})`]
  return [...says, `${name}: ${asks}`].join('\n\n')
}

/** A slot on its way through the encoding of a format, which leaves letters and digits as they are. */
const stand = (index: number): string => `Qz${index}zq`
const stands = /Qz(\d+)zq/g

/** Writes lines as their place needs it: slots become places to type at, or stay in square brackets where that reads as a placeholder. */
function writerAt(
  {file}: Analysis,
  {spot, start, end, customer}: Opening,
  client: Client,
): (text: string) => string | undefined {
  const {block, word} = spot
  const brackets = '[first name]'
  const isRead = (raw: string): boolean =>
    file !== undefined && readsPlaceholder(file, {start, end}, `Hello ${raw} there`, raw)
  const name = customer !== undefined && isRead(customer) ? customer : undefined
  const takesBrackets = client.snippetCompletions || isRead(brackets)
  return text => {
    const slots = [...text.matchAll(/⟦([^⟧]*)⟧/g)].map(([, what = '']) => what)
    let count = 0
    const encoded = block.map.encode(
      text.replace(/⟦[^⟧]*⟧/g, () => stand(count++)),
      word,
    )
    if (encoded === undefined || (slots.length > 0 && !takesBrackets)) return undefined
    const shown = slots.map(what => (what === 'name' && name !== undefined ? name : what))
    if (!client.snippetCompletions)
      return encoded.replace(stands, (_all, index: string) => {
        const what = shown[Number(index)] ?? ''
        return what === name ? what : `[${what}]`
      })
    return escapeSnippet(encoded).replace(
      stands,
      (_all, index: string) => `\${${Number(index) + 1}:${escapeSnippet(shown[Number(index)] ?? '')}}`,
    )
  }
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
