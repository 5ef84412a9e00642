import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import {rules as allRules} from '../../rules/index.generated.ts'
import type {DocumentKind, Span} from '../../rules/kit/types.ts'
import {check} from '../engine/check.ts'
import {applyEdits} from '../engine/fix.ts'
import {makeMemory} from '../engine/memory.ts'
import {locateIn} from '../engine/positions.ts'
import type {Edit, Finding} from '../engine/report.ts'
import {ownRulePage} from '../engine/rule-page.ts'
import {plainSlots} from '../engine/slots.ts'
import {htmlEncoder} from '../formats/html/encode-html.ts'
import {isEnglish} from '../formats/language/language.ts'
import {encodeMarkdown} from '../formats/markdown/encode-markdown.ts'
import type {Encode} from '../formats/prose/source-map.ts'
import {encodePlain} from '../formats/text/encode-plain.ts'
import {isMacroName} from '../workspace/macro-name.ts'
import {blocksOf} from './nlcst-blocks.ts'
import {directivesOf} from './nlcst-directives.ts'
import {planFor, type RuleSettings} from './options.ts'

export type {RuleSettings} from './options.ts'

/** What the texts are, and how to look at them. */
export interface RetextPoiseOptions {
  /** By default a file named `.macro.md` is a macro, and any other an article. */
  readonly kind?: DocumentKind
  readonly rules?: RuleSettings
}

/** Rules about whole documents need headings and lists, which an nlcst tree does not tell. */
const sentenceRules = allRules.filter(({level}) => level !== 'document')

/**
 * A retext plugin: marks the phrases that make a customer push back, as messages with `source` "poise" and the rule as `ruleId`. A message
 * has the reason in `note`, and in `expected` what the words at its place may become, the best first; a fact that only the writer has
 * stands in square brackets. Hints are informational. Throws a RangeError where an option has a value that Poise does not know.
 */
export default function retextPoise(options: RetextPoiseOptions = {}): (tree: Root, file: VFile) => undefined {
  const planOf = (kind: DocumentKind) => planFor(kind, options.rules, sentenceRules)
  planOf(options.kind ?? 'article')
  const memory = makeMemory(20_000_000)
  return (tree, file) => {
    const source = String(file)
    if (!isEnglish(source)) return
    const kind = options.kind ?? (isMacroName(file.path ?? '') ? 'macro' : 'article')
    const blocks = blocksOf(tree, {source, kind, encode: encoderFor(file.extname)})
    const reading = {blocks, directives: directivesOf(source, blocks), problems: []}
    for (const finding of check(reading, planOf(kind), memory).findings) addMessage(file, source, finding)
  }
}

const encodeHtml = htmlEncoder({line: undefined, paragraph: undefined})

function encoderFor(extension: string | undefined): Encode {
  if (extension === '.txt') return encodePlain
  return /^\.html?$/i.test(extension ?? '') ? encodeHtml : encodeMarkdown
}

function addMessage(file: VFile, source: string, finding: Finding): void {
  const place = reachOf(finding, source)
  const details = {place: locateIn(source)(place), ruleId: finding.rule, source: 'poise'}
  const message = file.message(finding.message, details)
  message.actual = source.slice(place.start, place.end)
  message.expected = finding.suggestions.flatMap(({edits}) => rewritten(source, place, edits) ?? [])
  message.url = ownRulePage(finding.rule)
  message.note = sentenceRules.find(({id}) => id === finding.rule)?.why ?? ''
  if (finding.severity === 'hint') message.fatal = undefined
}

/** The words of a finding, and whole those that its best rewrite changes besides: “just click” for the “just” that is to go. */
function reachOf({span, suggestions}: Finding, source: string): Span<'source'> {
  const changed = (suggestions[0]?.edits ?? []).map(edit => edit.span)
  let start = Math.min(span.start, ...changed.map(each => each.start))
  let end = Math.max(span.end, ...changed.map(each => each.end))
  if (start < span.start) while (start > 0 && !isEdge(source, start, source.charAt(start))) start--
  if (end > span.end) while (end < source.length && !isEdge(source, end, source.charAt(end - 1))) end++
  return {start, end}
}

/** Whether a stretch with this first or last character can end here: not in a word, and not on a blank. */
function isEdge(source: string, at: number, inner: string): boolean {
  const insideWord = /^[\p{L}\p{N}]{2}$/u.test(source.slice(at - 1, at + 1))
  return !insideWord && !/^\s$/.test(inner)
}

/** What the words become; undefined where a rewrite reaches beyond them. */
function rewritten(source: string, {start, end}: Span<'source'>, edits: readonly Edit[]): string | undefined {
  if (edits.some(({span}) => span.start < start || span.end > end)) return undefined
  const inside = edits.map(({span, text}) => ({text, span: {start: span.start - start, end: span.end - start}}))
  return plainSlots(applyEdits(source.slice(start, end), inside))
}
