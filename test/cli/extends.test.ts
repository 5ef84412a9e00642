import assert from 'node:assert/strict'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {folderOf, minimised, poise} from './poise.ts'

const off = JSON.stringify({rules: {minimiser: 'off', 'article-help-route': 'off'}})

test('a link out of the working folder is not followed, one inside it is', async context => {
  const outside = folderOf(context, {'style/poise.json': off, 'a.json': off})
  const folder = folderOf(context, {
    'store/linked-style@1/poise.json': off,
    'kept/.poise.json': '{"extends": "linked-style"}',
    'kept/a.md': minimised,
    'lost/.poise.json': '{\n  "extends": ["far-style", "./a.json"]\n}',
    'lost/a.md': minimised,
  })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(folder, 'store/linked-style@1'), join(folder, 'node_modules/linked-style'))
  symlinkSync(join(outside, 'style'), join(folder, 'node_modules/far-style'))
  symlinkSync(join(outside, 'a.json'), join(folder, 'lost/a.json'))
  const kept = await poise(['check', 'kept'], {cwd: folder})
  assert.deepEqual([kept.code, kept.out.includes('nothing to change')], [0, true], kept.out)
  const lost = await poise(['check', 'lost'], {cwd: folder})
  assert.equal(lost.code, 1)
  assert.match(
    lost.out,
    /lost\/\.poise\.json\n {2}2:15 {2}problem {2}“far-style” is a link that leads out of .*\n {2}2:28 {2}problem {2}“\.\/a\.json” is a link that leads out of/,
  )
  assert.match(lost.out, /minimiser/)
})

test('a remembered outcome is forgotten when an extended file or an override changes it', async context => {
  const folder = folderOf(context, {
    '.poise.json': '{"extends": "./base.json", "overrides": [{"files": "b.md", "rules": {"minimiser": "off"}}]}',
    'base.json': '{"rules": {"article-help-route": "off"}}',
    'a.md': minimised,
    'b.md': minimised,
  })
  const run = async () => (await poise(['check', '--cache', '--format', 'json'], {cwd: folder})).out
  const found = (out: string) =>
    JSON.parse(out).files.map(({path, findings}: {readonly path: string; readonly findings: readonly unknown[]}) => [
      path,
      findings.length,
    ])
  assert.deepEqual(found(await run()), [
    ['a.md', 1],
    ['b.md', 0],
  ])
  assert.deepEqual(found(await run()), [
    ['a.md', 1],
    ['b.md', 0],
  ])
  writeFileSync(join(folder, 'base.json'), off)
  assert.deepEqual(found(await run()), [
    ['a.md', 0],
    ['b.md', 0],
  ])
  writeFileSync(join(folder, '.poise.json'), '{"rules": {"article-help-route": "off"}, "allow": ["Just"]}')
  assert.deepEqual(found(await run()), [
    ['a.md', 0],
    ['b.md', 0],
  ])
  writeFileSync(join(folder, '.poise.json'), '{"rules": {"article-help-route": "off"}}')
  assert.deepEqual(found(await run()), [
    ['a.md', 1],
    ['b.md', 1],
  ])
})
