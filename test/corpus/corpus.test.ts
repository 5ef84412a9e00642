import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import type {DocumentKind, Span} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {syntaxOf} from '../../server/formats/shapes/index.ts'
import {checkFindings, type Subject, startTally} from '../formats/exactness.ts'

const folder = process.env['POISE_CORPUS']
const skip = folder === undefined ? 'set POISE_CORPUS to a folder of real Markdown to run this' : false

const plans = {article: makePlan('article'), macro: makePlan('macro')}
const memory = makeMemory()

/** What is surely no prose, found by expressions of its own, so that the reader does not judge itself. */
const notProse =
  /(?<![\s\S])---\n[\s\S]*?\n---\n|^```[^`\n]*\n[\s\S]*?^```|`[^`\n]+`|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<!--[\s\S]*?-->|<\/?[a-z][^<>\n]*>|\]\([^()\s]*|https?:\/\/[^\s)\]>]+/gim

function* documents(): Generator<readonly [name: string, text: string, kind: DocumentKind]> {
  for (const name of readdirSync(folder ?? '.', {recursive: true, encoding: 'utf8'}).sort()) {
    if (!/\.md$/.test(name)) continue
    yield [name, readFileSync(path.join(folder ?? '.', name), 'utf8'), /\.macro\.md$/.test(name) ? 'macro' : 'article']
  }
}

function otherPlaces(text: string, kind: DocumentKind): readonly Span<'source'>[] {
  const found = [...text.replaceAll('\r\n', ' \n').matchAll(notProse)]
  return found
    .filter(([found]) => kind === 'article' || !isFence(found))
    .map(match => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
}

/** A fence in a reply may hold the reply itself, so there it is prose. */
const isFence = (text: string): boolean => text.startsWith('```')

const isInside = (offset: number, spans: readonly Span<'source'>[]): boolean =>
  spans.some(({start, end}) => start < offset && offset < end)

test('no finding begins or ends, and no edit is made, inside what is not prose', {skip}, () => {
  for (const [name, text, kind] of documents()) {
    const others = otherPlaces(text, kind)
    for (const {rule, span, suggestions} of check(readMarkdown(text, kind), plans[kind], memory).findings) {
      const where = `${name}: ${rule} “${text.slice(span.start, span.end)}”`
      assert.ok(!isInside(span.start, others) && !isInside(span.end, others), where)
      for (const {edits} of suggestions) {
        for (const {span: edited} of edits) {
          assert.ok(
            !others.some(({start, end}) => start < edited.end && edited.start < end),
            `${where} is edited across markup`,
          )
        }
      }
    }
  }
})

test('an applied suggestion changes its own block and nothing else', {skip}, () => {
  let applied = 0
  for (const [name, text, kind] of documents()) {
    const reading = readMarkdown(text, kind)
    const before = reading.blocks.map(({prose}) => prose)
    for (const {rule, suggestions} of check(reading, plans[kind], memory).findings) {
      for (const {edits, title} of suggestions) {
        const after = readMarkdown(applyEdits(text, edits), kind).blocks.map(({prose}) => prose)
        const changed =
          before.length === after.length ? before.filter((prose, index) => prose !== after[index]).length : undefined
        // Removing the only sentence of a paragraph, or adding one, changes how many blocks there are by that one.
        const others = before.filter(prose => !after.includes(prose)).length
        assert.ok(
          changed === 1 || (Math.abs(before.length - after.length) === 1 && others <= 1),
          `${name}: ${rule}: ${title}`,
        )
        applied++
      }
    }
  }
  assert.ok(applied > 0)
  console.log(`${applied} suggestions applied`)
})

test('in data files squiggles stand under their characters, and every suggestion changes its own text alone', {
  skip,
}, () => {
  const tally = startTally()
  const failures: string[] = []
  for (const name of readdirSync(folder ?? '.', {recursive: true, encoding: 'utf8'}).sort()) {
    const syntax = syntaxOf(name)
    if (syntax === undefined) continue
    const text = readFileSync(path.join(folder ?? '.', name), 'utf8')
    const subject: Subject = {
      nature: {path: name, kind: 'macro', named: false},
      text,
      syntax,
      bodies: ['text', 'html', 'markdown'],
    }
    if (openFile(text, subject.nature) === undefined) continue
    checkFindings(subject, tally, (what, error) => {
      failures.push(`${name}: ${what}: ${error instanceof Error ? error.message : error}`)
    })
  }
  console.log(tally)
  assert.deepEqual(failures, [])
})
