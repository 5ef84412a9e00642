import {type Hover, type MarkupContent, MarkupKind, type Position} from 'vscode-languageserver'
import {principleText} from '../../rules/kit/principles.ts'
import type {Finding} from '../engine/report.ts'
import {rulePage} from '../engine/rule-page.ts'
import {type Analysis, shownIn} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {oneLine, toRange} from './diagnostics.ts'
import {purposeAt} from './purpose.ts'
import type {Say} from './words.ts'

/** The most that a hover may hold, in UTF-16 code units. */
const limit = 2000

/** What, why, an example and the principle of the first finding at `position`, else what the reply is for; undefined where there is neither. */
export function hoverAt(analysis: Analysis, position: Position, client: Client): Hover | undefined {
  const {document} = analysis
  const offset = document.offsetAt(position)
  const here = shownIn(analysis, {start: offset, end: offset})
  const [first] = here.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
  if (first === undefined) return purposeHover(analysis, offset, client)
  return {
    contents: client.markdownHover ? markdown(first) : plain(client.t, first),
    range: toRange(document, first.span),
  }
}

function markdown(finding: Finding): MarkupContent {
  const example = exampleOf(finding)
  const page = rulePage(finding.by)
  const name = escapeMarkdown(finding.rule)
  const link = page === undefined ? name : `[${name}](${page})`
  // What a team has written is text, whatever it looks like.
  const shown = page === undefined ? escapeMarkdown : (text: string) => text
  return {
    kind: MarkupKind.Markdown,
    value: fit([
      `**${escapeMarkdown(cut(finding.message))}**`,
      ...whyOf(finding).map(escapeMarkdown),
      [link, ...principleOf(finding).map(escapeMarkdown)].join(' · '),
      ...(example ? [`~~${shown(example.bad)}~~  \n→ ${shown(example.better)}`] : []),
    ]),
  }
}

function plain(t: Say, finding: Finding): MarkupContent {
  const example = exampleOf(finding)
  const page = rulePage(finding.by)
  return {
    kind: MarkupKind.PlainText,
    value: fit([
      cut(finding.message),
      ...whyOf(finding),
      [[finding.rule, ...principleOf(finding)].join(' · '), ...(page === undefined ? [] : [page])].join('\n'),
      ...(example ? [`${t('Instead of: {0}', example.bad)}\n${t('Better: {0}', example.better)}`] : []),
    ]),
  }
}

/** Why the rule marks it, where it says so. */
function whyOf({by: {why}}: Finding): readonly string[] {
  return why === '' ? [] : [cut(why)]
}

/** The principle that the rule serves; a style's rule serves none. */
function principleOf({principle, by}: Finding): readonly string[] {
  const {name, asks} = principleText[principle]
  return by.outside === undefined ? [`${name}: ${asks}`] : []
}

/** What the reply is for and what it owes by that, where a writer looks for its purpose. */
function purposeHover(analysis: Analysis, offset: number, client: Client): Hover | undefined {
  const {document} = analysis
  const found = purposeAt(analysis, offset)
  if (found === undefined) return undefined
  const {purpose, span, source: place} = found
  const {is, given, owes} = purpose
  const {t} = client
  const lines = owes.map(({name, isMet}) => `- ${isMet ? t('says {0}', name) : t('doesn’t say yet {0}', name)}`)
  const stated = place === 'file' ? t('as its file says') : t('as its front matter says')
  const source = given ? stated : t('inferred from its text')
  const parts = (shown: string) => [
    t('Purpose: {0} ({1})', shown, source),
    [t('What it owes its reader:'), ...lines].join('\n'),
  ]
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

/** The first example that says what is better; a team's rule has texts that are fine instead. */
function exampleOf({by}: Finding): {readonly bad: string; readonly better: string} | undefined {
  const good =
    rulePage(by) !== undefined ? undefined : by.examples.flatMap(each => ('good' in each ? [each.good] : []))[0]
  for (const example of by.examples) {
    const better = 'bad' in example ? (example.better ?? good) : undefined
    if ('bad' in example && better !== undefined) return {bad: unmarked(example.bad), better: unmarked(better)}
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
