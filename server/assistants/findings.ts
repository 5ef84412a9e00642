import type {FileReport} from '../engine/check-file.ts'
import {applyEdits} from '../engine/fix.ts'
import {locateIn} from '../engine/positions.ts'
import type {Finding, Suggestion} from '../engine/report.ts'
import {plainSlots} from '../engine/slots.ts'
import type {CheckedDraft} from './draft.ts'
import {rulesOf} from './rules.ts'

/** The most findings of one answer, so that it stays one that an assistant reads whole. */
export const mostFindings = 50
const longest = 600

/** The findings of a text as an assistant reads them: the words, why, and what the passage becomes by each rewrite; exact edits on demand. */
export function describedFindings(
  {text, config, report}: CheckedDraft,
  findings: readonly Finding[],
  withEdits: boolean,
): readonly object[] {
  const locate = locateIn(text)
  const whys = new Map(rulesOf(config).map(({id, why}) => [id, why]))
  return findings.slice(0, mostFindings).map(({rule, principle, severity, level, message, span, suggestions}) => {
    const {line, column} = locate(span).start
    return {
      rule,
      principle,
      severity,
      line,
      column,
      // What the whole reply lacks has no words of its own.
      ...(level !== 'document' && {words: text.slice(span.start, span.end)}),
      message,
      why: whys.get(rule) ?? '',
      ...replyAt(report, span.start),
      rewrites: suggestions.map(suggestion => describedRewrite(text, suggestion, withEdits)),
    }
  })
}

function replyAt({documents}: FileReport, at: number): object {
  const reply = documents.find(each => each.reply && each.reply.span.start <= at && at < each.reply.span.end)?.reply
  return reply === undefined ? {} : {reply: reply.title}
}

function describedRewrite(text: string, {title, safety, edits}: Suggestion, withEdits: boolean): object {
  const first = edits[0]?.span.start ?? 0
  const last = edits.at(-1)?.span.end ?? 0
  const from = text.lastIndexOf('\n', first - 1) + 1
  const lineEnd = text.indexOf('\n', last)
  const to = lineEnd < 0 ? text.length : lineEnd
  const inside = edits.map(({span, text: written}) => ({
    text: written,
    span: {start: span.start - from, end: span.end - from},
  }))
  const passage = plainSlots(applyEdits(text.slice(from, to), inside)).trim()
  return {
    title: plainSlots(title),
    safety,
    ...(passage.length <= longest && {passage}),
    ...(withEdits && {
      edits: edits.map(({span: {start, end}, text: written}) => ({start, end, text: plainSlots(written)})),
    }),
  }
}
