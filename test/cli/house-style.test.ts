import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {folderOf, poise} from './poise.ts'

const style = '- find: ~utilise\n  say: ~use\n  why: Plain words read faster.\n  severity: warning\n'
const files = {
  '.poise.json': '{"phrases": ["words.poise-style.yaml"]}',
  'words.poise-style.yaml': style,
  'a.md': 'We utilise cookies.\n',
}

interface Found {
  readonly rule: string
  readonly message: string
}

async function foundIn(cwd: string, ...args: readonly string[]): Promise<readonly Found[]> {
  const {out} = await poise(['check', '--format', 'json', ...args], {cwd})
  return JSON.parse(out).files.flatMap(({findings}: {readonly findings: readonly Found[]}) => findings)
}

test('a house rule is reported with its words, and --fix applies what it says', async context => {
  const cwd = folderOf(context, files)
  const {code, out} = await poise(['check'], {cwd})
  assert.equal(code, 1)
  assert.match(
    out,
    /1:4 {2}warning {2}“utilise” isn’t our house style\. Say “use”\. {2}house\/utilise\n {4}Plain words read faster\./,
  )
  await poise(['check', '--fix'], {cwd})
  assert.equal(readFileSync(join(cwd, 'a.md'), 'utf8'), 'We use cookies.\n')
  assert.equal(readFileSync(join(cwd, 'words.poise-style.yaml'), 'utf8'), style)
})

test('the cache and the threads follow what a style file says', async context => {
  const many = Object.fromEntries(Array.from({length: 80}, (_, index) => [`d/${index}.md`, 'We utilise cookies.\n']))
  const cwd = folderOf(context, {...files, ...many})
  const args = ['--cache=c.json', '--workers', '2']
  assert.equal((await foundIn(cwd, ...args)).length, 81)
  const before = await foundIn(cwd, ...args)
  writeFileSync(join(cwd, 'words.poise-style.yaml'), style.replace('~use\n', '~take\n'))
  const after = await foundIn(cwd, ...args)
  assert.equal(after.length, 81)
  assert.match(before[0]?.message ?? '', /Say “use”/)
  for (const {message} of after) assert.match(message, /Say “take”/)
})

test('a baseline records house findings', async context => {
  const cwd = folderOf(context, files)
  await poise(['baseline'], {cwd})
  assert.deepEqual(await foundIn(cwd), [])
})

test('SARIF knows house rules, and every result has its rule', async context => {
  const cwd = folderOf(context, files)
  const {out} = await poise(['check', '--format', 'sarif'], {cwd})
  const [run] = JSON.parse(out).runs
  const rule = run.tool.driver.rules.find(({id}: {readonly id: string}) => id === 'house/utilise')
  assert.equal(rule.fullDescription.text, 'Plain words read faster.')
  assert.equal(rule.helpUri, undefined)
  assert.equal(run.results[0].ruleId, 'house/utilise')
})

for (const format of ['github', 'gitlab', 'junit', 'checkstyle', 'markdown'])
  test(`${format} names the house rule`, async context => {
    const {out} = await poise(['check', '--format', format], {cwd: folderOf(context, files)})
    assert.match(out, /house\/utilise/)
  })

test('a mistake in a style file is reported by file and line, fails the run, and the other rules work', async context => {
  const cwd = folderOf(context, {...files, 'words.poise-style.yaml': `${style}- find: leverage\n  sya: use\n`})
  const {code, out} = await poise(['check'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /words\.poise-style\.yaml\n {2}6:3 {2}problem {2}A phrase rule has no “sya”\. Did you mean “say”\?/)
  assert.match(out, /house\/utilise/)
})

test('the standard input goes by the house style of its name', async context => {
  const cwd = folderOf(context, files)
  const found = await foundIn(cwd, '--stdin', '--stdin-filename', 'b.md').catch(() => [])
  assert.deepEqual(found, [])
  const {out} = await poise(['check', '--stdin', '--stdin-filename', 'b.md', '--format', 'json'], {
    cwd,
    input: 'We utilise it.',
  })
  assert.equal(JSON.parse(out).files[0].findings[0].rule, 'house/utilise')
})
