import {type FileReport, filterFindings} from '../engine/check-file.ts'
import {applyEdits, fixAll, safeEdits} from '../engine/fix.ts'
import type {Edit} from '../engine/report.ts'
import {difference} from './difference.ts'

/** The edits of one safe rewrite, and its rule; none where rewrites of several rules made one. */
export interface SafeRewrite {
  readonly edits: readonly Edit[]
  readonly rule?: string
}

/** All safe rewrites of a text, or those of one rule; where one makes room for another, the whole changed part as one. */
export function safeRewrites(
  text: string,
  report: FileReport,
  check: (text: string) => FileReport,
  rule?: string,
): readonly SafeRewrite[] {
  const {findings} = ofRule(report, rule)
  const chosen = safeEdits(findings)
  if (chosen.length === 0) return []
  const fixed = fixAll(text, each => ofRule(check(each), rule)).text
  if (fixed !== applyEdits(text, chosen.flat()))
    return [{edits: [difference(text, fixed)], ...(rule !== undefined && {rule})}]
  const rules = new Map(
    findings.flatMap(finding => finding.suggestions.map(suggestion => [suggestion.edits, finding.rule] as const)),
  )
  return chosen.map(edits => {
    const from = rules.get(edits)
    return from === undefined ? {edits} : {edits, rule: from}
  })
}

/** The same as edits. */
export function safeEditsIn(...given: Parameters<typeof safeRewrites>): readonly Edit[] {
  return safeRewrites(...given).flatMap(({edits}) => edits)
}

function ofRule(report: FileReport, rule: string | undefined): FileReport {
  return rule === undefined ? report : filterFindings(report, each => each.rule === rule)
}
