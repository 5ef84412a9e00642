import assert from 'node:assert/strict'
import {test} from 'node:test'
import {readJson} from '../../server/formats/values/json.ts'
import {kindOf, makeConfigs} from '../../server/workspace/config.ts'
import {configKeys, configSchemaOf, ownShapeFields} from '../../server/workspace/config-keys.ts'
import {parseConfig} from '../../server/workspace/parse-config.ts'
import {memoryFiles} from './memory-files.ts'

const ids = ['outcome-should', 'minimiser', 'fix-may']
const problemsOf = (text: string) =>
  parseConfig(text, ids).problems.map(({code, span}) => [code, text.slice(span.start, span.end)])

test('reads every key, with comments and trailing commas', () => {
  const text = `{
    // a comment
    "$schema": "x", "root": true, "rules": {"minimiser": "hint", "fix-may": "off"},
    "macros": ["replies/**"], "articles": ["docs"], "ignore": ["*.draft.md",], "recording": true, "maxFileSize": 5,
  }`
  const {settings, problems} = parseConfig(text, ids)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    {...settings, rules: {...settings.rules}},
    {
      root: true,
      rules: {minimiser: 'hint', 'fix-may': 'off'},
      macros: ['replies/**'],
      articles: ['docs'],
      ignore: ['*.draft.md'],
      recording: true,
      maxFileSize: 5,
    },
  )
})

const mistakes: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['', []],
  ['[1]', [['config-type', '[1]']]],
  ['{"rule": {}}', [['config-unknown-key', '"rule"']]],
  ['{"rules": {"minimizer": "off"}}', [['config-unknown-rule', '"minimizer"']]],
  ['{"rules": {"minimiser": "error"}}', [['config-type', '"error"']]],
  ['{"rules": []}', [['config-type', '[]']]],
  ['{"macros": "x"}', [['config-type', '"x"']]],
  [
    '{"macros": [1, "ok", "../x", "a\\\\b", "!a", "", "file:///x", "a[", "***/*a*b*c*d*"]}',
    [
      ['config-glob', '1'],
      ['config-glob', '"../x"'],
      ['config-glob', '"a\\\\b"'],
      ['config-glob', '"!a"'],
      ['config-glob', '""'],
      ['config-glob', '"file:///x"'],
      ['config-glob', '"a["'],
      ['config-glob', '"***/*a*b*c*d*"'],
    ],
  ],
  ['{"maxFileSize": 1.5}', [['config-type', '1.5']]],
  ['{"maxFileSize": -1}', [['config-type', '-1']]],
  ['{"root": "yes"}', [['config-type', '"yes"']]],
  ['{"root": true, "root": false}', [['config-duplicate', '"root"']]],
  ['{"extends": 7}', [['config-type', '7']]],
  [
    '{"extends": ["./a.json", 7, ""]}',
    [
      ['config-type', '7'],
      ['config-type', '""'],
    ],
  ],
  [
    '{"macros": [{"files": "../x", "items": "$.a[b", "body": "@key", "as": "xml", "title": 1, "tittle": "x"}]}',
    [
      ['config-glob', '"../x"'],
      ['config-path', '[b'],
      ['config-path', '"@key"'],
      ['config-type', '"xml"'],
      ['config-type', '1'],
      ['config-unknown-key', '"tittle"'],
    ],
  ],
  [
    '{"macros": [{"files": "x.json", "items": "macros[*]", "body": "$.a", "purpose": "a..b", "title": ""}]}',
    [
      ['config-path', 'm'],
      ['config-path', '$'],
      ['config-path', '..b'],
      ['config-path', '"'],
    ],
  ],
  [
    '{"macros": [{"files": "x.json"}]}',
    [
      ['config-missing-key', '{'],
      ['config-missing-key', '{'],
    ],
  ],
  ['{"articles": [{"files": "x.json"}]}', [['config-glob', '{"files": "x.json"}']]],
]

for (const [text, expected] of mistakes) {
  test(`the mistakes in ${text || 'an empty file'} are problems at their place`, () =>
    assert.deepEqual(problemsOf(text), expected))
}

test('syntax errors leave the rest in force', () => {
  const {settings, problems} = parseConfig('{"rules": {"minimiser": "off" "fix-may": "off"}, oops', ids)
  assert.equal(settings.rules['minimiser'], 'off')
  assert.ok(
    problems.length > 0 &&
      problems.every(({code, message}) => code === 'config-syntax' && message.includes('valid JSON')),
  )
})

test('names of the language itself are inert', () => {
  const text =
    '{"__proto__": {"x": 1}, "constructor": 1, "rules": {"__proto__": {"x": "off"}, "constructor": "off", "toString": "off"}}'
  const {settings, problems} = parseConfig(text, ids)
  assert.equal(problems.length, 5)
  assert.equal(Object.getPrototypeOf(settings.rules), null)
  assert.deepEqual(Object.keys(settings.rules), [])
  assert.equal(({} as Record<string, unknown>)['x'], undefined)
})

test('a file nested deep, or with endless mistakes, costs little', () => {
  for (const open of ['[', '{"a":']) assert.equal(problemsOf(open.repeat(100_000))[0]?.[0], 'config-too-deep')
  assert.deepEqual(problemsOf(`{"$schema": ${JSON.stringify('['.repeat(1000))}}`), [])
  const rules = Array.from({length: 100_000}, (_, index) => `"rule-${index}": "off"`).join()
  assert.equal(problemsOf(`{"rules": {${rules}}}`).length, 100)
})

test('the nearest file wins and inherits: rules key by key, lists whole and relative to their file', async () => {
  const files = memoryFiles({
    '/top/.poise.json':
      '{"rules": {"minimiser": "off", "fix-may": "hint"}, "macros": ["replies"], "ignore": ["drafts"], "maxFileSize": 7}',
    '/top/in/.poise.json': '{"rules": {"fix-may": "warning"}, "macros": ["x/*.md"]}',
    '/top/in/alone/.poise.json': '{"root": true, "articles": ["a.md"]}',
  })
  const configs = makeConfigs(files)
  const [top, inner, deep, alone] = [
    await configs.of('/top'),
    await configs.of('/top/in'),
    await configs.of('/top/in/x/y'),
    await configs.of('/top/in/alone'),
  ]
  assert.deepEqual({...inner.rules}, {minimiser: 'off', 'fix-may': 'warning'})
  assert.equal(deep, inner)
  assert.deepEqual([inner.maxFileSize, alone.maxFileSize], [7, 1_000_000])
  assert.deepEqual({...alone.rules}, {})
  assert.equal(kindOf(top, '/top/replies/deep/a.md'), 'macro')
  assert.equal(kindOf(inner, '/top/in/replies/a.md'), 'article')
  assert.equal(kindOf(inner, '/top/in/x/a.md'), 'macro')
  assert.equal(kindOf(inner, '/top/in/drafts/a.md'), undefined)
  assert.deepEqual([kindOf(alone, '/top/in/alone/a.md'), kindOf(alone, '/top/in/alone/b.md')], ['article', undefined])
})

test('own forms stand beside globs, and those of the nearest file come first', async () => {
  const form = (files: string, body: string) => ({files, items: '$.macros[*]', title: 'name', body})
  const files = memoryFiles({
    '/top/.poise.json': JSON.stringify({macros: ['replies', form('*.json', 'outer')]}),
    '/top/in/.poise.json': JSON.stringify({macros: [form('x/*.json', 'inner')]}),
    '/top/alone/.poise.json': JSON.stringify({root: true, macros: []}),
  })
  const configs = makeConfigs(files)
  const [inner, alone] = [await configs.of('/top/in'), await configs.of('/top/alone')]
  assert.deepEqual(
    configs.files().flatMap(({problems}) => problems),
    [],
  )
  const {root = assert.fail()} = readJson('{"macros": [{"name": "Late", "outer": "One.", "inner": "Two."}]}')
  const bodiesFor = (path: string) =>
    inner.ownShapes.filter(({test}) => test(path)).map(({shape}) => shape.find(root)?.[0]?.body.text)
  assert.deepEqual(bodiesFor('/top/in/x/a.json'), ['Two.', 'One.'])
  assert.deepEqual(bodiesFor('/top/in/a.json'), ['One.'])
  assert.equal(kindOf(inner, '/top/replies/a.md'), 'macro')
  assert.deepEqual(alone.ownShapes, [])
})

test('kinds follow from names where no file says more', async () => {
  const config = await makeConfigs(memoryFiles({})).of('/')
  const kinds = ['/a.md', '/A.MARKDOWN', '/a.macro.md', '/a.txt', '/md', '/a.md.bak'].map(path => kindOf(config, path))
  assert.deepEqual(kinds, ['article', 'article', 'macro', undefined, undefined, undefined])
})

test('a configuration that can’t be read is a problem of its file', async () => {
  for (const content of ['x'.repeat(1_000_001), new Uint8Array([255, 254]), new Uint8Array([0xc3, 0x28])]) {
    const configs = makeConfigs(memoryFiles({'/.poise.json': content}))
    assert.equal((await configs.of('/a/b')).maxFileSize, 1_000_000)
    assert.deepEqual(
      configs.files()[0]?.problems.map(({code}) => code),
      ['config-unreadable'],
    )
  }
})

test('each file is read once', async () => {
  const files = memoryFiles({'/a/.poise.json': '{}'})
  const configs = makeConfigs(files)
  await Promise.all(['/a/b', '/a/c', '/a/b', '/a'].map(configs.of))
  assert.deepEqual(files.opened.toSorted(), ['/.poise.json', '/a/.poise.json', '/a/b/.poise.json', '/a/c/.poise.json'])
})

test('every key has one sentence of description, and stands in the schema', () => {
  const properties = configSchemaOf([])['properties'] as Record<string, {description: string}>
  assert.deepEqual(Object.keys(properties), Object.keys(configKeys))
  for (const {description} of [...Object.values(properties), ...Object.values(ownShapeFields)])
    assert.match(description, /^[A-Z].*\.$/)
})
