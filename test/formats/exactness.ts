import assert from 'node:assert/strict'
import {check} from '../../server/engine/check.ts'
import {checkFile, checkPart} from '../../server/engine/check-file.ts'
import {applyEdits, fixAll, safeEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import type {Edit, Finding, Suggestion} from '../../server/engine/report.ts'
import {hasSlot, plainSlots} from '../../server/engine/slots.ts'
import {type FileNature, type OpenFile, openFile, type Part} from '../../server/formats/files/file.ts'
import type {BodySyntax} from '../../server/formats/shapes/shape.ts'
import {type FileSyntax, leavesOf, seen, tagsOf} from './decoded.ts'
import {placeholders} from './random-replies.ts'
import {type Asked, meantBy, shownProse, watched} from './watched.ts'

/** A file whose findings are checked with a reader that knows nothing of Poise. */
export interface Subject {
  readonly nature: FileNature
  readonly text: string
  readonly syntax: FileSyntax
  /** How its replies may be written. */
  readonly bodies: readonly BodySyntax[]
}

/** What was checked, and how much of it. */
export interface Tally {
  findings: number
  suggestions: number
  applied: number
  fixedAll: number
}

/** Told of everything that is not as it has to be; `what` names the finding. */
export type Fail = (what: string, error: unknown) => void

/** Starts to count. */
export const startTally = (): Tally => ({findings: 0, suggestions: 0, applied: 0, fixedAll: 0})

const plan = makePlan('macro')
const memory = makeMemory()

interface Checked extends Subject {
  readonly leaves: readonly string[]
  readonly open: OpenFile
  readonly part: Part
  readonly index: number
  readonly findings: readonly Finding[]
  readonly asked: readonly Asked[]
}

/** Checks the place of every finding of a file, and applies every suggestion, one at a time. */
export function checkFindings(subject: Subject, tally: Tally, fail: Fail): void {
  const open = openFile(subject.text, subject.nature)
  assert.ok(open !== undefined, 'the file does not open')
  const leaves = leavesOf(subject.text, subject.syntax)
  const attempt = (what: string, run: () => void): void => {
    try {
      run()
    } catch (error) {
      fail(what, error)
    }
  }
  for (const [index, part] of open.parts.entries()) {
    const asked: Asked[] = []
    const {findings} = check(watched(part.read(), asked), plan, memory)
    const checked = {...subject, leaves, open, part, index, findings, asked}
    for (const finding of findings) {
      tally.findings++
      attempt(`the place of ${finding.rule}`, () => checkPlace(checked, finding))
      for (const suggestion of finding.suggestions) {
        tally.suggestions++
        for (const fill of fillsOf(suggestion)) {
          tally.applied++
          attempt(`${finding.rule}: ${suggestion.title}`, () => checkSuggestion(checked, finding, suggestion, fill))
        }
      }
    }
  }
}

/** A client that has no places to fill in writes brackets; a writer fills them in. */
function fillsOf({edits}: Suggestion): readonly ((text: string) => string)[] {
  return edits.some(({text}) => hasSlot(text))
    ? [plainSlots, text => text.replace(/⟦[^⟧]*⟧/g, 'Monday')]
    : [text => text]
}

/** A squiggle's characters are decoded by writing a word at either end and looking at what stands between them. */
function checkPlace({text, syntax, bodies, leaves, part, asked}: Checked, {span: {start, end}}: Finding): void {
  const place = asked.find(({source, written}) => written === undefined && source.start === start && source.end === end)
  assert.ok(place !== undefined, 'the squiggle is not one that was placed')
  const [from, to] = [start + part.base, end + part.base]
  const after = leavesOf(`${text.slice(0, from)}Qzx${text.slice(from, to)}Qyx${text.slice(to)}`, syntax)
  const leaf = changedLeaf(leaves, after)
  const changed = after[leaf] ?? ''
  assert.equal(changed.replace(/Q[yz]x/g, ''), leaves[leaf], 'the squiggle does not begin and end between characters')
  inSomeView(bodies, body => {
    const shown = seen(changed, body)
    const marked = shown.slice(shown.indexOf('Qzx') + 3, shown.indexOf('Qyx')).trim()
    assert.equal(marked, shownProse(place.block, place.at, body).trim(), 'the squiggle stands under other characters')
  })
}

/** Applies one suggestion, with its slots filled by `fill`, and compares the file with what was meant. */
function checkSuggestion(checked: Checked, {rule}: Finding, {edits}: Suggestion, fill: (text: string) => string): void {
  const {nature, syntax, leaves, open, part, index, findings} = checked
  const placed = edits.map(({span, text}): Edit => {
    return {span: {start: span.start + part.base, end: span.end + part.base}, text: fill(text)}
  })
  const text = applyEdits(checked.text, placed)
  const after = leavesOf(text, syntax)
  const leaf = changedLeaf(leaves, after)
  const prose = checkText(checked, edits, leaves[leaf] ?? '', after[leaf] ?? '', fill)

  const next = openFile(text, nature)
  assert.ok(next !== undefined, 'the file no longer opens')
  assert.deepEqual(titlesOf(next), titlesOf(open), 'the file holds other replies')
  const nextPart = next.parts[index]
  assert.ok(nextPart !== undefined)
  const isFilled = edits.some(edit => hasSlot(edit.text))
  // A template tag that is left alone on a line is no prose.
  const words = (all: readonly string[]): string => oneSpace(all.join(' ').replaceAll('\ufffc', ' '))
  if (!isFilled)
    assert.equal(words(nextPart.read().blocks.map(each => each.prose)), words(prose), 'Poise reads another text')
  // With any word in a slot, a rule may still miss what belongs there.
  if (isFilled && fill !== plainSlots) return
  const count = (all: readonly Finding[]): number => all.filter(each => each.rule === rule).length
  assert.ok(
    count(checkPart(nextPart, plan, memory).report.findings) < count(findings),
    `the finding of ${rule} is still there`,
  )
}

/** Compares a value before and after edits with the prose that was meant to change; says what the blocks then say. */
function checkText(
  {bodies, part, asked}: Checked,
  edits: readonly Edit[],
  oldValue: string,
  newValue: string,
  fill: (text: string) => string,
): readonly string[] {
  assert.deepEqual(placeholdersOf(newValue), placeholdersOf(oldValue), 'a placeholder is lost')
  const {block, written} = meantBy(edits, asked, fill)
  const {length} = block.prose
  inSomeView(bodies, body => {
    const old = oneSpace(shownProse(block, {start: 0, end: length}, body))
    const meant = oneSpace(written(span => shownProse(block, span, body)))
    const whole = seen(oldValue, body)
    assert.ok(whole.includes(old), `another reader does not see ${JSON.stringify(old)} in ${JSON.stringify(whole)}`)
    const wanted = replacedOnce(whole, old, meant)
    const is = seen(newValue, body)
    if (!wanted.includes(is)) assert.equal(is, wanted[0], 'the text is not what was meant')
  })
  const prose = written(({start, end}) => block.prose.slice(start, end))
  if (breaksIn(prose) === breaksIn(block.prose)) assert.deepEqual(tagsOf(newValue), tagsOf(oldValue), 'a tag changed')
  return part.read().blocks.map(each => (each.map === block.map ? prose : each.prose))
}

/** Applies all safe suggestions of a file: it holds the same replies, and nothing is left to apply. */
export function checkFixAll({nature, text, syntax}: Subject, tally: Tally): void {
  const checkAll = (now: string) => {
    const open = openFile(now, nature)
    assert.ok(open !== undefined, 'the file no longer opens')
    return {...checkFile(open, plan, memory), titles: titlesOf(open)}
  }
  const fixed = fixAll(text, checkAll)
  tally.fixedAll += fixed.applied
  const [before, after] = [leavesOf(text, syntax), leavesOf(fixed.text, syntax)]
  assert.equal(after.length, before.length, 'the file holds other values')
  for (const [index, value] of before.entries())
    assert.deepEqual(placeholdersOf(after[index] ?? ''), placeholdersOf(value), 'a placeholder is lost')
  assert.deepEqual(fixed.report.titles, checkAll(text).titles, 'the file holds other replies')
  assert.equal(safeEdits(fixed.report.findings).length, 0, 'a safe suggestion is left')
}

const titlesOf = (file: OpenFile): readonly (string | undefined)[] => file.parts.map(({reply}) => reply?.title)

/** The one value of a file that differs between two versions. */
function changedLeaf(before: readonly string[], after: readonly string[]): number {
  assert.equal(after.length, before.length, 'the file holds other values')
  const changed = before.flatMap((leaf, index) => (leaf === after[index] ? [] : [index]))
  assert.equal(changed.length, 1, `${changed.length} values changed`)
  return changed[0] ?? 0
}

/** Runs a comparison for each way in which a text may be written, until one holds. */
function inSomeView(bodies: readonly BodySyntax[], compare: (body: BodySyntax) => void): void {
  for (const [index, body] of bodies.entries()) {
    try {
      compare(body)
      return
    } catch (error) {
      if (index === bodies.length - 1) throw error
    }
  }
}

const pattern = /\{\{[^{}]*\}\}|[%$#@]\{[^{}]*\}|\{[!$%][^{}]*\}|\[\[[^[\]]*\]\](?!\()/g

/** The placeholders of a text, by signs that need no reader of Poise. */
export const placeholdersOf = (text: string): readonly (string | number)[] => [
  ...placeholders.map(each => text.split(each).length),
  ...(text.match(pattern) ?? []),
]

const breaksIn = (prose: string): number => prose.split('\n').length

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Every text that `whole` becomes when one occurrence of `old` is replaced. */
function replacedOnce(whole: string, old: string, by: string): readonly string[] {
  const texts: string[] = []
  for (let at = whole.indexOf(old); at >= 0; at = whole.indexOf(old, at + 1))
    texts.push(oneSpace(whole.slice(0, at) + by + whole.slice(at + old.length)))
  return texts
}
