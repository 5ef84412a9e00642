import assert from 'node:assert/strict'
import {test} from 'node:test'
import {check} from '../../server/engine/check.ts'
import {checkFile, checkPart} from '../../server/engine/check-file.ts'
import {applyEdits, fixAll, safeEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import type {Edit, Finding, Suggestion} from '../../server/engine/report.ts'
import {hasSlot, plainSlots} from '../../server/engine/slots.ts'
import {type FileNature, type OpenFile, openFile, type Part} from '../../server/formats/file.ts'
import {leavesOf, seen, tagsOf} from './decoded.ts'
import {randomFrom} from './random.ts'
import {type RandomFile, randomFile} from './random-files.ts'
import {placeholders} from './random-replies.ts'
import {type Asked, shownProse, watched} from './watched.ts'

// A share of the replies is made by default; POISE_CASES=20000 makes all of them, and POISE_SEED begins elsewhere.
const cases = Number(process.env['POISE_CASES'] ?? 600)
const firstSeed = Number(process.env['POISE_SEED'] ?? 0)
const plan = makePlan('macro')

interface Tally {
  files: number
  replies: number
  found: number
  suggestions: number
  applied: number
  fixedAll: number
}

const natureOf = ({path}: RandomFile): FileNature => ({path, kind: 'macro', named: true})

const titlesOf = (file: OpenFile): readonly (string | undefined)[] => file.parts.map(({reply}) => reply?.title)

/** Throws where something else than the intended text differs between two versions of a file's values, and says which value changed. */
function changedLeaf(before: readonly string[], after: readonly string[]): number {
  assert.equal(after.length, before.length, 'the file holds other values')
  const changed = before.flatMap((leaf, index) => (leaf === after[index] ? [] : [index]))
  assert.equal(changed.length, 1, `${changed.length} values changed`)
  return changed[0] ?? 0
}

function placeholdersOf(text: string): readonly number[] {
  return placeholders.map(each => text.split(each).length)
}

/** Every text that `whole` becomes when one occurrence of `old` is replaced. */
function replacedOnce(whole: string, old: string, by: string): readonly string[] {
  const texts: string[] = []
  for (let at = whole.indexOf(old); at >= 0; at = whole.indexOf(old, at + 1))
    texts.push(oneSpace(whole.slice(0, at) + by + whole.slice(at + old.length)))
  return texts
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

interface Checked {
  readonly file: RandomFile
  readonly leaves: readonly string[]
  readonly open: OpenFile
  readonly part: Part
  readonly index: number
  readonly findings: readonly Finding[]
  readonly asked: readonly Asked[]
}

const memory = makeMemory()

/** A squiggle's characters are decoded by writing a word at either end and looking at what stands between them. */
function checkSquiggle({file, leaves, part, asked}: Checked, {span}: Finding): void {
  const place = asked.find(
    ({source, text}) => text === undefined && source.start === span.start && source.end === span.end,
  )
  assert.ok(place !== undefined, 'the squiggle is one that was placed')
  const {start, end} = span
  const [from, to] = [start + part.base, end + part.base]
  const marked = `${file.text.slice(0, from)}Qzx${file.text.slice(from, to)}Qyx${file.text.slice(to)}`
  const after = leavesOf(marked, file.syntax)
  const leaf = changedLeaf(leaves, after)
  const [before = '', changed = ''] = [leaves[leaf], after[leaf]]
  assert.equal(changed.replace(/Q[yz]x/g, ''), before, 'the squiggle does not begin or end between two characters')
  const text = seen(changed, file.body)
  const shown = text.slice(text.indexOf('Qzx') + 3, text.indexOf('Qyx')).trim()
  assert.equal(shown, shownProse(place.block, place.at, file.body).trim(), 'the squiggle stands under other characters')
}

/** Applies one suggestion, with its slots filled by `fill`, and compares the file with what was meant. */
function checkSuggestion(checked: Checked, {rule}: Finding, {edits}: Suggestion, fill: (text: string) => string): void {
  const {file, leaves, open, part, index, findings, asked} = checked
  const written: Edit[] = edits.map(({span, text}) => ({
    span: {start: span.start + part.base, end: span.end + part.base},
    text: fill(text),
  }))
  const text = applyEdits(file.text, written)
  const after = leavesOf(text, file.syntax)
  const leaf = changedLeaf(leaves, after)
  const [oldLeaf = '', newLeaf = ''] = [leaves[leaf], after[leaf]]
  assert.deepEqual(placeholdersOf(newLeaf), placeholdersOf(oldLeaf), 'a placeholder is lost')

  const places = edits.map(edit => {
    const place = asked.find(
      ({source, written: encoded}) =>
        encoded === edit.text && source.start === edit.span.start && source.end === edit.span.end,
    )
    assert.ok(place !== undefined, 'the edit is one that was encoded')
    return place
  })
  const block = places[0]?.block
  assert.ok(block !== undefined && places.every(place => place.block === block), 'the edits stand in one block')
  let [meant, prose, done] = ['', '', 0]
  for (const {at, text: added = ''} of places) {
    meant += shownProse(block, {start: done, end: at.start}, file.body) + fill(added)
    prose += block.prose.slice(done, at.start) + fill(added)
    done = at.end
  }
  meant += shownProse(block, {start: done, end: block.prose.length}, file.body)
  prose += block.prose.slice(done)
  const old = oneSpace(shownProse(block, {start: 0, end: block.prose.length}, file.body))
  const whole = seen(oldLeaf, file.body)
  assert.ok(
    whole.includes(old),
    `an independent reader does not see ${JSON.stringify(old)} in ${JSON.stringify(whole)}`,
  )
  const is = seen(newLeaf, file.body)
  const wanted = replacedOnce(whole, old, oneSpace(meant))
  if (!wanted.includes(is)) assert.equal(is, wanted[0], 'the text is not what was meant')
  if (
    file.body === 'html' &&
    !prose.includes('\n\n') &&
    (prose.match(/\n/g)?.length ?? 0) === (block.prose.match(/\n/g)?.length ?? 0)
  )
    assert.deepEqual(tagsOf(newLeaf), tagsOf(oldLeaf), 'a tag changed')

  const next = openFile(text, natureOf(file))
  assert.ok(next !== undefined, 'the file no longer opens')
  assert.deepEqual(titlesOf(next), titlesOf(open), 'the file holds other replies')
  const nextPart = next.parts[index]
  assert.ok(nextPart !== undefined)
  const isFilled = edits.some(edit => hasSlot(edit.text))
  if (!isFilled) {
    const proses = part.read().blocks.map(each => (each.map === block.map ? prose : each.prose))
    // A template tag that is left alone on a line is no prose.
    const words = (all: readonly string[]): string => oneSpace(all.join(' ').replaceAll('\ufffc', ' '))
    assert.equal(words(nextPart.read().blocks.map(each => each.prose)), words(proses), 'Poise reads another text')
  }
  // With any word in a slot, a rule may still miss what belongs there.
  if (isFilled && fill !== plainSlots) return
  const count = (all: readonly Finding[]): number => all.filter(each => each.rule === rule).length
  const {report} = checkPart(nextPart, plan, memory)
  assert.ok(count(report.findings) < count(findings), `the finding of ${rule} is still there`)
}

/** Applies all safe suggestions of a file: it still holds the same replies, and nothing is left to apply. */
function checkFixAll(file: RandomFile, leaves: readonly string[], open: OpenFile): number {
  const checkText = (text: string) => {
    const next = openFile(text, natureOf(file))
    assert.ok(next !== undefined, 'the file no longer opens')
    return {...checkFile(next, plan, memory), titles: titlesOf(next)}
  }
  const fixed = fixAll(file.text, checkText)
  const after = leavesOf(fixed.text, file.syntax)
  assert.equal(after.length, leaves.length)
  const bodies = new Set(file.replies.map(({body}) => body))
  for (const [index, leaf] of leaves.entries()) {
    if (leaf !== after[index] && file.syntax !== 'page') assert.ok(bodies.has(leaf), 'a value that is no reply changed')
    assert.deepEqual(placeholdersOf(after[index] ?? ''), placeholdersOf(leaf), 'a placeholder is lost')
  }
  const report = checkText(fixed.text)
  assert.deepEqual(report.titles, titlesOf(open), 'the file holds other replies')
  assert.equal(safeEdits(report.findings).length, 0, 'a safe suggestion is left')
  return fixed.applied
}

function checkRandomFile(
  seed: number,
  tally: Tally,
  fail: (error: unknown, file: RandomFile, what: string) => void,
): void {
  const random = randomFrom(seed)
  const file = randomFile(random)
  const attempt = (what: string, run: () => void): void => {
    try {
      run()
    } catch (error) {
      fail(error, file, what)
    }
  }
  attempt('open', () => {
    const open = openFile(file.text, natureOf(file))
    assert.ok(open !== undefined)
    const leaves = leavesOf(file.text, file.syntax)
    tally.files++
    tally.replies += file.replies.length
    if (file.syntax !== 'page')
      for (const {body, title} of file.replies) assert.ok(leaves.includes(body), `the writer of ${title} is wrong`)
    for (const [index, part] of open.parts.entries()) {
      const asked: Asked[] = []
      const {findings} = check(watched(part.read(), asked), plan, memory)
      const checked = {file, leaves, open, part, index, findings, asked}
      for (const finding of findings) {
        tally.found++
        attempt(`squiggle of ${finding.rule}`, () => checkSquiggle(checked, finding))
        for (const suggestion of finding.suggestions) {
          tally.suggestions++
          const isFilled = suggestion.edits.some(({text}) => hasSlot(text))
          const fills = isFilled ? [plainSlots, (text: string) => text.replace(/⟦[^⟧]*⟧/g, 'Monday')] : [String]
          for (const fill of fills) {
            tally.applied++
            attempt(`${finding.rule}: ${suggestion.title}`, () => checkSuggestion(checked, finding, suggestion, fill))
          }
        }
      }
    }
    if (random.chance(0.15)) attempt('fix all', () => {
        tally.fixedAll += checkFixAll(file, leaves, open)
      })
  })
}

test('a fix inside any file changes the text that was meant and nothing else, and squiggles stand under their characters', async () => {
  const tally: Tally = {files: 0, replies: 0, found: 0, suggestions: 0, applied: 0, fixedAll: 0}
  const failures: string[] = []
  for (let seed = firstSeed; tally.replies < cases; seed++) {
    checkRandomFile(seed, tally, (error, file, what) => {
      const message = error instanceof Error ? error.message : String(error)
      failures.push(`seed ${seed}, ${file.path} (${file.body}): ${what}: ${message}\n${JSON.stringify(file.text)}`)
    })
  }
  if (process.env['POISE_CASES'] !== undefined) console.log(tally)
  if (process.env['POISE_LOG'])
    (await import('node:fs')).writeFileSync(process.env['POISE_LOG'], JSON.stringify(failures))
  assert.equal(
    failures.length,
    0,
    `${failures.length} failures, the first of them:\n${failures.slice(0, 3).join('\n\n')}`,
  )
  assert.ok(tally.applied > tally.replies, `only ${tally.applied} suggestions`)
})
