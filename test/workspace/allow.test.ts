import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {openFile} from '../../server/formats/files/file.ts'
import {sourceText} from '../../server/formats/files/source-text.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {parseConfig} from '../../server/workspace/parse-config.ts'
import {makeTaskReader, taskOf} from '../../server/workspace/task.ts'
import {memoryFiles} from './memory-files.ts'

const rules = {'article-help-route': 'off', 'article-expected-result': 'off'}

async function configWith(allow: readonly string[]) {
  return makeConfigs(memoryFiles({'/w/.poise.json': JSON.stringify({rules, allow})})).of('/w')
}

/** The marked words of an article under a configuration that allows some phrases. */
async function marked(text: string, ...allow: string[]): Promise<readonly string[]> {
  const {plans} = await configWith(allow)
  const file = openFile(text, {path: '/w/a.md', kind: 'article', named: true}) ?? assert.fail()
  return checkFile(file, plans.article, makeMemory()).findings.map(({span}) => text.slice(span.start, span.end))
}

const cases: readonly (readonly [text: string, allow: string, left: readonly string[]])[] = [
  ['You can Simply Sync it.', 'x', ['Simply']],
  ['You can Simply Sync it.', 'Simply Sync', []],
  ['You can simply sync it.', 'Simply Sync', ['simply']],
  ['You can Simply Sync’s books.', "Simply Sync's", []],
  ['You can Simply Sync’s books.', 'Simply Sync', []],
  ['Obviously Goods is a shop.', 'Obviously Good', ['Obviously']],
  ['Obviously Good is a shop.', 'Obviously Good', []],
  ['Obviously\nGood is a shop.', 'Obviously Good', []],
  ['**Obviously** good is a shop.', 'Obviously good', []],
  ['Just click Save. You can simply sync it.', 'just click', ['simply']],
  ['You can simply sync it, simply click it.', 'Simply sync', ['simply']],
  ['Simply `sync` it.', 'Simply sync', ['Simply']],
  ['You can simply (sync).* it.', 'simply (sync).*', []],
]

for (const [text, allow, left] of cases) {
  test(`“${allow}” leaves ${left.length} marked in: ${text}`, async () => {
    assert.deepEqual(await marked(text, allow), left)
  })
}

test('what is missing from a whole document is found as before', async () => {
  const {plans} = await configWith(['thanks', 'Hi there', 'We have changed it.'])
  const file = openFile('We have changed it.', {path: '/w/a.macro.md', kind: 'macro', named: true}) ?? assert.fail()
  const levels = checkFile(file, plans.macro, makeMemory()).findings.map(({level}) => level)
  assert.ok(levels.includes('document'))
})

test('an edit next to an allowed phrase says what a fresh check says', async () => {
  const {plans} = await configWith(['Simply Sync', 'simply put'])
  const nature = {path: '/w/a.md', kind: 'article', named: true} as const
  let text = 'You can Simply Sync it.\n\nYou can simply sync it.\n'
  let file = openFile(text, nature) ?? assert.fail()
  const memory = makeMemory()
  const saidOf = (of: typeof file, by = memory) =>
    checkFile(of, plans.article, by).findings.map(({rule, span}) => [rule, span.start])
  for (const [from, to, insert] of [
    [8, 9, 's'],
    [8, 9, 'S'],
    [15, 15, 'big '],
    [15, 19, ''],
    [40, 44, 'put'],
    [40, 43, 'sync'],
    [0, 8, 'We '],
  ] as const) {
    text = text.slice(0, from) + insert + text.slice(to)
    file = file.edit([{from, to, insert: insert.length}], sourceText(text))
    assert.deepEqual(saidOf(file), saidOf(openFile(text, nature) ?? assert.fail(), makeMemory()), text)
  }
})

test('phrases of folders above hold too, and reach another thread', async () => {
  const files = memoryFiles({
    '/w/.poise.json': '{"allow": ["Simply Sync"]}',
    '/w/in/.poise.json': '{"allow": ["Obviously Good"]}',
  })
  const config = await makeConfigs(files).of('/w/in')
  const found = {path: '/w/in/a.md', kind: 'article', config} as const
  const there = makeTaskReader()(structuredClone(taskOf(found))).config
  const file = openFile('You can Simply Sync Obviously Good.', {path: '/w/in/a.md', kind: 'article', named: true})
  const spans = checkFile(file ?? assert.fail(), there.plans.article, makeMemory()).findings.filter(
    ({level}) => level !== 'document',
  )
  assert.deepEqual(spans, [])
})

test('what is no phrase is a problem at its place', () => {
  const text = `{"allow": ["ok", 1, "", "…", "${'x'.repeat(101)}"]}`
  const {settings, problems} = parseConfig(text)
  assert.deepEqual(settings.allow, ['ok'])
  assert.deepEqual(
    problems.map(({code, span}) => [code, text.slice(span.start, span.end).length]),
    [
      ['config-type', 1],
      ['config-phrase', 2],
      ['config-phrase', 3],
      ['config-phrase', 103],
    ],
  )
})
