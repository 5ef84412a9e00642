import type {Analysis} from './analysis.ts'
import {asRecord} from './capabilities.ts'
import type {Fix} from './fix.ts'

/** What an action carries to the client and back, so that its edit is computed when it is chosen. */
export interface Ticket {
  readonly uri: string
  readonly version: number
  /** Some clients never count versions, so the session's own count of texts is compared too. */
  readonly revision: string
  readonly fix: Fix
}

/** Tells the texts of this server from those of one that has crashed, which counted from the start too. */
const session = Math.random().toString(36).slice(2)

/** The ticket of a fix that is offered for the document as it is now. */
export function ticketFor({document, revision}: Analysis, fix: Fix): Ticket {
  return {uri: document.uri, version: document.version, revision: `${session} ${revision}`, fix}
}

/** The ticket that came back, or undefined where it is none of ours. */
export function readTicket(data: unknown): Ticket | undefined {
  const {uri, version, revision, fix} = asRecord(data)
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof revision !== 'string') return undefined
  return {uri, version, revision, fix: asRecord(fix) as unknown as Fix}
}

/** Whether the document is still the one that the ticket was made for. */
export function isFor({version, revision}: Ticket, analysis: Analysis | undefined): analysis is Analysis {
  return analysis?.document.version === version && revision === `${session} ${analysis.revision}`
}
