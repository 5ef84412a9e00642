import assert from 'node:assert/strict'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {folderOf, poise} from './poise.ts'

const wordy = `extends: substitution
message: "Use '%s' instead of '%s'."
description: Short words are read faster.
link: https://example.com/wordy
level: error
ignorecase: true
swap:
  utilize: use
  in order to: to
`
const config = (more: object = {}) =>
  JSON.stringify({vale: ['styles/Acme'], rules: {'article-help-route': 'off'}, ...more})

const style = {
  '.poise.json': config(),
  'styles/Acme/Wordy.yml': wordy,
  'styles/Acme/Bang.yml': 'extends: existence\nmessage: "No “%s”."\nlevel: suggestion\nnonword: true\ntokens: ["!"]\n',
  'styles/Acme/Titles.yml': 'extends: capitalization\nmessage: x\nmatch: $title\n',
  'styles/Acme/README.txt': 'not a rule',
}

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly score: {readonly overall: number}
    readonly findings: readonly {readonly rule: string; readonly severity: string; readonly message: string}[]
  }[]
}

const rulesIn = (out: string) =>
  (JSON.parse(out) as Report).files.map(({path, findings}) => [path, ...findings.map(({rule}) => rule)])

test('a style is read as it is: findings, fixes, one line for what is not read, and no score', async context => {
  const folder = folderOf(context, {...style, 'a.md': 'Utilize it in order to win!\n'})
  const {code, out, err} = await poise(['check'], {cwd: folder})
  assert.equal(code, 1)
  assert.match(
    out,
    /1:1 {2}warning {2}Use 'Use' instead of 'Utilize'\. {2}vale\/Acme\.Wordy\n {4}Short words are read faster\.\n {4}→ Change to “Use”/,
  )
  assert.match(out, /1:27 {2}suggestion {2}No “!”\. {2}vale\/Acme\.Bang/)
  assert.match(out, /risk 0 of 100: calm/)
  assert.match(err, /^\.poise\.json:1: “styles\/Acme”: 2 of 3 rules are read\. .* Titles \(capitalization\)\.\n$/)
  assert.equal((await poise(['check', '--quiet'], {cwd: folder})).err, '')
  const fixed = await poise(['check', '--fix-dry-run'], {cwd: folder})
  assert.match(fixed.out, /^-Utilize it in order to win!\n\+Use it to win!$/m)
  for (const format of ['sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown'])
    assert.match((await poise(['check', '--format', format], {cwd: folder})).out, /vale\/Acme\.Wordy/)
})

test('many files in several threads say the same, and a changed style is seen by the cache', async context => {
  const files = Object.fromEntries(
    Array.from({length: 150}, (_, index) => [`docs/${index}.md`, `Utilize it ${index}.\n`]),
  )
  const folder = folderOf(context, {...style, ...files})
  const run = async (...args: string[]) =>
    rulesIn((await poise(['check', 'docs', '--format', 'json', ...args], {cwd: folder})).out)
  const alone = await run('--workers', '1')
  assert.ok(alone.length === 150 && alone.every(([, ...found]) => found.join() === 'vale/Acme.Wordy'))
  assert.deepEqual(await run('--workers', '3'), alone)
  assert.deepEqual(await run('--cache'), alone)
  writeFileSync(join(folder, 'styles/Acme/Wordy.yml'), wordy.replace('utilize', 'utilise'))
  assert.ok((await run('--cache')).every(([, ...found]) => found.length === 0))
})

test('mistakes in a style name file and line, and the other rules work', async context => {
  const outside = folderOf(context, {'Far/A.yml': wordy})
  const folder = folderOf(context, {
    ...style,
    '.poise.json': config({
      vale: ['styles/Acme', 'styles/Nope', '../Far', 'styles/Linked', 'styles'],
      rules: {'article-help-route': 'off', 'vale/Acme.Wordi': 'off', 'vale/Acme.Bang': 'off'},
      overrides: [{files: '*.md', rules: {'vale/Acme.Bnag': 'off'}}],
    }),
    'styles/Acme/Evil.yml': 'extends: existence\nmessage: x\ntokens:\n  - (a+)+$\n  - win\n',
    'styles/Acme/Broken.yml': 'extends: existence\nmessage: "x\n',
    'styles/Acme/Latin.yml': new Uint8Array([0xff, 0xfe, 0x20]),
    'a.md': 'Utilize it to win!\n',
  })
  symlinkSync(join(outside, 'Far'), join(folder, 'styles/Linked'))
  mkdirSync(join(folder, 'styles/Acme/Folder.yml'))
  const {code, out} = await poise(['check', 'a.md'], {cwd: folder})
  assert.equal(code, 1)
  for (const line of [
    /styles\/Acme\/Evil\.yml\n {2}4:5 {2}problem {2}This pattern can take very long\. Write /,
    /styles\/Acme\/Broken\.yml\n {2}\d:\d+ {2}problem {2}Line \d is not YAML/,
    /styles\/Acme\/Latin\.yml\n {2}1:1 {2}problem {2}The file is saved as UTF-16/,
    /“styles\/Nope”\. Name the folder/,
    /“\.\.\/Far” leads out of /,
    /“styles\/Linked” is a link that leads out of /,
    /There are no rules in “styles”/,
    /Your team has no rule “vale\/Acme\.Wordi” in a style that this file or those above name\. Did you mean “vale\/Acme\.Wordy”\?/,
    /Your team has no rule “vale\/Acme\.Bnag” in a style that this file or those above name\. Did you mean “vale\/Acme\.Bang”\?/,
    /vale\/Acme\.Wordy\n/,
    /vale\/Acme\.Evil\n/,
  ])
    assert.match(out, line)
  assert.doesNotMatch(out, /No “!”/)
})

test('a style comes with a package too', async context => {
  const folder = folderOf(context, {
    '.poise.json': '{"extends": "@acme/style", "rules": {"article-help-route": "off", "vale/House.Wordy": "hint"}}',
    'node_modules/@acme/style/poise.json': '{"vale": ["./House"]}',
    'node_modules/@acme/style/House/Wordy.yml': wordy,
    'a.md': 'Utilize it.\n',
  })
  const {out} = await poise(['check', '--format', 'json'], {cwd: folder})
  assert.deepEqual(
    (JSON.parse(out) as Report).files.map(({findings}) => findings.map(({rule, severity}) => [rule, severity])),
    [[['vale/House.Wordy', 'hint']]],
  )
})
