import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {makeMemory} from '../../server/engine/memory.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {phraseFields} from '../../server/house-style/phrase-fields.ts'
import {phraseLimits} from '../../server/house-style/phrase-limits.ts'
import {tryPhrase} from '../../server/house-style/try-phrase.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {findDocument} from '../../server/workspace/find-documents.ts'
import {checkText} from '../../server/workspace/scan.ts'
import {memoryFiles} from '../workspace/memory-files.ts'

const page = readFileSync(new URL('../../docs/house-style.md', import.meta.url), 'utf8')

function section(heading: string): string {
  const [, text] = page.split(`\n## ${heading}\n`)
  assert.ok(text, heading)
  return text.split(/\n## /)[0] ?? ''
}

/** The cells of the tables in a part of the page, without their heads. */
function rowsOf(part: string): readonly (readonly string[])[] {
  const rows = part.split('\n').filter(line => line.startsWith('| '))
  const cells = rows.map(row =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
  return cells.slice(2)
}

const files = Object.fromEntries(
  [...section('A first rule').matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, name, text = '']) => [
    `/w/${name}`,
    text,
  ]),
)

test('the example has no mistakes and finds what the page says', async () => {
  const configs = makeConfigs(memoryFiles(files))
  const path = '/w/tokens.md'
  const found = (await findDocument(configs, path)) ?? assert.fail('no document')
  assert.deepEqual(
    configs.files().flatMap(({problems}) => problems),
    [],
  )
  const text = files[path] ?? ''
  const report = checkText(text, found, makeMemory()) ?? assert.fail('no report')
  const said = report.findings
    .filter(({rule}) => rule.startsWith('house/'))
    .map(({rule, span, suggestions: [first]}) => {
      const edits = first?.edits ?? []
      const [start, end] = [Math.min(span.start, ...edits.map(edit => edit.span.start)), span.end]
      let after = ''
      let at = start
      for (const edit of edits) {
        after += text.slice(at, edit.span.start) + edit.text
        at = Math.max(edit.span.end, at)
      }
      return [rule, text.slice(span.start, span.end), plainSlots(after + text.slice(at, end))]
    })
  const wanted = rowsOf(section('A first rule')).map(([rule = '', what = '', after = '']) => [rule, what, after])
  // What is left out takes the next word’s capital with it.
  assert.deepEqual(
    said.map(([rule, what, after]) => [rule, what, rule === 'house/kindly' ? '' : after]),
    wanted,
  )
  const kindly = said.find(([rule]) => rule === 'house/kindly')
  assert.match(kindly?.[2] ?? '', /^Touch/)
})

test('the examples of the rules on the page hold', async () => {
  const configs = makeConfigs(memoryFiles(files))
  const config = await configs.of('/w')
  const phrases = configs.files().flatMap(file => file.phrases ?? [])
  assert.ok(phrases.length >= 5)
  for (const phrase of phrases) assert.deepEqual(tryPhrase(phrase, config.plans).failures, [], phrase.rule.name)
})

test('the page lists every field, with what holds without it', () => {
  const rows = rowsOf(section('Fields'))
  assert.deepEqual(
    rows.map(([name]) => name),
    Object.keys(phraseFields).map(name => `\`${name}\``),
  )
  const without = Object.fromEntries(rows.map(([name = '', value]) => [name, value]))
  assert.equal(without['`principle`'], '`understanding`')
  assert.equal(without['`severity`'], '`suggestion`')
})

test('the page says the limits as they are', () => {
  const limits = section('Limits')
  const {rules, files: most, phrases, replacements, examples, phrase, gap, text} = phraseLimits
  for (const said of [
    `${rules.toLocaleString('en-US')} phrase rules`,
    `${most} files`,
    `${phrases} phrases`,
    `${replacements} texts to say`,
    `${examples} examples`,
    `${phrase} characters`,
    `${gap} words`,
    `${text} characters`,
  ])
    assert.ok(limits.includes(said), said)
})
