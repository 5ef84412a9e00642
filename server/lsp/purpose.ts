import type {Span} from '../../rules/kit/types.ts'
import type {ReplyPurpose} from '../engine/report.ts'
import {purposeSpan} from '../formats/markdown/purpose-line.ts'
import type {Analysis} from './analysis.ts'

/** What a reply is for, with the place where that is shown. */
export interface ShownPurpose {
  readonly purpose: ReplyPurpose
  readonly span: Span<'source'>
  /** Where a purpose that is given stands. */
  readonly source: 'front matter' | 'file'
}

/** The purpose of the reply that is the whole file, at its front matter or first line; undefined where there are several. */
export function filePurpose({document, report: {documents}}: Analysis): ShownPurpose | undefined {
  const [only] = documents
  const purpose = documents.length === 1 && only?.reply === undefined ? only?.report.purpose : undefined
  return purpose && {purpose, span: purposeSpan(document.getText()), source: 'front matter'}
}

/** The purpose that is shown at an offset: at the head of a file, or at the title of a reply in it. */
export function purposeAt(analysis: Analysis, offset: number): ShownPurpose | undefined {
  const whole = filePurpose(analysis)
  if (whole !== undefined) return holds(whole.span, offset) ? whole : undefined
  for (const {reply, report} of analysis.report.documents) {
    if (reply !== undefined && holds(reply.titleSpan, offset) && report.purpose !== undefined)
      return {purpose: report.purpose, span: reply.titleSpan, source: 'file'}
  }
  return undefined
}

const holds = ({start, end}: Span<'source'>, offset: number): boolean => start <= offset && offset <= end
