import {type Diagnostic, DiagnosticSeverity} from 'vscode'

/** The four principles, and what is wrong with a text or a configuration itself. */
export const groups = ['knowledge', 'intent', 'understanding', 'standing', 'text'] as const
export type Group = (typeof groups)[number]

/** How much was found. */
export interface Count {
  readonly findings: number
  readonly warnings: number
}

/** What was found in one document, by group; a group of which nothing was found is absent. */
export type Summary = ReadonlyMap<Group, Count>

/** Sums up the diagnostics of one document. Notes that ask nothing of the writer do not count. */
export function summaryOf(diagnostics: readonly Diagnostic[]): Summary {
  const summary = new Map<Group, Count>()
  for (const diagnostic of diagnostics) {
    const group = groupOf(diagnostic)
    if (group === undefined) continue
    const {findings, warnings} = summary.get(group) ?? {findings: 0, warnings: 0}
    const isWarning = diagnostic.severity === DiagnosticSeverity.Warning
    summary.set(group, {findings: findings + 1, warnings: warnings + (isWarning ? 1 : 0)})
  }
  return summary
}

/** The group of a diagnostic of ours; the server says the principle in its data. */
export function groupOf(diagnostic: Diagnostic): Group | undefined {
  if (diagnostic.source !== 'poise') return undefined
  const {data} = diagnostic as {readonly data?: {readonly principle?: unknown}}
  const principle = groups.find(each => each === data?.principle)
  if (principle !== undefined) return principle
  return diagnostic.severity === DiagnosticSeverity.Warning ? 'text' : undefined
}
