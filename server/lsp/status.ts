import {overviewOf} from '../engine/overview.ts'
import type {Score} from '../engine/report.ts'
import type {Analysis} from './analysis.ts'
import type {Session} from './session.ts'

/** The notification that tells a client, if it asked for it, how a document stands. */
export const statusMethod = 'poise/status'

/** What `poise/status` says of a version of an open document. */
export interface Status {
  readonly uri: string
  readonly version: number
  readonly kind: 'article' | 'macro'
  readonly score: Score
  readonly explanation: string
  readonly findings: number
  /** How many documents of the file were checked: none where it holds no article or reply, or none in English. */
  readonly checked: number
}

/** Tells the client how an open document stands; a configuration file has no score. */
export function sendStatus({connection, client, configuration}: Session, {document, report}: Analysis): void {
  if (!client.status || configuration.counts(document.uri)) return
  const {score, explanation, findings} = overviewOf(report)
  const status: Status = {
    uri: document.uri,
    version: document.version,
    kind: report.kind,
    score,
    explanation,
    findings,
    checked: report.documents.filter(each => !each.report.foreign).length,
  }
  connection.sendNotification(statusMethod, status).catch(() => undefined)
}
