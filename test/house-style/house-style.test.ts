import assert from 'node:assert/strict'
import {test} from 'node:test'
import {makeMemory} from '../../server/engine/memory.ts'
import {phraseLimits} from '../../server/house-style/phrase-limits.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {findDocument, findDocuments} from '../../server/workspace/find-documents.ts'
import {checkText} from '../../server/workspace/scan.ts'
import {makeTaskReader, taskOf} from '../../server/workspace/task.ts'
import {memoryFiles} from '../workspace/memory-files.ts'

type Files = Readonly<Record<string, string>>

async function read(files: Files, folder = '/w') {
  const configs = makeConfigs(memoryFiles(files))
  const config = await configs.of(folder)
  return {configs, config}
}

/** The names of the phrases that hold in a folder. */
async function namesIn(files: Files, folder?: string): Promise<readonly string[]> {
  return (await read(files, folder)).config.phrases.map(({name}) => name)
}

/** The problems of all files: `file:line code “words”`. */
async function problemsOf(files: Files, folder?: string): Promise<readonly string[]> {
  const {configs} = await read(files, folder)
  return configs.files().flatMap(({path, text = '', problems}) =>
    problems.map(({code, span}) => {
      const line = text.slice(0, span.start).split('\n').length
      return `${path.slice(3)}:${line} ${code} ${text.slice(span.start, span.end)}`
    }),
  )
}

const config = (phrases: readonly unknown[], more = {}): string => JSON.stringify({phrases, ...more})

async function rulesIn(text: string, files: Files, path = '/w/a.md'): Promise<readonly string[]> {
  const found = await findDocument(makeConfigs(memoryFiles(files)), path)
  assert.ok(found)
  const report = checkText(text, found, makeMemory())
  return (
    report?.findings.filter(({rule}) => rule.startsWith('house/')).map(({rule, severity}) => `${rule} ${severity}`) ??
    []
  )
}

test('rules come from the configuration and from the YAML and JSON files that it names', async () => {
  const files = {
    '/w/.poise.json': config([{find: 'a one'}, 'style/a.yaml', './b.json', 'c.yml']),
    '/w/style/a.yaml': '- find: a two\n- find: [a three, a four]\n  name: many\n',
    '/w/b.json': '{"$schema": "x", "phrases": [{"find": "a five"}], } // fine\n',
    '/w/c.yml': 'phrases:\n  - find: a six\n    say: |\n      a\n',
  }
  assert.deepEqual(await problemsOf(files), [])
  assert.deepEqual(await namesIn(files), ['a-one', 'a-two', 'many', 'a-five', 'a-six'])
})

test('a folder’s phrases are added to those above, one of the same name counts instead, and root ends the search', async () => {
  const above = config([{find: 'a one'}, {find: 'a two', say: 'x'}])
  const files = {'/w/.poise.json': above, '/w/in/.poise.json': config([{find: 'a two', say: 'y'}, {find: 'a three'}])}
  assert.deepEqual(await namesIn(files, '/w/in'), ['a-one', 'a-two', 'a-three'])
  const {config: inside} = await read(files, '/w/in')
  assert.deepEqual(inside.phrases[1]?.say, ['y'])
  const root = {...files, '/w/in/.poise.json': config([{find: 'a three'}], {root: true})}
  assert.deepEqual(await namesIn(root, '/w/in'), ['a-three'])
})

test('“rules” sets the severity of a house rule, and a folder below turns one off', async () => {
  const files = {
    '/w/.poise.json': config([{find: 'utilise'}, {find: 'leverage'}], {rules: {'house/utilise': 'warning'}}),
    '/w/in/.poise.json': '{"rules": {"house/leverage": "off"}}',
  }
  const text = 'We utilise and leverage it.'
  assert.deepEqual(await problemsOf(files, '/w/in'), [])
  assert.deepEqual(await rulesIn(text, files), ['house/utilise warning', 'house/leverage suggestion'])
  assert.deepEqual(await rulesIn(text, files, '/w/in/a.md'), ['house/utilise warning'])
})

test('a house rule that is not there is named, with the nearest one', async () => {
  const files = {'/w/.poise.json': config([{find: 'utilise'}], {rules: {'house/utilize': 'off', 'house/': 'off'}})}
  const {configs} = await read(files)
  const [first, second] = configs.files()[0]?.problems ?? []
  assert.match(first?.message ?? '', /no rule “house\/utilize” .* Did you mean “house\/utilise”\?/)
  assert.equal(second?.code, 'config-unknown-rule')
})

test('an ignore comment knows the rules of the team', async () => {
  const found = await findDocument(makeConfigs(memoryFiles({'/w/.poise.json': config([{find: 'utilise'}])})), '/w/a.md')
  assert.ok(found)
  const problems = (text: string) => checkText(text, found, makeMemory())?.problems.map(({code}) => code)
  const comment = (rule: string) => `<!-- poise-ignore ${rule}: why -->\nWe utilise it.\n`
  assert.deepEqual(problems(comment('house/utilise')), [])
  assert.deepEqual(problems(comment('house/other')), ['unknown-rule'])
  assert.deepEqual(problems('<!-- poise-ignore house/utilise -->\nFine.\n'), ['unused-ignore'])
})

const mistakes: readonly (readonly [what: string, files: Files, ...problems: string[]])[] = [
  ['a list that is none', {'/w/.poise.json': '{"phrases": {"find": "x"}}'}, '.poise.json:1 config-type {"find": "x"}'],
  ['an entry that is none', {'/w/.poise.json': '{"phrases": [7]}'}, '.poise.json:1 phrase-type 7'],
  [
    'an unknown field, the rest of which works on',
    {'/w/.poise.json': '{"phrases": [\n{"find": "a b", "sya": "x"}]}'},
    '.poise.json:2 phrase-unknown-key "sya"',
  ],
  ['nothing to find', {'/w/.poise.json': '{"phrases": [{"say": "x"}]}'}, '.poise.json:1 phrase-missing-find "say"'],
  ['an empty phrase', {'/w/.poise.json': '{"phrases": [{"find": ""}]}'}, '.poise.json:1 phrase-find ""'],
  [
    'a list without entries',
    {'/w/.poise.json': '{"phrases": [{"find": []}]}'},
    '.poise.json:1 phrase-missing-find "find"',
  ],
  [
    'a phrase that can’t match',
    {'/w/.poise.json': '{"phrases": [{"find": "a (b"}]}'},
    '.poise.json:1 phrase-find "a (b"',
  ],
  [
    'words of another kind',
    {
      '/w/.poise.json':
        '{"phrases": [{"find": "a b", "in": "articles", "severity": "error", "principle": 3, "name": ["x"]}]}',
    },
    '.poise.json:1 phrase-type "articles"',
    '.poise.json:1 phrase-type "error"',
    '.poise.json:1 phrase-type 3',
    '.poise.json:1 phrase-type ["x"]',
  ],
  [
    'a name with other signs',
    {'/w/.poise.json': '{"phrases": [{"find": "a b", "name": "Our Word!"}]}'},
    '.poise.json:1 phrase-name "Our Word!"',
  ],
  [
    'forms and gaps that are not found',
    {'/w/.poise.json': '{"phrases": [{"find": "a b", "say": ["~x", "x .. y", "a b"]}]}'},
    '.poise.json:1 phrase-say "~x"',
    '.poise.json:1 phrase-say "x .. y"',
    '.poise.json:1 phrase-say "a b"',
  ],
  ['a field twice', {'/w/a.yaml': '- find: a b\n  find: c d\n'}, 'a.yaml:2 phrase-duplicate-key find'],
  [
    'a name twice',
    {'/w/a.yaml': '- find: a b\n- find: a-b\n', '/w/.poise.json': '{"phrases": ["a.yaml", {"find": "a b"}]}'},
    'a.yaml:1 phrase-duplicate f',
    'a.yaml:2 phrase-duplicate f',
  ],
  ['what is no YAML', {'/w/a.yaml': '- find: a b\n- find: "c\n'}, 'a.yaml:2 yaml-syntax "'],
  [
    'what is no JSON',
    {'/w/a.json': '[{"find": "a b"}, {]', '/w/.poise.json': '{"phrases": ["a.json"]}'},
    'a.json:1 json-syntax ]',
  ],
  ['YAML that is one rule', {'/w/a.yaml': 'find: a b\nsay: c\n'}, 'a.yaml:1 style-type f'],
  ['YAML that is a text', {'/w/a.yaml': 'hello\n'}, 'a.yaml:1 style-type h'],
  ['YAML with other keys', {'/w/a.yaml': 'phrase:\n  - find: a b\n'}, 'a.yaml:1 phrase-unknown-key phrase'],
  ['YAML whose phrases are no list', {'/w/a.yaml': 'phrases: 3\n'}, 'a.yaml:1 style-type phrases'],
  ['an empty file', {'/w/a.yaml': '\n'}, 'a.yaml:1 style-empty '],
  [
    'a file that is not there',
    {'/w/.poise.json': '{"phrases": ["x.yaml"]}'},
    '.poise.json:1 style-unreadable "x.yaml"',
  ],
  ['a file outside', {'/w/.poise.json': '{"phrases": ["../x.yaml"]}'}, '.poise.json:1 style-path "../x.yaml"'],
  [
    'a file from the root',
    {'/w/.poise.json': '{"phrases": ["/x.yaml", "C:/x.yaml"]}'},
    '.poise.json:1 style-path "/x.yaml"',
    '.poise.json:1 style-path "C:/x.yaml"',
  ],
  ['a file of another kind', {'/w/.poise.json': '{"phrases": ["x.md"]}'}, '.poise.json:1 style-path "x.md"'],
  [
    'a file twice',
    {'/w/a.yaml': '- find: a b\n', '/w/.poise.json': '{"phrases": ["a.yaml", "./a.yaml"]}'},
    '.poise.json:1 style-path "./a.yaml"',
  ],
]

for (const [what, files, ...problems] of mistakes)
  test(`${what} is reported where it stands, and the rest works on`, async () => {
    const all = {'/w/.poise.json': '{"phrases": [{"find": "works on"}, "a.yaml"]}', ...files}
    assert.deepEqual((await problemsOf(all)).toSorted(), problems.toSorted())
    const sound = files['/w/.poise.json'] === undefined
    if (sound) assert.deepEqual(await rulesIn('It works on.', all), ['house/works-on suggestion'])
  })

test('what is sound in a rule with a mistake works', async () => {
  const files = {
    '/w/.poise.json': config([
      {find: ['a (b', 'utilise'], sya: 'x', severity: 'warning', in: 'none'},
      {find: 'leverage'},
    ]),
  }
  assert.deepEqual(await rulesIn('We utilise and leverage it.', files), [
    'house/utilise warning',
    'house/leverage suggestion',
  ])
})

test('a file that is too large, binary or a folder is named', async () => {
  const files = {'/w/.poise.json': config(['a.yaml', 'b.yaml']), '/w/a.yaml': 'x'.repeat(1_000_001), '/w/b.yaml': '\0'}
  const {configs} = await read(files)
  const messages = configs.files()[0]?.problems.map(({message}) => message) ?? []
  assert.match(messages[0] ?? '', /larger than 1 MB/)
  assert.match(messages[1] ?? '', /binary data/)
})

test('limits hold, and what is inside of them works', async () => {
  const many = Array.from({length: phraseLimits.rules + 5}, (_, index) => ({find: `word${index} here`}))
  assert.equal((await namesIn({'/w/.poise.json': config(many)})).length, phraseLimits.rules)
  assert.equal((await problemsOf({'/w/.poise.json': config(many)})).length, 1)
  const split = {
    '/w/.poise.json': config([...many.slice(0, 600), 'a.json']),
    '/w/a.json': JSON.stringify(many.slice(500, 1200)),
  }
  assert.equal((await namesIn(split)).length, phraseLimits.rules)
  const files = Array.from({length: phraseLimits.files + 1}, (_, index) => `${index}.yaml`)
  assert.ok(
    (await problemsOf({'/w/.poise.json': config(files)})).some(problem => problem.includes('style-path "20.yaml"')),
  )
  const long = {find: 'a b', say: 'x'.repeat(201), why: 'x'.repeat(501), bad: Array.from({length: 51}, () => 'a b')}
  assert.deepEqual(
    (await problemsOf({'/w/.poise.json': config([long])})).map(problem => problem.split(' ')[1]),
    ['phrase-too-long', 'phrase-too-long', 'phrase-too-many'],
  )
})

test('files of phrase rules are no documents', async () => {
  const style = '- title: One\n  body: Hi Ana, we utilise it.\n'
  const files = {
    '/w/.poise.json': config(['a.yaml']),
    '/w/a.yaml': style,
    '/w/b.poise-style.yaml': style,
    '/w/c.yaml': style,
  }
  const found: string[] = []
  for await (const {path} of findDocuments(memoryFiles(files), makeConfigs(memoryFiles(files)), '/w')) found.push(path)
  assert.deepEqual(found, ['/w/c.yaml'])
})

test('another thread gets the phrases, and makes their plans once for all files of a batch', async () => {
  const configs = makeConfigs(memoryFiles({'/w/.poise.json': config([{find: 'utilise'}])}))
  const found = [await findDocument(configs, '/w/a.md'), await findDocument(configs, '/w/b.md')]
  const tasks = structuredClone(found.map(each => taskOf(each ?? assert.fail('no document'))))
  const foundOf = makeTaskReader()
  const [one, two] = tasks.map(foundOf)
  assert.ok(one && two)
  assert.equal(one.config, two.config)
  assert.deepEqual(
    checkText('We utilise it.', one, makeMemory())?.findings.map(({rule}) => rule),
    ['house/utilise'],
  )
  const other = makeConfigs(memoryFiles({'/w/.poise.json': config([{find: 'leverage'}])}))
  const third = structuredClone(taskOf((await findDocument(other, '/w/a.md')) ?? assert.fail('no document')))
  assert.notEqual(foundOf(third).config, one.config)
})
