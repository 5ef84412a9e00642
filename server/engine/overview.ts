import {principles} from '../../rules/kit/types.ts'
import type {FileReport} from './check-file.ts'
import type {Score} from './report.ts'

/** How a whole file stands, in a few words. */
export interface Overview {
  readonly score: Score
  readonly explanation: string
  readonly findings: number
}

/** Sums a file up: its one document, or the mean of its replies and the riskiest of them. */
export function overviewOf({documents}: FileReport): Overview {
  const findings = documents.reduce((sum, {report}) => sum + report.findings.length, 0)
  const [only] = documents
  if (only !== undefined && documents.length === 1) {
    const {score, explanation} = only.report
    return {score, explanation, findings}
  }
  const mean = (name: keyof Score): number =>
    documents.length === 0
      ? 0
      : Math.round(documents.reduce((sum, {report}) => sum + report.score[name], 0) / documents.length)
  const [knowledge, intent, understanding, standing] = principles.map(mean)
  const score = {
    overall: mean('overall'),
    knowledge: knowledge ?? 0,
    intent: intent ?? 0,
    understanding: understanding ?? 0,
    standing: standing ?? 0,
  }
  return {score, explanation: explanationOf(documents), findings}
}

function explanationOf(documents: FileReport['documents']): string {
  if (documents.length === 0) return ''
  const worst = documents.reduce((a, b) => (b.report.score.overall > a.report.score.overall ? b : a))
  if (worst.report.score.overall === 0) return `${documents.length} replies, and no known trigger of pushback.`
  return `${documents.length} replies. The riskiest is “${worst.reply?.title ?? ''}” with ${worst.report.score.overall} of 100.`
}
