import type {Analysis} from './analysis.ts'
import {asRecord} from './capabilities.ts'
import type {Fix} from './fix.ts'

/** What an action carries to the client and back, so that its edit is computed when it is chosen. */
export interface Ticket {
  readonly uri: string
  readonly version: number
  /** Some clients never count versions, so the text itself is compared too. */
  readonly text: number
  readonly fix: Fix
}

/** The ticket of a fix that is offered for the document as it is now. */
export function ticketFor({document}: Analysis, fix: Fix): Ticket {
  return {uri: document.uri, version: document.version, text: hash(document.getText()), fix}
}

/** The ticket that came back, or undefined where it is none of ours. */
export function readTicket(data: unknown): Ticket | undefined {
  const {uri, version, text, fix} = asRecord(data)
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof text !== 'number') return undefined
  return {uri, version, text, fix: asRecord(fix) as unknown as Fix}
}

/** Whether the document is still the one that the ticket was made for. */
export function isFor({version, text}: Ticket, analysis: Analysis | undefined): analysis is Analysis {
  return analysis !== undefined && analysis.document.version === version && hash(analysis.document.getText()) === text
}

/** FNV-1a over the UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}
