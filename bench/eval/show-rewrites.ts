import {existsSync} from 'node:fs'
import path from 'node:path'
import {plainSlots} from '../../server/engine/slots.ts'
import type {EvalOptions} from './arguments.ts'
import {checkFile, markdownIn} from './documents-in.ts'
import {rewrittenOf} from './rewritten.ts'
import {sample} from './sample.ts'

/** Random rewrites of a folder as whole sentences to read: the first suggestion of each finding, as a writer would be shown it. */
export function showRewrites({folder, rewrites = 0, seed, json, hints}: EvalOptions): string {
  const documents = existsSync(path.join(folder, 'labels.jsonl')) ? path.join(folder, 'docs') : folder
  const all = markdownIn(documents).flatMap(file => {
    const checked = checkFile(documents, file)
    const findings = checked.report.findings.filter(({severity}) => hints || severity !== 'hint')
    const first = new Set(findings.flatMap(({suggestions}) => suggestions.slice(0, 1)))
    return rewrittenOf(checked, suggestion => first.has(suggestion)).map(rewritten => ({file, ...rewritten}))
  })
  const drawn = sample(all, rewrites, seed)
  if (json) {
    return drawn
      .map(({file, finding: {rule}, suggestion: {safety, title}, before, after}) =>
        JSON.stringify({file, rule, safety, title: plainSlots(title), before, after}),
      )
      .join('\n')
  }
  const pairs = drawn.map(
    ({file, finding, suggestion, before, after}, index) =>
      `${index + 1}. ${finding.rule} · ${suggestion.safety} · ${plainSlots(suggestion.title)}\n   ${file}\n` +
      `   − ${onOneLine(before)}\n   + ${onOneLine(after) || '(nothing is left)'}\n`,
  )
  return `${drawn.length} of ${all.length} rewrites, seed ${seed}\n\n${pairs.join('\n')}`
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ')
}
