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
import {findingsIn, type Say} from './words.ts'

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
export function lensesOf({document, file, report, recorded}: Analysis, {t}: Client): CodeLens[] {
  if (file === undefined) return []
  return report.documents.map((each, index) => {
    const range = toRange(document, each.reply?.titleSpan ?? {start: 0, end: 0})
    const known = recorded?.documents[index]?.report.findings.length ?? 0
    return {range: {start: range.start, end: range.start}, command: {title: lensTitle(t, each, known), command: ''}}
  })
}

function lensTitle(t: Say, {report, reply}: DocumentReport, recorded: number): string {
  if (report.foreign) return t('Not checked: not in English')
  const {overall} = report.score
  const findings = report.findings.length
  const nothing = recorded === 0 ? t('nothing to change') : t('nothing new')
  const count = findings === 0 ? nothing : findingsIn(t, findings)
  const known = recorded === 0 ? [] : [t('{0} recorded', recorded)]
  const parts = [
    t('Risk {0} of 100: {1}', overall, bandIn(t, overall)),
    count,
    ...known,
    ...(report.purpose ? [report.purpose.is] : []),
  ]
  return (reply?.inactive ? [...parts, t('switched off')] : parts).join(' · ')
}

function bandIn(t: Say, overall: number): string {
  const bands = {calm: t('calm'), watch: t('watch'), 'likely to invite pushback': t('likely to invite pushback')}
  return bands[bandOf(overall)]
}

/** Each reply can be folded away. */
export function foldsOf({document, file}: Analysis): FoldingRange[] {
  return (file?.parts ?? []).flatMap(({reply}) => {
    if (reply === undefined) return []
    const {start, end} = toRange(document, reply.span)
    return end.line > start.line ? [{startLine: start.line, endLine: end.line}] : []
  })
}
