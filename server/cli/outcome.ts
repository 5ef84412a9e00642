import type {Counts, DocumentResult, Reporter} from './result.ts'
import {makeTally} from './result.ts'

/** What a run needs of a file that was checked: plain data, which comes from any thread, or from a cache. */
export interface Outcome {
  /** What is printed of its documents: the report, or the difference in a dry run. */
  readonly report: string
  readonly counts: Counts
  readonly isRead: boolean
  readonly notWritten: boolean
}

/** A file that was looked at; without an outcome it holds nothing for a customer. */
export interface Checked {
  readonly path: string
  readonly outcome?: Outcome
  /** What the outcome rests on, where it is to be remembered. */
  readonly key?: string
}

/** Counts a file's results and puts them into words. */
export function outcomeOf(
  results: readonly DocumentResult[],
  {
    applied,
    diff,
    notWritten,
  }: {readonly applied: number; readonly diff: string | undefined; readonly notWritten: boolean},
  reporter: Reporter,
  failUnder: number | undefined,
): Outcome {
  const tally = makeTally(failUnder)
  for (const result of results) tally.add(result)
  if (applied > 0) tally.addFix(applied)
  const report =
    diff ??
    results
      .map(reporter.document)
      .filter(part => part !== '')
      .join(reporter.between)
  return {report, counts: tally.counts(), isRead: results.every(({text}) => text !== undefined), notWritten}
}
