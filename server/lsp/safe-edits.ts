import {type FileReport, filterFindings} from '../engine/check-file.ts'
import {applyEdits, fixAll, safeEdits} from '../engine/fix.ts'
import type {Edit} from '../engine/report.ts'
import {difference} from './difference.ts'

/** An edit, and the rule whose rewrite it is; none where rewrites of several rules made one. */
export interface RuleEdit extends Edit {
  readonly rule?: string
}

/** All safe rewrites in a text, or those of one rule; where one makes room for another, the whole changed part as one edit. */
export function safeEditsIn(
  text: string,
  report: FileReport,
  check: (text: string) => FileReport,
  rule?: string,
): readonly RuleEdit[] {
  const {findings} = ofRule(report, rule)
  const edits = safeEdits(findings).flat()
  if (edits.length === 0) return []
  const fixed = fixAll(text, each => ofRule(check(each), rule)).text
  if (fixed !== applyEdits(text, edits)) return [{...difference(text, fixed), ...(rule !== undefined && {rule})}]
  const rules = new Map(
    findings.flatMap(finding =>
      finding.suggestions.flatMap(suggestion => suggestion.edits.map(edit => [edit, finding.rule] as const)),
    ),
  )
  return edits.map(edit => {
    const from = rules.get(edit)
    return from === undefined ? edit : {...edit, rule: from}
  })
}

function ofRule(report: FileReport, rule: string | undefined): FileReport {
  return rule === undefined ? report : filterFindings(report, each => each.rule === rule)
}
