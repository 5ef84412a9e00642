import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {folderOf, poise} from './poise.ts'

const sound = `- find: ~utilise
  say: ~use
  why: Plain words read faster.
  bad: We «utilised» cookies.
  good: We used cookies.
`

test('examples that hold are counted, and each rewrite is shown', async context => {
  const cwd = folderOf(context, {
    '.poise.json': '{"phrases": ["words.poise-style.yaml"]}',
    'words.poise-style.yaml': sound,
  })
  const {code, out, err} = await poise(['style', 'test'], {cwd})
  assert.equal(err, '')
  assert.equal(out, 'house/utilise  We «utilised» cookies. → We used cookies.\n1 phrase rule, 2 examples: all hold.\n')
  assert.equal(code, 0)
})

test('examples that do not hold are named by file and line, with the remedy', async context => {
  const style = `- find: reach out
  bad:
    - We write.
    - «Reach» out to us.
  good:
    - We write.
    - Reach out.
`
  const cwd = folderOf(context, {'.poise.json': '{"phrases": ["a.yaml"]}', 'a.yaml': style})
  const {code, out} = await poise(['style', 'test'], {cwd})
  assert.deepEqual(out.trimEnd().split('\n'), [
    'a.yaml:3  fails  house/reach-out finds nothing in “We write.”. Change “find”, or the example.',
    'a.yaml:4  fails  house/reach-out finds “Reach out” in “Reach out to us.”, and «…» marks “Reach”. Change one of them.',
    'a.yaml:7  fails  house/reach-out finds “Reach out” in “Reach out.”, which is to stay as it is. Change “find”, or the example.',
    '1 phrase rule, 4 examples: 3 fail.',
  ])
  assert.equal(code, 1)
})

test('a rewrite that brings in what we or the team mark is named, and so is a rule without examples', async context => {
  const phrases = [
    {find: 'press it', say: 'just click it', bad: 'Then press it.'},
    {find: 'leverage', say: 'utilise', bad: 'We leverage it.'},
    {find: 'utilise'},
    {find: 'amend', say: 'simply change', in: 'macro'},
    {find: '~use', say: '~use well', bad: 'We use it.'},
  ]
  const cwd = folderOf(context, {'.poise.json': JSON.stringify({phrases})})
  const {code, out} = await poise(['style', 'test'], {cwd})
  assert.match(out, /house\/press-it would bring “minimiser” in with “Then just click it\.”/)
  assert.match(out, /house\/leverage would bring “house\/utilise” in with “We utilise it\.”/)
  assert.match(out, /house\/utilise has no examples/)
  assert.match(out, /house\/amend says “simply change”, which “minimiser” finds/)
  assert.match(out, /house\/use offers nothing in “We use it\.”/)
  assert.match(out, /5 phrase rules, 3 examples: all hold, 6 notes\.\n$/)
  assert.equal(code, 0)
  // What would bring another finding in is not offered by a check either.
  writeFileSync(join(cwd, 'a.md'), 'We leverage it.\n')
  const report = JSON.parse((await poise(['check', '--format', 'json'], {cwd})).out)
  assert.deepEqual(report.files[0].findings[0].suggestions, [])
})

test('a file, a folder, or the file that --config names can be tried alone', async context => {
  const cwd = folderOf(context, {
    '.poise.json': JSON.stringify({phrases: [{find: 'top', good: 'Fine.'}, 'a.yaml']}),
    'a.yaml': '- find: first\n  good: Fine.\n',
    'loose.yaml': '- find: loose\n  good: Fine.\n',
    'in/.poise.json': JSON.stringify({phrases: [{find: 'below', good: 'Fine.'}]}),
    'in/a.md': '',
    'other/mine.json': JSON.stringify({phrases: [{find: 'mine', good: 'Fine.'}]}),
  })
  const rulesOf = async (...args: readonly string[]) =>
    (await poise(['style', 'test', ...args], {cwd})).out.split(' ')[0]
  assert.equal(await rulesOf(), '3')
  assert.equal(await rulesOf('in'), '3')
  assert.equal(await rulesOf('.poise.json'), '1')
  assert.equal(await rulesOf('a.yaml', 'loose.yaml'), '2')
  assert.equal(await rulesOf('--config', 'other/mine.json'), '1')
})

test('mistakes of the files fail the run, and no rules are no failure', async context => {
  const cwd = folderOf(context, {'.poise.json': '{"phrases": ["a.yaml"]}', 'a.yaml': `${sound}- fnd: x\n`})
  const {code, out} = await poise(['style', 'test'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /^a\.yaml\n {2}6:3 {2}problem {2}A phrase rule has no “fnd”\. Did you mean “find”\?/m)
  const none = await poise(['style', 'test'], {cwd: folderOf(context, {'a.md': 'x'})})
  assert.deepEqual(
    [none.code, none.out],
    [0, 'There are no phrase rules here. Write some under “phrases” in .poise.json.\n'],
  )
})

test('what can’t be run says why', async context => {
  const cwd = folderOf(context, {'a.md': 'x'})
  for (const [args, message] of [
    [['style'], /^Say what to do: poise style test/],
    [['style', 'tset'], /no command “tset”\. Did you mean “test”\?/],
    [['style', 'test', 'none'], /^There is no file or folder “none”/],
    [['style', 'test', '--fix'], /poise style test has no flag --fix/],
    [['style', 'test', '--config', 'none.json'], /no configuration file “none\.json”/],
  ] as const) {
    const {code, err} = await poise(args, {cwd})
    assert.equal(code, 2)
    assert.match(err, message)
  }
})
