import {createHash} from 'node:crypto'
import {trimmed} from '../formats/exports/macro-file.ts'

/** What tells a reply's text from any other; the sort of line breaks, and those at its end, count for nothing. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(trimmed(text).replace(/\r\n?/g, '\n'), 'utf8').digest('hex').slice(0, 16)
}
