import {type Hover, type MarkupContent, MarkupKind, type Position} from 'vscode-languageserver'
import {rules} from '../../rules/index.generated.ts'
import {principleText} from '../../rules/kit/principles.ts'
import type {Rule} from '../../rules/kit/types.ts'
import {findingsIn} from '../engine/check-file.ts'
import type {Finding} from '../engine/report.ts'
import {pageOf} from '../engine/rule-page.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {oneLine, toRange} from './diagnostics.ts'
import {purposeAt} from './purpose.ts'

/** The most that a hover may hold, in UTF-16 code units. */
const limit = 2000

/** What, why, an example and the principle of the first finding at `position`, else what the reply is for; undefined where there is neither. */
export function hoverAt(analysis: Analysis, position: Position, client: Client): Hover | undefined {
  const {document, report} = analysis
  const offset = document.offsetAt(position)
  const here = findingsIn(report, {start: offset, end: offset})
  const [first] = here.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
  if (first === undefined) return purposeHover(analysis, offset, client)
  const rule = rules.find(each => each.id === first.rule)
  return {
    contents: client.markdownHover ? markdown(first, rule) : plain(first, rule),
    range: toRange(document, first.span),
  }
}

function markdown(finding: Finding, rule: Rule | undefined): MarkupContent {
  const example = exampleOf(rule)
  const page = pageOf(finding)
  const name = escapeMarkdown(finding.rule)
  const link = page === undefined ? name : `[${name}](${page})`
  const why = finding.outside?.why ?? rule?.why
  return {
    kind: MarkupKind.Markdown,
    value: fit([
      `**${escapeMarkdown(cut(finding.message))}**`,
      ...(why ? [escapeMarkdown(cut(why))] : []),
      [link, ...principleOf(finding).map(escapeMarkdown)].join(' · '),
      ...(example ? [`~~${example.bad}~~  \n→ ${example.better}`] : []),
    ]),
  }
}

function plain(finding: Finding, rule: Rule | undefined): MarkupContent {
  const example = exampleOf(rule)
  const why = finding.outside?.why ?? rule?.why
  const page = pageOf(finding)
  return {
    kind: MarkupKind.PlainText,
    value: fit([
      cut(finding.message),
      ...(why ? [cut(why)] : []),
      [[finding.rule, ...principleOf(finding)].join(' · '), ...(page === undefined ? [] : [page])].join('\n'),
      ...(example ? [`Instead of: ${example.bad}\nBetter: ${example.better}`] : []),
    ]),
  }
}

/** The principle that a rule of ours serves. */
function principleOf({principle, outside}: Finding): readonly string[] {
  const {name, asks} = principleText[principle]
  return outside === undefined ? [`${name}: ${asks}`] : []
}

/** What the reply is for and what it owes by that, where a writer looks for its purpose. */
function purposeHover(analysis: Analysis, offset: number, client: Client): Hover | undefined {
  const {document} = analysis
  const found = purposeAt(analysis, offset)
  if (found === undefined) return undefined
  const {purpose, span, source: place} = found
  const {is, given, owes} = purpose
  const lines = owes.map(({name, isMet}) => `- ${isMet ? 'says' : 'doesn’t say yet'} ${name}`)
  const source = given ? `as its ${place} says` : 'inferred from its text'
  const parts = (shown: string) => [`Purpose: ${shown} (${source})`, ['What it owes its reader:', ...lines].join('\n')]
  const contents = client.markdownHover
    ? {kind: MarkupKind.Markdown, value: fit(parts(`**${is}**`))}
    : {kind: MarkupKind.PlainText, value: fit(parts(is))}
  return {contents, range: toRange(document, span)}
}

/** The parts as paragraphs, the last ones left out where they would not fit. */
function fit(parts: readonly string[]): string {
  let text = ''
  for (const part of parts) if (text.length + part.length + 2 <= limit) text += text === '' ? part : `\n\n${part}`
  return text
}

function exampleOf(rule: Rule | undefined): {readonly bad: string; readonly better: string} | undefined {
  for (const example of rule?.examples ?? []) {
    if ('bad' in example && example.better !== undefined)
      return {bad: unmarked(example.bad), better: unmarked(example.better)}
  }
  return undefined
}

function unmarked(example: string): string {
  return oneLine(example.replace(/[«»]/g, '').replace(/⟦([^⟧]*)⟧/g, '[$1]'))
}

function cut(text: string): string {
  const line = oneLine(text)
  return line.length <= 400 ? line : `${line.slice(0, 400).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** `text` as Markdown that shows exactly it: no link, tag or entity in it comes alive. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&:@$=]/g, '\\$&')
}
