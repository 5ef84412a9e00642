import {
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
} from 'vscode-languageserver'
import type {DocumentReport} from '../engine/check-file.ts'
import {bandOf} from '../engine/score.ts'
import type {ReplyPlace} from '../formats/files/file.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import {oneLine, toRange} from './diagnostics.ts'

/** The replies of a file that holds several, as an outline; a reply that is switched off is shown as deprecated. */
export function outlineOf({document, file}: Analysis, client: Client): DocumentSymbol[] | SymbolInformation[] {
  const replies = (file?.parts ?? []).flatMap(({reply}) => (reply === undefined ? [] : [reply]))
  if (!client.nestedSymbols) {
    const symbol = ({title, span}: ReplyPlace): SymbolInformation => ({
      name: title,
      kind: SymbolKind.String,
      location: {uri: document.uri, range: toRange(document, span)},
    })
    return replies.map(symbol)
  }
  return replies.map(({title, span, titleSpan, tags, inactive}) => {
    const isInside = span.start <= titleSpan.start && titleSpan.end <= span.end
    return {
      name: oneLine(title) || '…',
      kind: SymbolKind.String,
      range: toRange(document, span),
      selectionRange: toRange(document, isInside ? titleSpan : {start: span.start, end: span.start}),
      ...(tags !== undefined && tags.length > 0 && {detail: tags.join(', ')}),
      ...(inactive && {tags: [SymbolTag.Deprecated]}),
    }
  })
}

/** The risk of each reply above it, or of the file above its first line. */
export function lensesOf({document, file, report, recorded}: Analysis): CodeLens[] {
  if (file === undefined) return []
  return report.documents.map((each, index) => {
    const range = toRange(document, each.reply?.titleSpan ?? {start: 0, end: 0})
    const known = recorded?.documents[index]?.report.findings.length ?? 0
    return {range: {start: range.start, end: range.start}, command: {title: lensTitle(each, known), command: ''}}
  })
}

function lensTitle({report, reply}: DocumentReport, recorded: number): string {
  if (report.foreign) return 'Not checked: not in English'
  const {overall} = report.score
  const findings = report.findings.length
  const nothing = recorded === 0 ? 'nothing to change' : 'nothing new'
  const count = findings === 0 ? nothing : `${findings} ${findings === 1 ? 'finding' : 'findings'}`
  const known = recorded === 0 ? [] : [`${recorded} recorded`]
  const parts = [
    `Risk ${overall} of 100: ${bandOf(overall)}`,
    count,
    ...known,
    ...(report.purpose ? [report.purpose.is] : []),
  ]
  return (reply?.inactive ? [...parts, 'switched off'] : parts).join(' · ')
}

/** Each reply can be folded away. */
export function foldsOf({document, file}: Analysis): FoldingRange[] {
  return (file?.parts ?? []).flatMap(({reply}) => {
    if (reply === undefined) return []
    const {start, end} = toRange(document, reply.span)
    return end.line > start.line ? [{startLine: start.line, endLine: end.line}] : []
  })
}
