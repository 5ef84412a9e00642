import assert from 'node:assert/strict'
import type {Span} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {checkFile} from '../../server/engine/check-file.ts'
import {applyEdits, fixAll, safeEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan, type Plan} from '../../server/engine/plan.ts'
import type {Edit, Suggestion} from '../../server/engine/report.ts'
import {hasSlot, plainSlots} from '../../server/engine/slots.ts'
import {type OpenFile, openFile, type Part} from '../../server/formats/files/file.ts'
import type {Reading} from '../../server/formats/format.ts'
import {type Asked, meantBy, watched} from '../formats/watched.ts'
import {holdsForSpans} from './holds-for-spans.ts'

/** How a text becomes a file; undefined where it holds nothing that a customer reads. */
export type Open = (text: string) => OpenFile | undefined

/** Opens texts as those of a file that is named for what it holds. */
export const openAs =
  (path: string, kind: 'article' | 'macro'): Open =>
  text =>
    openFile(text, {path, kind, named: true})

export const plans = {article: makePlan('article'), macro: makePlan('macro')}

/** What must hold of any file: it is read, all that is said of it has a place in it, and every fix does what it says and no more. */
export function holdsForFile(text: string, open: Open, plan?: Plan): void {
  const file = open(text)
  if (file === undefined) return
  assert.equal(file.text, text, 'the file has another text')
  const memory = makeMemory()
  const checked = (of: OpenFile) => checkFile(of, plan ?? plans[of.kind], memory)
  const report = checked(file)
  for (const {code, message} of report.problems) assert.notEqual(code, 'rule-failed', message)
  holdsForSpans(
    text,
    report.problems.map(({span}) => span),
  )
  for (const {base, read, reply} of file.parts) {
    if (reply !== undefined) holdsForSpans(text, [reply.span, reply.titleSpan])
    holdsForReading(text, base, read())
  }
  holdsForSpans(
    text,
    report.findings.map(({span}) => span),
  )
  for (const [index, part] of file.parts.entries()) {
    const asked: Asked[] = []
    const {findings} = check(watched(part.read(), asked), plan ?? plans[file.kind], memory)
    for (const {suggestions} of findings)
      for (const suggestion of suggestions) holdsForSuggestion({text, open, file, part, index, asked}, suggestion)
  }
  const checkText = (now: string) => {
    const next = open(now)
    assert.ok(next !== undefined, 'the file no longer opens when all is fixed')
    return checked(next)
  }
  const fixed = fixAll(text, checkText)
  assert.equal(safeEdits(fixed.report.findings).length, 0, 'a safe suggestion is left when all is fixed')
}

/** Every stretch of the prose has its place, and the places are in the order of the prose. */
function holdsForReading(text: string, base: number, {blocks, directives}: Reading): void {
  const moved = ({start, end}: Span<'source'>) => ({start: start + base, end: end + base})
  for (const {prose, map} of blocks) {
    let last = 0
    let at = 0
    for (const character of prose) {
      const span = map.toSource({start: at, end: at + character.length})
      at += character.length
      holdsForSpans(text, [moved(span)])
      assert.ok(span.start >= last, 'a place lies before the one before')
      last = span.start
    }
  }
  for (const {rules, ruleSpans, span, covers} of directives) {
    holdsForSpans(text, [span, ...ruleSpans, ...(covers ? [covers] : [])].map(moved))
    const named = ruleSpans.map(moved).map(({start, end}) => text.slice(start, end))
    assert.deepEqual(named, rules, 'a name of an ignore comment stands elsewhere')
  }
}

interface Suggested {
  readonly text: string
  readonly open: Open
  readonly file: OpenFile
  readonly part: Part
  readonly index: number
  readonly asked: readonly Asked[]
}

/** Applied, a suggestion changes the prose of its block as it says, and all else is read as before. */
function holdsForSuggestion({text, open, file, part, index, asked}: Suggested, {edits}: Suggestion): void {
  const placed = edits.map(({span: {start, end}, text: by}): Edit => {
    return {span: {start: start + part.base, end: end + part.base}, text: plainSlots(by)}
  })
  holdsForSpans(
    text,
    placed.map(({span}) => span),
  )
  const next = open(applyEdits(text, placed))
  assert.ok(next !== undefined, 'the file no longer opens after a fix')
  // Into which replies a page falls is judged by its words, and those have changed.
  if (next.parts.length !== file.parts.length) return
  const reading = next.parts[index]?.read()
  // What a client without places to fill in writes into brackets may be a placeholder. And of a few words, one less may leave too little
  // to tell that they are English.
  if (edits.some(edit => hasSlot(edit.text)) || reading?.foreign) return
  const {block, written} = meantBy(edits, asked, plainSlots)
  const meant = part
    .read()
    .blocks.map(each => (each.map === block.map ? written(({start, end}) => each.prose.slice(start, end)) : each.prose))
  assert.equal(
    wordsOf(reading?.blocks.map(({prose}) => prose) ?? []),
    wordsOf(meant),
    'a fix changes what else is read',
  )
}

/** A template tag that is left alone on a line is no prose. */
const wordsOf = (proses: readonly string[]): string =>
  proses.join(' ').replaceAll('\ufffc', ' ').replace(/\s+/g, ' ').trim()
