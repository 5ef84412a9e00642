import type {Mark} from '../../rules/kit/types.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import type {Finding, Suggestion} from '../../server/engine/report.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import type {Checked} from './checked.ts'
import {changedSentences, proseOf, type WriteObject} from './whole-sentences.ts'

/** A suggestion of a finding as whole sentences. */
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
  write: WriteObject = asInFile,
): readonly Rewritten[] {
  const all = report.findings.flatMap(finding =>
    finding.suggestions.filter(wanted).map(suggestion => ({finding, suggestion})),
  )
  if (all.length === 0) return []
  const before = proseOf(reading, write)
  return all.map(({finding, suggestion}) => {
    const edited = plainSlots(applyEdits(text, suggestion.edits))
    return {finding, suggestion, ...changedSentences(before, proseOf(readMarkdown(edited, report.kind), write))}
  })
}

function asInFile(mark: Mark | undefined): string {
  return mark?.text ?? '…'
}
