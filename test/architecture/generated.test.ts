import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {generated} from '../../generate.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the generated files are what generate.ts makes of the rules', async () => {
  for (const [file, text] of Object.entries(await generated())) {
    assert.equal(readFileSync(path.join(root, file), 'utf8'), text, `${file} is out of date: run npm run generate`)
  }
})

test('the project compiles, with the errors that it expects', () => {
  const {status, stdout} = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', root],
    {encoding: 'utf8'},
  )
  assert.equal(status, 0, stdout)
})

const newRule = `import {pattern} from '../kit/pattern.ts'
import {defineRule, matchOf} from '../kit/rule.ts'

const synergy = pattern('synergise')

export default defineRule({
  id: 'synergise',
  principle: 'standing',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'hint',
  message: '“{found}” is a word nobody says.',
  why: 'Readers trust plain words.',
  sources: ['a test'],
  serves: ['standing'],
  triggers: ['synergise'],
  examples: [{bad: 'We «synergise» teams.'}, {good: 'We bring teams together.'}],
  check: sentence => synergy.all(sentence).map(found => matchOf(sentence, found)),
})
`

test('adding a rule touches one hand-written file', t => {
  const copy = mkdtempSync(path.join(tmpdir(), 'poise-rule-'))
  t.after(() => rmSync(copy, {recursive: true}))
  for (const part of ['rules', 'server', 'client', 'generate', 'scripts', 'generate.ts', 'package.json', 'LICENSE'])
    cpSync(path.join(root, part), path.join(copy, part), {recursive: true})
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir')
  writeFileSync(path.join(copy, 'rules/standing/synergise.ts'), newRule)
  writeFileSync(path.join(copy, 'page.md'), 'We synergise teams.\n')

  const tsx = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', ...args], {cwd: copy, encoding: 'utf8'})
  assert.equal(tsx('generate.ts').status, 0)
  assert.match(readFileSync(path.join(copy, 'docs/rules/README.md'), 'utf8'), /\[synergise\]\(synergise\.md\)/)
  assert.match(readFileSync(path.join(copy, 'docs/rules/synergise.md'), 'utf8'), /We «synergise» teams\./)
  assert.match(readFileSync(path.join(copy, 'server/workspace/poise.schema.generated.json'), 'utf8'), /"synergise"/)
  const {stdout} = tsx('server/cli/main.ts', 'check', '--format', 'json', 'page.md')
  assert.deepEqual(
    JSON.parse(stdout).files[0].findings.map(({rule}: {readonly rule: string}) => rule),
    ['synergise'],
  )
})
