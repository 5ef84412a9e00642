import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type TestContext, test} from 'node:test'
import {calm, doubtful, folderOf, minimised, poise} from './poise.ts'

const sentences = [doubtful, minimised, calm, 'You failed to add it.', 'We’ll look into it soon.', 'Unfortunately, no.']
const sentence = (index: number): string => sentences[index % sentences.length] ?? ''

/** Articles, replies, exports and broken files, enough of them that other threads are started. */
function manyFiles(context: TestContext): string {
  const files: Record<string, string | Uint8Array> = {
    '.poise.json': '{"rules": {"minimiser": "hint"}}',
    'b/.poise.json':
      '{"rules": {"outcome-should": "off"}, "macros": [{"files": "own*.json", "items": "$.all[*]", "body": "say"}]}',
    'broken/.poise.json': '{"rulez": {}}',
  }
  for (let index = 0; index < 64; index++) {
    const text = Array.from({length: 3}, (_, line) => `${sentence(index + line * 5)} ${index}.`).join('\n\n')
    files[`a/${index}.md`] = `# Page ${index}\n\n${text}\n`
    files[`b/${index}.macro.md`] = `---\ntitle: Reply ${index}\n---\n\nHi,\n\n${text}\n`
    if (index % 8 > 0) continue
    const macros = [0, 1, 2].map(at => ({
      title: `Reply ${at}`,
      actions: [{field: 'comment_value_html', value: `<p>${sentence(index + at)}</p>`}],
    }))
    files[`b/export${index}.json`] = JSON.stringify({macros})
    files[`b/own${index}.json`] = JSON.stringify({all: [{say: sentence(index)}, {say: sentence(index + 1)}]})
    files[`broken/${index}.md`] = new Uint8Array([0x41, 0xff, 0xfe])
    files[`broken/${index}.json`] = '{"macros": [{"title": "A", "body": "Just click'
    files[`broken/${index}.macro.md`] = `---\ntitle: [\n---\n${minimised}`
  }
  return folderOf(context, files)
}

test('one thread and many say the same, byte for byte, in every format', async context => {
  const cwd = manyFiles(context)
  for (const flags of [['--format', 'json'], ['--format', 'text', '--quiet'], ['--fix-dry-run']]) {
    const one = await poise(['check', '--workers', '1', ...flags], {cwd})
    assert.ok(one.out.length > 1000, flags.join(' '))
    assert.deepEqual(await poise(['check', '--workers', '4', ...flags], {cwd}), one, flags.join(' '))
  }
})

test('one thread and many fix the same', async context => {
  const [one, four] = [manyFiles(context), manyFiles(context)]
  const results = [
    await poise(['check', '--fix', '--workers', '1'], {cwd: one}),
    await poise(['check', '--fix', '--workers', '4'], {cwd: four}),
  ]
  assert.deepEqual(results[1], results[0])
  assert.match(results[0]?.out ?? '', /Applied \d+ safe suggestions/)
  for (const name of readdirSync(one, {recursive: true, encoding: 'utf8'}))
    if (/\.(?:md|json)$/.test(name))
      assert.deepEqual(readFileSync(join(four, name)), readFileSync(join(one, name)), name)
})

test('--timing adds the threads up and changes nothing else', async context => {
  const cwd = manyFiles(context)
  const plain = await poise(['check'], {cwd})
  const {out, err} = await poise(['check', '--timing', '--workers', '2'], {cwd})
  assert.equal(out, plain.out)
  assert.match(err, /all stages, of all threads[\s\S]* rule \S+/)
})

test('the second run with --cache says the same and runs no rule', async context => {
  const cwd = manyFiles(context)
  for (const format of ['json', 'text']) {
    const run = (...more: string[]) => poise(['check', '--format', format, ...more], {cwd})
    const plain = await run()
    assert.deepEqual(await run('--cache'), plain)
    const second = await run('--cache', '--timing')
    assert.deepEqual([second.code, second.out], [plain.code, plain.out])
    assert.doesNotMatch(second.err, /^.* (?:rule|recogniser) /m)
  }
})

test('a changed file and a changed configuration are checked anew; a file that is gone is forgotten', async context => {
  const cwd = folderOf(context, {'a.md': doubtful, 'b.md': doubtful, 'c.md': calm})
  mkdirSync(join(cwd, 'node_modules'))
  const cached = () => poise(['check', '--cache'], {cwd})
  const same = async () => {
    const now = await cached()
    assert.deepEqual(now, await poise(['check'], {cwd}))
    return now.out
  }
  assert.match(await same(), /3 articles read: 2 warnings/)
  writeFileSync(join(cwd, 'a.md'), calm)
  assert.match(await same(), /3 articles read: 1 warning/)
  writeFileSync(join(cwd, '.poise.json'), '{"rules": {"outcome-should": "hint"}}')
  assert.match(await same(), /3 articles read: 3 hints/)
  const cache = join(cwd, 'node_modules/.cache/poise/check.json')
  assert.match(readFileSync(cache, 'utf8'), /"c\.md"/)
  writeFileSync(join(cwd, '.poise.json'), '{"ignore": ["c.md"]}')
  await same()
  assert.doesNotMatch(readFileSync(cache, 'utf8'), /"c\.md"/)
})

test('a damaged cache is noted and replaced, a foreign file is noted and kept', async context => {
  const cwd = folderOf(context, {'a.md': doubtful, 'foreign.json': '{"name": "other"}'})
  const plain = await poise(['check'], {cwd})
  const run = (file: string) => poise(['check', `--cache=${file}`, 'a.md'], {cwd})
  await run('kept')
  const whole = readFileSync(join(cwd, 'kept'), 'utf8')
  const steering = whole.replace('"report":"', '"report":"\\u001b]0;x\\u0007')
  for (const text of [whole.slice(0, -20), whole.replace('"isRead":true', '"isRead":1'), steering]) {
    assert.notEqual(text, whole)
    writeFileSync(join(cwd, 'kept'), text)
    const {out, err} = await run('kept')
    assert.equal(out, plain.out)
    assert.match(err, /^The cache kept is damaged.*\n$/)
    assert.equal(readFileSync(join(cwd, 'kept'), 'utf8'), whole)
  }
  const {out, err} = await run('foreign.json')
  assert.equal(out, plain.out)
  assert.match(err, /^foreign\.json is not a cache of Poise.*\n$/)
  assert.equal(readFileSync(join(cwd, 'foreign.json'), 'utf8'), '{"name": "other"}')
})

test('--fix neither reads nor writes a cache', async context => {
  const cwd = folderOf(context, {'a.md': minimised})
  await poise(['check', '--cache'], {cwd})
  const before = readFileSync(join(cwd, '.poise-cache'), 'utf8')
  assert.match((await poise(['check', '--cache', '--fix'], {cwd})).out, /Applied 1 safe suggestion/)
  assert.equal(readFileSync(join(cwd, '.poise-cache'), 'utf8'), before)
  assert.match((await poise(['check', '--cache'], {cwd})).out, /nothing to change/)
})
