import type {Severity} from '../../rules/kit/types.ts'
import {printable} from './printable.ts'

/**
 * A finding, or a problem of a text, as one line that editors and their problem matchers read: `PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`, counted
 * from 1. The pattern `$poise` of the extension is made for it.
 */
export function compactLine(
  path: string,
  {line, column}: {readonly line: number; readonly column: number},
  severity: Severity | 'problem',
  message: string,
  code: string,
): string {
  return `${printable(path)}:${line}:${column}: ${severity}: ${printable(message)} [${printable(code)}]`
}
