import assert from 'node:assert/strict'
import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {calm, doubtful, folderOf, mended, minimised, poise} from './poise.ts'

test('exits with 0 where there is nothing to change, and says so', async context => {
  const cwd = folderOf(context, {'a.md': 'Invoices list what was paid.'})
  const {code, out, err} = await poise(['check'], {cwd})
  assert.deepEqual([code, out, err], [0, '1 article read: nothing to change.\n', ''])
})

test('exits with 1 on findings, and shows place, phrase, reason, suggestion, rule and score', async context => {
  const cwd = folderOf(context, {'docs/a.md': `# Invoices\n\n${doubtful}\n`})
  const {code, out} = await poise(['check', 'docs'], {cwd})
  assert.equal(code, 1)
  assert.match(
    out,
    /^docs\/a\.md\n {2}3:1 {2}warning {2}“You should be able to see” .* {2}outcome-should\n {4}\S.*\n {4}→ Change to “You can see”/,
  )
  assert.match(out, /\n {2}risk \d+ of 100: (calm|watch|likely to invite pushback) · knowledge \d+/)
  assert.match(out, /1 article read: 1 warning\.\n/)
})

test('hints alone do not fail a run', async context => {
  const cwd = folderOf(context, {'a.md': minimised, '.poise.json': '{"rules": {"minimiser": "hint"}}'})
  const {code, out} = await poise(['check'], {cwd})
  assert.match(out, /1 hint/)
  assert.equal(code, 0)
})

test('--max-warnings allows that many', async context => {
  const cwd = folderOf(context, {'a.md': `${doubtful}\n\n${minimised}\n`})
  assert.equal((await poise(['check', '--max-warnings', '2'], {cwd})).code, 0)
  assert.equal((await poise(['check', '--max-warnings', '1'], {cwd})).code, 1)
})

test('--timing says where the time went, and changes nothing else', async context => {
  const cwd = folderOf(context, {'a.md': doubtful})
  const plain = await poise(['check'], {cwd})
  const {code, out, err} = await poise(['check', '--timing'], {cwd})
  assert.deepEqual([code, out], [plain.code, plain.out])
  const stages = [
    'finding',
    'reading files',
    'reading Markdown',
    'parsing',
    'rules for sentences',
    'rules for documents',
  ]
  const order = [...stages, 'suggestions', 'writing the report', 'slowest rules', 'rule outcome-should']
  assert.match(err, new RegExp(order.join('[\\s\\S]*')))
})

test('--quiet shows and counts warnings only', async context => {
  const cwd = folderOf(context, {'a.md': `${doubtful}\n\n${minimised}\n`, 'b.md': minimised})
  const both = await poise(['check', '--quiet'], {cwd})
  assert.equal(both.code, 1)
  assert.doesNotMatch(both.out, /minimiser {0,2}\n|b\.md/)
  assert.equal((await poise(['check', '--quiet', 'b.md'], {cwd})).code, 0)
})

const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
  [[], /poise check/],
  [['chek'], /“chek”.*“check”/],
  [['check', '--fomat', 'json'], /--fomat.*“--format”/],
  [['check', '--format', 'xml'], /one of text, json, .* not “xml”/],
  [['check', '--format'], /--format needs a value/],
  [['check', '--quiet=no'], /--quiet takes no value/],
  [['check', '--max-warnings', '-1'], /--max-warnings/],
  [['check', '--workers', '0'], /--workers is a whole number from 1 to 64/],
  [['check', '--cache='], /--cache= needs a file/],
  [['check', '--stdin', '--cache'], /--cache is for files/],
  [['check', '--max-warnings', 'few'], /whole number.*“few”/],
  [['check', '--fix', '--fix-dry-run'], /one of them/],
  [['check', '--stdin', 'a.md'], /--stdin/],
  [['check', '--stdin-filename', 'a.md'], /Add --stdin/],
  [['check', '--__proto__', 'a.md'], /no flag/],
  [['check', '--config', 'none.json'], /“none\.json”/],
  [['check', '--config', 'broken.json'], /broken\.json: .*not valid JSON/],
]

for (const [args, message] of mistakes) {
  test(`exits with 2 on “poise ${args.join(' ')}”`, async context => {
    const cwd = folderOf(context, {'a.md': doubtful, 'broken.json': '{"rules"'})
    const {code, out, err} = await poise(args, {cwd})
    assert.equal(code, 2)
    assert.match(err, message)
    assert.equal(out, '')
    assert.equal(err.split('\n').length, 2, 'one line, no stack')
  })
}

test('a missing path is named, before any work', async context => {
  const cwd = folderOf(context, {'a.md': minimised})
  const {code, out, err} = await poise(['check', '--fix', 'a.md', 'gone.md', 'away'], {cwd})
  assert.equal(code, 2)
  assert.match(err, /“gone\.md”[\s\S]*“away”/)
  assert.equal(out, '')
  assert.match((await poise(['check'], {cwd})).out, /Just/)
})

test('a folder without text is fine', async context => {
  const cwd = folderOf(context, {'a.txt': doubtful})
  const {code, out, err} = await poise(['check'], {cwd})
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /No articles or macros here/)
})

test('a file named twice is checked once, and one of another kind is noted', async context => {
  const cwd = folderOf(context, {'a.md': doubtful, 'a.txt': doubtful})
  const {code, out, err} = await poise(['check', 'a.md', '.', './a.md', 'a.txt'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /1 article read/)
  assert.match(err, /a\.txt is of a kind that Poise does not read/)
})

test('prints help and version', async context => {
  const cwd = folderOf(context, {})
  const help = await poise(['check', '--help'], {cwd})
  assert.equal(help.code, 0)
  for (const flag of [
    '--format',
    '--fix',
    '--fix-dry-run',
    '--stdin',
    '--stdin-filename',
    '--max-warnings',
    '--config',
    '--quiet',
    '--workers',
    '--cache',
    '--timing',
  ]) {
    assert.ok(help.out.includes(flag), flag)
  }
  assert.match((await poise(['--version'], {cwd})).out, /^\d+\.\d+\.\d+\n$/)
})

test('--stdin reads the text under the name it is given, with the configuration of that place', async context => {
  const cwd = folderOf(context, {'docs/.poise.json': '{"macros": ["replies"], "rules": {"outcome-should": "off"}}'})
  const run = (name: string, input: string, ...more: string[]) =>
    poise(['check', '--stdin', '--stdin-filename', name, ...more], {cwd, input})
  assert.match((await run('other.md', doubtful)).out, /^other\.md\n {2}1:1 {2}warning/)
  assert.doesNotMatch((await run('docs/new.md', doubtful)).out, /outcome-should/)
  assert.match(
    (await run('docs/replies/new.md', calm, '--format', 'json')).out,
    /"path":"docs\/replies\/new\.md","kind":"macro"/,
  )
  assert.equal((await run('a.md', calm)).code, 0)
})

test('--stdin --fix prints the fixed text and nothing else', async context => {
  const cwd = folderOf(context, {})
  const {code, out, err} = await poise(['check', '--stdin', '--fix'], {
    cwd,
    input: `\uFEFF${minimised}\r\n\r\n${doubtful}`,
  })
  assert.equal(out, `\uFEFF${mended}\r\n\r\n${doubtful}`)
  assert.match(err, /outcome-should/)
  assert.equal(code, 1)
})

test('colours only on a terminal, unless asked for', async context => {
  const cwd = folderOf(context, {'a.md': doubtful})
  assert.ok(!(await poise(['check'], {cwd})).out.includes('\u001B'))
  const forced = await poise(['check'], {cwd, env: {FORCE_COLOR: '1'}})
  assert.ok(forced.out.includes('\u001B[31mwarning\u001B[39m'))
  assert.ok(!(await poise(['check'], {cwd, env: {FORCE_COLOR: '0'}})).out.includes('\u001B'))
})

test('a name or text that would steer the terminal is shown escaped', {
  skip: process.platform === 'win32',
}, async context => {
  const cwd = folderOf(context, {
    'a\u001B[31m\n$(touch x);.md': 'You should be able to \u202Esee the invoice \u001B]0;x\u0007now.',
  })
  const {out} = await poise(['check'], {cwd})
  for (const char of ['\u001B', '\u0007', '\u202E']) assert.ok(!out.includes(char))
  assert.match(out, /a\\u001b\[31m\\u000a\$\(touch x\);\.md/)
  assert.match((await poise(['check'], {cwd})).out, /1 article read/)
})

test('a link that is named is followed', {skip: process.platform === 'win32'}, async context => {
  const cwd = folderOf(context, {'real/a.md': doubtful})
  symlinkSync('real', join(cwd, 'alias'))
  assert.match((await poise(['check', 'alias'], {cwd})).out, /^alias\/a\.md\n/)
})
