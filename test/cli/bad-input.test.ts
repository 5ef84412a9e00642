import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {chmodSync, readFileSync, symlinkSync, truncateSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {calm, doubtful, folderOf, minimised, nobody, poise} from './poise.ts'

const posix = {skip: process.platform === 'win32'}

const unreadable: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  [
    'invalid UTF-8',
    Buffer.concat([Buffer.from('One.\n\nTwo '), Buffer.from([0xc3, 0x28])]),
    /Line 3 .*not UTF-8.*Save the file as UTF-8.* {2}not-utf8/,
  ],
  ['UTF-16', Buffer.from('\uFEFFJust click Save.', 'utf16le'), /UTF-16\. Save it as UTF-8.* {2}not-utf8/],
  ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), /binary.* {2}binary/],
  ['a file over the size cap', `${minimised}\n\n`.repeat(65_000), /1\.2 MB.*limit is 1 MB.*maxFileSize.* {2}too-large/],
]

for (const [name, content, message] of unreadable) {
  test(`${name} is a noted skip in a scan, and fails a run that named it`, async context => {
    const cwd = folderOf(context, {'a.md': content, 'b.md': calm})
    const scanned = await poise(['check', '--fix'], {cwd})
    assert.equal(scanned.code, 0)
    assert.match(scanned.out, message)
    assert.match(scanned.out, /^a\.md\n {2}skipped[\s\S]*1 article read[\s\S]*1 skipped/)
    assert.equal((await poise(['check', 'a.md', 'b.md'], {cwd})).code, 2)
    assert.deepEqual(readFileSync(join(cwd, 'a.md')), Buffer.from(content))
    const piped = await poise(['check', '--stdin'], {cwd, input: content})
    assert.deepEqual([piped.code, piped.out], [2, ''])
  })
}

test('a huge file is not read', async context => {
  const cwd = folderOf(context, {'a.md': ''})
  truncateSync(join(cwd, 'a.md'), 20_000_000_000)
  assert.match((await poise(['check'], {cwd})).out, /20000 MB/)
})

test('the size cap is a setting', async context => {
  const cwd = folderOf(context, {'a.md': doubtful, '.poise.json': '{"maxFileSize": 10}'})
  assert.match((await poise(['check'], {cwd})).out, /42 bytes, and the limit is 10 bytes/)
})

test('links in a folder are not followed, so loops do not matter', posix, async context => {
  const cwd = folderOf(context, {'docs/a.md': doubtful})
  symlinkSync('..', join(cwd, 'docs/loop'))
  symlinkSync('/', join(cwd, 'docs/top'))
  symlinkSync('nowhere.md', join(cwd, 'docs/dangling.md'))
  const {code, out, err} = await poise(['check'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /1 article read[\s\S]*3 skipped/)
  assert.match(err, /docs\/loop is a link/)
})

test('a pipe or a device is never opened for reading', posix, async context => {
  const cwd = folderOf(context, {'a.md': calm})
  execFileSync('mkfifo', [join(cwd, 'pipe.md')])
  const scanned = await poise(['check'], {cwd})
  assert.equal(scanned.code, 0)
  assert.match(scanned.err, /pipe\.md is a pipe/)
  const named = await poise(['check', 'pipe.md'], {cwd})
  assert.equal(named.code, 2)
  assert.match(named.out, /pipe\.md\n {2}skipped .*regular file/)
  symlinkSync('/dev/zero', join(cwd, 'zero.md'))
  assert.equal((await poise(['check', 'zero.md'], {cwd})).code, 2)
})

test('what may not be read is noted', posix, async context => {
  const cwd = folderOf(context, {'a.md': calm, 'b.md': calm, 'closed/c.md': calm})
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'b.md'), 0)
  chmodSync(join(cwd, 'closed'), 0)
  const {code, out, err} = await poise(['check'], {cwd, ...nobody})
  chmodSync(join(cwd, 'closed'), 0o700)
  assert.equal(code, 0)
  assert.match(out, /b\.md\n {2}skipped .*permission/)
  assert.match(err, /closed can’t be opened/)
})

test('a broken front matter is a problem of the file, and the rest is checked', async context => {
  const cwd = folderOf(context, {'a.macro.md': `---\ntitle: [unclosed\npurpose: "\n---\n\n${doubtful}\n`})
  const {code, out} = await poise(['check'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /problem/)
  assert.match(out, /outcome-should/)
})

test('a broken configuration is reported at its place, and the rest of it counts', async context => {
  const cwd = folderOf(context, {
    'a.md': `${doubtful}\n\n${minimised}`,
    '.poise.json':
      '{\n  // ours\n  "rules": {"minimizer": "off", "minimiser": "off", "outcome-should": 3},\n  "macro": []\n  "ignore": "x"\n',
  })
  const {code, out} = await poise(['check'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /outcome-should/)
  assert.doesNotMatch(out, /makes light/)
  assert.match(
    out,
    /\.poise\.json\n[\s\S]*3:13 {2}problem {2}Poise has no rule “minimizer”\. Did you mean “minimiser”\?/,
  )
  assert.match(out, /4:3 {2}problem {2}.*“macro”.*“macros”/)
  assert.match(out, /config-syntax/)
})

test('a configuration mistake alone fails the run', async context => {
  const cwd = folderOf(context, {'a.md': calm, '.poise.json': '[]'})
  const {code, out} = await poise(['check'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /1:1 {2}problem {2}The configuration is one object/)
})

test('--config is the only configuration that counts', async context => {
  const cwd = folderOf(context, {
    'a.md': `${doubtful}\n\n${minimised}`,
    '.poise.json': '{"rules": {"outcome-should": "off"}}',
    'ci/strict.json': '{"rules": {"minimiser": "off"}}',
  })
  const {out} = await poise(['check', '--config', 'ci/strict.json', 'a.md'], {cwd})
  assert.match(out, /outcome-should/)
  assert.doesNotMatch(out, /makes light/)
})
