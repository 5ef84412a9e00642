import type {Root} from 'nlcst'
import type {DocumentKind} from '../../rules/kit/types.ts'
import type {Block} from '../formats/format.ts'
import {placeholdersIn} from '../formats/placeholders/placeholders.ts'
import {type Draft, startDraft} from '../formats/prose/draft.ts'
import {eolOf, normaliseBreaks} from '../formats/prose/line-breaks.ts'
import {type Encode, sourceMap} from '../formats/prose/source-map.ts'
import {paragraphsOf, type Run, runsOf} from './nlcst-runs.ts'

/** What the paragraphs of a tree lie in. */
export interface Surroundings {
  /** The text of the file that the tree's offsets count in. */
  readonly source: string
  readonly kind: DocumentKind
  readonly encode: Encode
}

/** The paragraphs of an nlcst tree as blocks; those whose words can't be placed in the file are left out. */
export function blocksOf(tree: Root, surroundings: Surroundings): readonly Block[] {
  const text = normaliseBreaks(surroundings.source)
  const eol = eolOf(surroundings.source)
  return paragraphsOf(tree).flatMap(paragraph => {
    const runs = runsOf(paragraph, text)
    const [first, last] = [runs?.[0], runs?.at(-1)]
    if (runs === undefined || first === undefined || last === undefined) return []
    const {kind, encode} = surroundings
    const draft = startDraft()
    for (const run of runs) addRun(draft, run, text, kind)
    const {prose, marks, pieces} = draft.finish(kind === 'macro')
    if (prose.trim() === '') return []
    const block = blockKindAt(text, first.from, last.to)
    const follow = text.charAt(last.to)
    const place = {block, document: kind, prefix: undefined, follow, encode}
    const depth = block === 'paragraph' ? 0 : 1
    const ordered = block === 'item' && /\d[.)]\s+$/.test(lineBefore(text, first.from))
    const map = sourceMap(pieces, prose, 0, place, eol)
    return [{kind: block, depth, ordered, quoted: false, prose, marks, map, content: {}}]
  })
}

function addRun(draft: Draft, {kind, shown, from, to}: Run, text: string, document: DocumentKind): void {
  if (kind === 'source') draft.object('code', text.slice(from, to), from, to)
  else if (kind === 'text') addText(draft, shown, from, document)
  else if (kind === 'break') draft.lineBreak(from, to)
  else if (kind === 'soft') draft.softBreak(from, to)
  else draft.character(shown, from, to)
}

function addText(draft: Draft, text: string, from: number, document: DocumentKind): void {
  let done = 0
  for (const {start, end} of placeholdersIn(text, document)) {
    draft.text(text.slice(done, start), from + done)
    draft.object('placeholder', text.slice(start, end), from + start, from + end)
    done = end
  }
  draft.text(text.slice(done), from + done)
}

/** The tree says nothing of headings and lists; what stands around a paragraph in Markdown or HTML does. */
function blockKindAt(text: string, from: number, to: number): Block['kind'] {
  const before = lineBefore(text, from)
  if (/^ {0,3}#{1,6}[ \t]+$|<h[1-6]\b[^<>]*>\s*$/i.test(before)) return 'heading'
  if (/^\r?\n? {0,3}(?:=+|-+)[ \t]*(?:\n|$)/.test(text.slice(to, to + 200)) && /^\s*$/.test(before)) return 'heading'
  return /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$|<li\b[^<>]*>\s*$/i.test(before) ? 'item' : 'paragraph'
}

function lineBefore(text: string, from: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', from - 1) + 1, from - 200), from)
}
