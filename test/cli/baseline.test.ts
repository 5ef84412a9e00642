import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {linkSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {doubtful, folderOf, minimised, poise} from './poise.ts'

const page = `# Invoices\n\n${doubtful}\n\n${minimised}\n`
const replies = JSON.stringify({
  macros: [
    {title: 'One', body: `Hi Ana,\n\n${doubtful}`},
    {title: 'Two', body: `Hi Ana,\n\n${doubtful}`},
  ],
})

/** What a run says, without its findings' places: `rule@file`. */
async function foundIn(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const {out, err} = await poise(['check', '--format', 'json', ...args], {cwd})
  assert.equal(err, '')
  const files: readonly {path: string; findings: readonly {rule: string}[]}[] = JSON.parse(out).files
  return files.flatMap(({path, findings}) => findings.map(({rule}) => `${rule}@${path}`))
}

test('what is recorded is not shown again, and what is new is', async context => {
  const cwd = folderOf(context, {'a.md': page, 'replies.json': replies, 'calm.md': '# Invoices\n'})
  const all = await foundIn(cwd)
  const {code, out} = await poise(['baseline'], {cwd})
  assert.equal(code, 0)
  assert.equal(
    out,
    `${all.length} findings of 2 files recorded in .poise-baseline.json. From now on poise check shows what is new.\n`,
  )
  assert.deepEqual(await foundIn(cwd), [])
  const quiet = await poise(['check'], {cwd})
  assert.equal(quiet.code, 0)
  assert.match(
    quiet.out,
    new RegExp(`: nothing new\\.\n${all.length} findings recorded before; --no-baseline shows them\\.\n$`),
  )
  assert.deepEqual(await foundIn(cwd, '--no-baseline'), all)

  writeFileSync(join(cwd, 'a.md'), `A line above.\n\n${page}\nJust open the menu.\n`)
  assert.deepEqual(await foundIn(cwd), ['minimiser@a.md'])
  assert.equal((await poise(['check'], {cwd})).code, 1)
})

test('what a run that was killed after its last write left goes with the next one, which has nothing to write', async context => {
  const {pid: dead} = spawnSync(process.execPath, ['--version'])
  const cwd = folderOf(context, {'a.md': page})
  await poise(['baseline'], {cwd})
  const file = join(cwd, '.poise-baseline.json')
  // Killed between giving the file its name and taking away the one it was written under.
  linkSync(file, join(cwd, `.poise-${dead}-${'a'.repeat(12)}.tmp`))
  const {mtimeMs} = statSync(file)
  assert.equal((await poise(['baseline'], {cwd})).code, 0)
  assert.deepEqual(readdirSync(cwd).toSorted(), ['.poise-baseline.json', 'a.md'])
  assert.equal(statSync(file).mtimeMs, mtimeMs)
})

test('a second one of a phrase is new, though the first is recorded', async context => {
  const cwd = folderOf(context, {'a.md': `${minimised}\n`})
  await poise(['baseline'], {cwd})
  writeFileSync(join(cwd, 'a.md'), `${minimised}\n\n${minimised}\n`)
  assert.deepEqual(await foundIn(cwd), ['minimiser@a.md'])
})

test('what is recorded stays known when its file gets another name, and from a folder below', async context => {
  const cwd = folderOf(context, {'docs/a.md': page})
  await poise(['baseline'], {cwd})
  renameSync(join(cwd, 'docs/a.md'), join(cwd, 'docs/b.md'))
  assert.deepEqual(await foundIn(cwd), [])
  assert.deepEqual(await foundIn(join(cwd, 'docs')), [])
  const {out} = await poise(['baseline', '--prune'], {cwd})
  assert.match(out, /^Nothing is gone: \d findings are recorded/)
  assert.deepEqual(await foundIn(cwd), [])
})

test('what is mended is pruned, and nothing new is recorded by that', async context => {
  const cwd = folderOf(context, {'a.md': page, 'b.md': page})
  await poise(['baseline'], {cwd})
  writeFileSync(join(cwd, 'a.md'), `# Invoices\n\n${doubtful}\n\nJust open it.\n`)
  const {out} = await poise(['baseline', '--prune'], {cwd})
  assert.match(out, /^1 of \d+ are gone: /)
  assert.deepEqual(await foundIn(cwd), ['minimiser@a.md'])
})

test('only the files that are named are recorded anew', async context => {
  const cwd = folderOf(context, {'a.md': page, 'b.md': page})
  await poise(['baseline'], {cwd})
  const before = readFileSync(join(cwd, '.poise-baseline.json'), 'utf8')
  writeFileSync(join(cwd, 'a.md'), `${page}\nJust open it.\n`)
  writeFileSync(join(cwd, 'b.md'), `${page}\nJust open it.\n`)
  await poise(['baseline', 'a.md'], {cwd})
  assert.deepEqual(await foundIn(cwd), ['minimiser@b.md'])
  const after = JSON.parse(readFileSync(join(cwd, '.poise-baseline.json'), 'utf8'))
  assert.deepEqual(after.files['b.md'], JSON.parse(before).files['b.md'])
})

test('fixes leave what is recorded alone, and the cache knows the baseline', async context => {
  const cwd = folderOf(context, {'a.md': page})
  const cached = ['check', '--format', 'json', '--cache=c.json']
  await poise(cached, {cwd})
  await poise(['baseline'], {cwd})
  assert.deepEqual(JSON.parse((await poise(cached, {cwd})).out).files[0].findings, [])
  await poise(['check', '--fix'], {cwd})
  assert.equal(readFileSync(join(cwd, 'a.md'), 'utf8'), page)
})

test('the standard input goes by the baseline of its name', async context => {
  const cwd = folderOf(context, {'a.md': page})
  await poise(['baseline'], {cwd})
  const args = ['check', '--stdin', '--stdin-filename', 'a.md', '--format', 'json']
  assert.deepEqual(JSON.parse((await poise(args, {cwd, input: page})).out).files[0].findings, [])
})

test('a baseline that can’t be used is named with the remedy, and is never overwritten', async context => {
  const wrong: Readonly<Record<string, RegExp>> = {
    '{"version": 1,': /^\.poise-baseline\.json: It is not JSON/,
    '{"version": 2, "files": {}}': /is of version 2, and this Poise reads version 1\. Delete it, and record it again/,
    '[]': /It is no baseline of Poise/,
    '{"version": 1, "files": {"a.md": {"x": -1}}}': /“x” of “a\.md” is no count/,
  }
  for (const [text, message] of Object.entries(wrong)) {
    const cwd = folderOf(context, {'a.md': page, '.poise-baseline.json': text})
    for (const args of [['check'], ['baseline']]) {
      const {code, err} = await poise(args, {cwd})
      assert.equal(code, 2)
      assert.match(err, message)
    }
    assert.equal(readFileSync(join(cwd, '.poise-baseline.json'), 'utf8'), text)
  }
  const {code, err} = await poise(['check', '--baseline', 'none.json'], {cwd: folderOf(context, {'a.md': page})})
  assert.equal(code, 2)
  assert.match(err, /^none\.json: There is no such file\. Record one with poise baseline\./)
})
