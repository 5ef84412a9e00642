import {applyEdits} from '../../server/engine/fix.ts'
import type {Finding, Suggestion} from '../../server/engine/report.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {readMarkdown} from '../../server/formats/markdown.ts'
import type {Checked} from './checked.ts'
import {changedSentences, proseOf} from './whole-sentences.ts'

/** A suggestion of a finding as whole sentences; objects of the prose are written by the caller's `write`. */
export interface Rewritten {
  readonly finding: Finding
  readonly suggestion: Suggestion
  readonly before: string
  readonly after: string
}

/**
 * The suggestions of a document as whole sentences, each made by applying its edits to the file and reading the file again, so that
 * what the file's format does to them shows too.
 */
export function rewrittenOf(
  {text, reading, report}: Checked,
  wanted: (suggestion: Suggestion) => boolean,
): readonly Rewritten[] {
  const all = report.findings.flatMap(finding =>
    finding.suggestions.filter(wanted).map(suggestion => ({finding, suggestion})),
  )
  if (all.length === 0) return []
  const before = proseOf(reading)
  return all.map(({finding, suggestion}) => {
    const edited = plainSlots(applyEdits(text, suggestion.edits))
    return {finding, suggestion, ...changedSentences(before, proseOf(readMarkdown(edited, report.kind)))}
  })
}
