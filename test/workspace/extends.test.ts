import assert from 'node:assert/strict'
import {test} from 'node:test'
import {kindOf, makeConfigs} from '../../server/workspace/config.ts'
import {memoryFiles} from './memory-files.ts'

type Files = Readonly<Record<string, string | object>>

async function configOf(files: Files, within: readonly string[] = ['/w'], folder = '/w/docs') {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? data : JSON.stringify(data)]),
  )
  const configs = makeConfigs(memoryFiles(texts), undefined, within)
  const config = await configs.of(folder)
  const problems = configs
    .files()
    .flatMap(({path, text = '', problems}) =>
      problems.map(({code, message, span}) => ({path, code, message, at: text.slice(span.start, span.end)})),
    )
  return {config, configs, problems}
}

test('what is extended comes first, later over earlier, and the file itself over all', async () => {
  const {config, problems} = await configOf({
    '/w/.poise.json': {rules: {'fix-may': 'off', minimiser: 'off'}, allow: ['Top Name']},
    '/w/docs/.poise.json': {extends: ['../house/a.json', '../house/b.yaml'], rules: {minimiser: 'warning'}},
    '/w/house/a.json':
      '{"rules": {"minimiser": "hint", "fix-may": "hint", "scolding": "hint"}, "macros": ["canned"], // ours\n}',
    '/w/house/b.yaml':
      'rules:\n  fix-may: "on" # again\n  scolding: suggestion\nallow: [Just Eat]\nmaxFileSize: 7\nroot: true\n',
  })
  assert.deepEqual(problems, [])
  assert.deepEqual({...config.rules}, {'fix-may': 'on', minimiser: 'warning', scolding: 'suggestion'})
  assert.deepEqual([config.allow, config.maxFileSize], [['Top Name', 'Just Eat'], 7])
  // Globs count from the folder of the file that extends.
  assert.equal(kindOf(config, '/w/docs/canned/a.md'), 'macro')
  assert.equal(kindOf(config, '/w/house/canned/a.md'), 'article')
})

test('a package gives its data, by its manifest or its usual name, from here upwards', async () => {
  const {config, problems} = await configOf({
    '/w/docs/.poise.json': {extends: ['@acme/style', 'plain-style']},
    '/w/node_modules/@acme/style/package.json': {name: '@acme/style', main: 'index.js', poise: './data/rules.json'},
    '/w/node_modules/@acme/style/data/rules.json': {extends: './more.yml', rules: {minimiser: 'off'}},
    '/w/node_modules/@acme/style/data/more.yml': 'rules: {scolding: off, minimiser: hint}\n',
    '/w/docs/node_modules/plain-style/poise.json': {rules: {'fix-may': 'off'}},
  })
  assert.deepEqual(problems, [])
  assert.deepEqual({...config.rules}, {scolding: 'off', minimiser: 'off', 'fix-may': 'off'})
})

test('phrases come with what is extended: files count from there and stay there, and a nearer phrase of the same name wins', async () => {
  const {config, problems} = await configOf({
    '/w/docs/.poise.json': {
      extends: ['@acme/style', './base.yaml'],
      phrases: [{find: 'leverage', say: 'use'}],
      rules: {'house/utilise': 'hint', 'house/leverage': 'off', 'house/kindly': 'off'},
    },
    '/w/node_modules/@acme/style/poise.json': {
      phrases: ['words/all.yaml', '../out.yaml', {find: 'leverage', say: 'lift'}],
    },
    '/w/node_modules/@acme/style/words/all.yaml': '- {find: utilise, say: use}\n- {find: a, nam: b}\n',
    '/w/node_modules/@acme/out.yaml': '- {find: outside}\n',
    '/w/docs/base.yaml': 'phrases:\n  - find: "kindly"\n  - find: "touch ("\n',
  })
  assert.deepEqual(
    config.phrases.map(({name, say}) => [name, ...say]),
    [['utilise', 'use'], ['a'], ['kindly'], ['leverage', 'use']],
  )
  assert.deepEqual(
    problems.map(({path, code, at}) => `${path.slice('/w/'.length)} ${code} ${at}`),
    [
      'docs/base.yaml phrase-find "touch ("',
      'node_modules/@acme/style/poise.json style-path "../out.yaml"',
      'node_modules/@acme/style/words/all.yaml phrase-unknown-key nam',
    ],
  )
  // A file of phrases is no document, wherever it is named.
  assert.equal(kindOf(config, '/w/node_modules/@acme/style/words/all.yaml'), undefined)
})

test('a rule of phrases or of a style that there is not is a problem where it is named, overrides included', async () => {
  const {problems} = await configOf({
    '/w/docs/.poise.json': {
      phrases: [{find: 'utilise'}],
      vale: ['Acme'],
      rules: {'house/utilize': 'off', 'vale/Acme.Wordi': 'off', 'house/utilise': 'off', 'vale/Acme.Wordy': 'off'},
      overrides: [{files: '*.x.md', rules: {'house/leverage': 'off', 'vale/nothing': 'off'}}],
    },
    '/w/docs/Acme/Wordy.yml': 'extends: existence\nmessage: Short.\ntokens: [utilize]\n',
  })
  assert.deepEqual(
    problems.map(({code, at}) => `${code} ${at}`),
    ['"house/utilize"', '"vale/Acme.Wordi"', '"house/leverage"', '"vale/nothing"'].map(
      at => `config-unknown-rule ${at}`,
    ),
  )
  assert.match(problems[0]?.message ?? '', /Your team has no rule “house\/utilize”.* Did you mean “house\/utilise”/)
  assert.match(
    problems[1]?.message ?? '',
    /Your team has no rule “vale\/Acme\.Wordi”.* Did you mean “vale\/Acme\.Wordy”/,
  )
})

test('a principle reaches the team’s own phrases, over what was said of one before, and no style', async () => {
  const {config, problems} = await configOf({
    '/w/.poise.json': {
      phrases: [
        {find: 'utilise', principle: 'standing'},
        {find: 'kindly', principle: 'standing'},
      ],
      vale: ['Acme'],
      rules: {'house/utilise': 'hint', 'vale/Acme.Wordy': 'hint'},
    },
    '/w/Acme/Wordy.yml': 'extends: existence\nmessage: Short.\ntokens: [utilize]\n',
    '/w/docs/.poise.json': {rules: {standing: 'off', understanding: 'off', 'house/kindly': 'warning'}},
  })
  assert.deepEqual(problems, [])
  const own = config.plans.article.sentenceRules.filter(({id}) => id.includes('/'))
  assert.deepEqual(
    own.map(rule => [rule.id, config.plans.article.severityOf(rule)]),
    [
      ['house/kindly', 'warning'],
      ['vale/Acme.Wordy', 'hint'],
    ],
  )
})

const wrong: readonly (readonly [what: string, entry: string, files: Files, message: RegExp])[] = [
  ['a file that is not there', './no.json', {}, /There is no file “\.\/no\.json”/],
  ['a path out of the workspace', '../../x.json', {'/x.json': {}}, /leads out of \/w,/],
  ['a path above the top', '../../../../../x.json', {}, /leads out of \/w,/],
  ['an absolute path', '/w/house/a.json', {'/w/house/a.json': {}}, /is not a path from this file/],
  ['a drive', 'C:/a.json', {}, /is not a path from this file/],
  ['an address', 'https://example.com/a.json', {}, /is not a path from this file/],
  ['a backslash', '..\\a.json', {}, /forward slashes/],
  ['code', './style.js', {'/w/docs/style.js': ''}, /neither a JSON or YAML file nor the name of a package/],
  [
    'a package that is above the workspace',
    'far-style',
    {'/node_modules/far-style/poise.json': {}},
    /There is no package “far-style”.*up to \/w\./,
  ],
  [
    'a package that names code',
    'code-style',
    {'/w/node_modules/code-style/package.json': {poise: 'index.js'}},
    /names no data/,
  ],
  [
    'a package that leads out of itself',
    'out-style',
    {'/w/node_modules/out-style/package.json': {poise: '../../a.json'}},
    /leads out of/,
  ],
  [
    'a file that is no JSON',
    './a.json',
    {'/w/docs/a.json': '{\n"rules": {"minimiser": "off",}\n oops'},
    /“\.\/a\.json” can’t be read as a whole; mend line 3 there/,
  ],
  ['a file that is no YAML', './a.yaml', {'/w/docs/a.yaml': 'a: "x\nb: [1\n'}, /mend line \d there/],
]

for (const [what, entry, files, message] of wrong) {
  test(`${what} is a problem at its entry, and the rest holds`, async () => {
    const {config, problems} = await configOf({
      ...files,
      '/w/docs/.poise.json': {extends: [entry, './ok.json'], rules: {minimiser: 'hint'}},
      '/w/docs/ok.json': {rules: {'fix-may': 'off'}},
    })
    const [problem, ...others] = problems.filter(({code}) => code === 'config-extends')
    assert.deepEqual([problem?.path, problem?.at, others], ['/w/docs/.poise.json', JSON.stringify(entry), []])
    assert.match(problem?.message ?? '', message)
    assert.equal(config.rules['fix-may'], 'off')
    assert.equal(config.rules['minimiser'], 'hint')
  })
}

test('circles end at the entry that closes them', async () => {
  const {config, problems} = await configOf({
    '/w/docs/.poise.json': {extends: './a.json', rules: {minimiser: 'off'}},
    '/w/docs/a.json': {extends: ['./b.json'], rules: {'fix-may': 'off'}},
    '/w/docs/b.json': {extends: ['./a.json', './.poise.json', './b.json'], rules: {scolding: 'off'}},
  })
  assert.deepEqual({...config.rules}, {scolding: 'off', 'fix-may': 'off', minimiser: 'off'})
  assert.deepEqual(
    problems.map(({path, at}) => [path, at]),
    [
      ['/w/docs/b.json', '"./a.json"'],
      ['/w/docs/b.json', '"./.poise.json"'],
      ['/w/docs/b.json', '"./b.json"'],
    ],
  )
})

test('a long chain and a wide tree end', async () => {
  const chain = Object.fromEntries(
    Array.from({length: 30}, (_, index) => [`/w/docs/${index}.json`, {extends: `./${index + 1}.json`}]),
  )
  const deep = await configOf({'/w/docs/.poise.json': {extends: './0.json'}, ...chain})
  assert.deepEqual(
    deep.problems.map(({path}) => path),
    ['/w/docs/9.json'],
  )
  const tree = Object.fromEntries(
    Array.from({length: 9}, (_, index) => [`/w/docs/${index}.json`, {extends: Array(20).fill(`./${index + 1}.json`)}]),
  )
  const wide = await configOf({'/w/docs/.poise.json': {extends: './0.json'}, ...tree, '/w/docs/9.json': '{}'})
  assert.match(wide.problems[0]?.message ?? '', /more than 100 files/)
})

test('without an open folder nothing leads out of the folder of the file', async () => {
  const {problems} = await configOf(
    {'/w/docs/.poise.json': {extends: ['../a.json', './b.json']}, '/w/a.json': {}, '/w/docs/b.json': {}},
    ['/elsewhere'],
  )
  assert.deepEqual(
    problems.map(({at}) => at),
    ['"../a.json"'],
  )
})

test('the mistakes of an extended file stand at their own place', async () => {
  const {problems, configs} = await configOf({
    '/w/docs/.poise.json': {extends: './a.yml'},
    '/w/docs/a.yml': 'rules:\n  minimizer: off\nignore: ["../x"]\n',
  })
  assert.deepEqual(
    problems.map(({path, code, at}) => [path, code, at]),
    [
      ['/w/docs/a.yml', 'config-unknown-rule', 'minimizer'],
      ['/w/docs/a.yml', 'config-glob', '"../x"'],
    ],
  )
  assert.ok(configs.sources().has('/w/docs/a.yml') && !configs.sources().has('/w/docs/b.yml'))
})
