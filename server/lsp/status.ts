import {overviewOf} from '../engine/overview.ts'
import type {Score} from '../engine/report.ts'
import {type Analysis, recordedCount} from './analysis.ts'
import {isBaseline} from './configuration.ts'
import {shownOf} from './diagnostics.ts'
import {leftOut} from './quarantine.ts'
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
  /** How many findings the team has recorded; they are not among `findings`. */
  readonly recorded: number
  /** How many of the findings are shown, where a limit cuts them. */
  readonly shown?: number
  /** Whether it is not checked since servers died at it. */
  readonly leftOut?: true
  /** The size in bytes that is the limit, where the file is over it. */
  readonly largerThan?: number
}

/** Tells the client how an open document stands; a file of settings has no score. */
export function sendStatus({connection, client, configuration, settingsFor}: Session, analysis: Analysis): void {
  const {document, report, largerThan} = analysis
  if (!client.status || configuration.isConfig(document.uri) || isBaseline(document.uri)) return
  const {score, explanation, findings} = overviewOf(report)
  const {shown, all} = shownOf(analysis, settingsFor(document.uri))
  const status: Status = {
    uri: document.uri,
    version: document.version,
    kind: report.kind,
    score,
    explanation,
    findings,
    checked: report.documents.filter(each => !each.report.foreign).length,
    recorded: recordedCount(analysis),
    ...(shown < all && {shown}),
    ...(report.ownProblems.some(({code}) => code === leftOut) && {leftOut: true as const}),
    ...(largerThan !== undefined && {largerThan}),
  }
  connection.sendNotification(statusMethod, status).catch(() => undefined)
}
