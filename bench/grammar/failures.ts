import type {Safety} from '../../rules/kit/types.ts'
import type {Checked} from '../eval/checked.ts'
import {rewrittenOf} from '../eval/rewritten.ts'
import {gained} from './gained.ts'
import type {Complaint, Reader} from './harper.ts'

/** A rewrite after which the grammar checker complains of something new. */
export interface Failure {
  readonly rule: string
  readonly safety: Safety
  readonly before: string
  readonly after: string
  readonly complaints: readonly Complaint[]
}

/** Reads every sentence before and after each safe and if-verified rewrite of a document. */
export async function grammarFailures(
  checked: Checked,
  read: Reader,
): Promise<{readonly read: number; readonly failures: readonly Failure[]}> {
  // Objects stand as code, which the grammar checker passes over.
  const rewritten = rewrittenOf(
    checked,
    ({safety}) => safety !== 'needs-input',
    () => '`x`',
  )
  const failures: Failure[] = []
  for (const {finding, suggestion, before, after} of rewritten) {
    const complaints = await gained(before, after, read)
    if (complaints.length > 0) failures.push({rule: finding.rule, safety: suggestion.safety, before, after, complaints})
  }
  return {read: rewritten.length, failures}
}

/** A failure as lines to read. */
export function shownFailure({rule, safety, before, after, complaints}: Failure): string {
  return [
    `${rule} · ${safety}`,
    `  − ${before.replace(/\s*\n\s*/g, ' ⏎ ')}`,
    `  + ${after.replace(/\s*\n\s*/g, ' ⏎ ')}`,
    ...complaints.map(({check, kind, message, words}) => `  ${kind} (${check}) at “${words}”: ${message}`),
  ].join('\n')
}
