import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import type {Config} from '../../server/workspace/config.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {configFor} from '../../server/workspace/file-config.ts'
import {type Found, findDocuments} from '../../server/workspace/find-documents.ts'
import {parseConfig} from '../../server/workspace/parse-config.ts'
import {makeTaskReader, taskOf} from '../../server/workspace/task.ts'
import {memoryFiles} from './memory-files.ts'

const rule = (id: string) => rules.find(each => each.id === id) ?? assert.fail(id)

/** What a configuration makes of some rules: a severity, `own`, or `off`. */
function settingsIn(config: Config, ids: readonly string[]): Readonly<Record<string, string>> {
  const {sentenceRules, documentRules, severityOf} = config.plans.macro
  const active = new Set([...sentenceRules, ...documentRules].map(each => each.id))
  return Object.fromEntries(ids.map(id => [id, active.has(id) ? (severityOf(rule(id)) ?? 'own') : 'off']))
}

const configAt = async (files: Readonly<Record<string, object>>, path: string) => {
  const texts = Object.fromEntries(Object.entries(files).map(([name, data]) => [name, JSON.stringify(data)]))
  const configs = makeConfigs(memoryFiles(texts))
  const config = configFor(await configs.of(path.slice(0, path.lastIndexOf('/'))), path)
  assert.deepEqual(
    configs.files().flatMap(({problems}) => problems),
    [],
  )
  return config
}

test('a principle stands for its rules, and a rule’s own entry wins whatever the order', async () => {
  for (const own of [
    {minimiser: 'warning', understanding: 'off'},
    {understanding: 'off', minimiser: 'warning'},
  ]) {
    const config = await configAt({'/w/.poise.json': {rules: {...own, standing: 'hint'}}}, '/w/a.macro.md')
    assert.deepEqual(settingsIn(config, ['minimiser', 'scolding', 'policy-shield', 'hope-outcome']), {
      minimiser: 'warning',
      scolding: 'off',
      'policy-shield': 'hint',
      'hope-outcome': 'own',
    })
  }
})

test('the later override wins, and a nearer file wins over the overrides of those above', async () => {
  const files = {
    '/w/.poise.json': {
      rules: {minimiser: 'hint', scolding: 'off'},
      overrides: [
        {files: ['legal/**', '*.terms.md'], rules: {understanding: 'off', 'policy-shield': 'off'}},
        {files: 'legal/letters', rules: {minimiser: 'warning', 'policy-shield': 'on'}},
      ],
    },
    '/w/legal/letters/old/.poise.json': {rules: {'policy-shield': 'suggestion'}},
  }
  const at = async (path: string) => settingsIn(await configAt(files, path), ['minimiser', 'scolding', 'policy-shield'])
  assert.deepEqual(await at('/w/a.macro.md'), {minimiser: 'hint', scolding: 'off', 'policy-shield': 'own'})
  assert.deepEqual(await at('/w/deep/a.terms.md'), {minimiser: 'off', scolding: 'off', 'policy-shield': 'off'})
  assert.deepEqual(await at('/w/legal/letters/a.md'), {minimiser: 'warning', scolding: 'off', 'policy-shield': 'own'})
  assert.deepEqual(await at('/w/legal/letters/old/a.md'), {
    minimiser: 'warning',
    scolding: 'off',
    'policy-shield': 'suggestion',
  })
})

test('files of the same outcome share one configuration and its plans, here and in another thread', async () => {
  const overrides = [
    {files: '*.a.md', rules: {minimiser: 'off'}},
    {files: '*.b.md', rules: {understanding: 'on', minimiser: 'off'}},
    {files: '*.b.md', rules: {understanding: 'on', minimiser: 'off'}},
    {files: '*.c.md', rules: {minimiser: 'hint'}},
  ]
  const names = ['1.md', '2.md', '1.a.md', '2.a.md', '1.b.md', '2.b.md', '1.c.md']
  const files = memoryFiles({
    '/w/.poise.json': JSON.stringify({rules: {minimiser: 'hint'}, overrides}),
    ...Object.fromEntries(names.map(name => [`/w/${name}`, 'x'])),
  })
  const found: Found[] = []
  for await (const each of findDocuments(files, makeConfigs(files), '/w')) found.push(each)
  const groups = ['1.c.md 1.md 2.md', '1.a.md 2.a.md', '1.b.md 2.b.md']
  const grouped = (configs: readonly Config[]) =>
    [...new Set(configs)].map(config =>
      found
        .filter((_, index) => configs[index] === config)
        .map(({path}) => path.slice(3))
        .toSorted()
        .join(' '),
    )
  assert.deepEqual(grouped(found.map(({config}) => config)).toSorted(), groups.toSorted())
  const read = makeTaskReader()
  const again = found.map(each => read(structuredClone(taskOf(each))))
  assert.deepEqual(grouped(again.map(({config}) => config)).toSorted(), groups.toSorted())
  assert.equal(
    settingsIn(again.find(({path}) => path === '/w/1.a.md')?.config ?? assert.fail(), ['minimiser'])['minimiser'],
    'off',
  )
})

const mistakes: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['{"rules": {"standin": "off"}}', [['config-unknown-rule', '"standin"']]],
  ['{"overrides": {}}', [['config-type', '{}']]],
  ['{"overrides": ["x"]}', [['config-type', '"x"']]],
  ['{"overrides": [{"files": "../x", "rules": {}}]}', [['config-glob', '"../x"']]],
  [
    '{"overrides": [{"files": ["a", 1], "rules": {"minimizer": "off", "minimiser": 1}}]}',
    [
      ['config-glob', '1'],
      ['config-unknown-rule', '"minimizer"'],
      ['config-type', '1'],
    ],
  ],
  [
    '{"overrides": [{"file": "a", "rules": []}]}',
    [
      ['config-unknown-key', '"file"'],
      ['config-type', '[]'],
      ['config-missing-key', '{'],
    ],
  ],
  ['{"overrides": [{"files": "a"}]}', [['config-missing-key', '{']]],
]

for (const [text, expected] of mistakes) {
  test(`the mistakes in ${text} are problems at their place`, () =>
    assert.deepEqual(
      parseConfig(text).problems.map(({code, span}) => [code, text.slice(span.start, span.end)]),
      expected,
    ))
}

test('an override with a mistake leaves the others in force', () => {
  const {settings} = parseConfig('{"overrides": [7, {"files": ["a", "b["], "rules": {"intent": "off"}}]}')
  assert.deepEqual(
    settings.overrides?.map(({files, rules}) => [files, {...rules}]),
    [[['a'], {intent: 'off'}]],
  )
})
