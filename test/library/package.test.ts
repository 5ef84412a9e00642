import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {project, run} from './installed.ts'

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
const installed = path.join(project, 'node_modules/poise')

test('what is installed needs no other package, and its programs run', () => {
  const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
  assert.equal(manifest.dependencies, undefined)
  const {stdout, status} = spawnSync(path.join(project, 'node_modules/.bin/poise'), ['check', '--stdin'], {
    input: 'Just click Save.\n',
    encoding: 'utf8',
  })
  assert.equal(status, 1)
  assert.match(stdout, /minimiser/)
  assert.deepEqual(readdirSync(path.join(installed, 'dist')).sort(), [
    'browser',
    'cli.mjs',
    'lib',
    'lsp.cjs',
    'mcp.mjs',
    'poise.schema.json',
    'rules',
    'style.schema.json',
  ])
})

const importAll = `import * as poise from 'poise'
import * as retext from 'poise/retext'
import * as rules from 'poise/rules'
`

test('importing all of it changes nothing and leaves nothing open', () => {
  const code = `const names = () => Reflect.ownKeys(globalThis).map(String)
const shapes = () => [Object, Array, String, Map, Promise].flatMap(each => Reflect.ownKeys(each.prototype).map(String))
const before = [...names(), ...shapes()]
const open = process.getActiveResourcesInfo()
const listeners = process.eventNames().length
await import('poise')
await import('poise/retext')
await import('poise/rules')
console.log(JSON.stringify({
  added: [...names(), ...shapes()].filter(name => !before.includes(name)),
  open: process.getActiveResourcesInfo().filter(each => !open.includes(each)),
  listeners: process.eventNames().length - listeners,
}))
`
  assert.deepEqual(JSON.parse(run('effects.mjs', code)), {added: [], open: [], listeners: 0})
})

test('nothing of it asks for Node or a browser', () => {
  const files = readdirSync(path.join(installed, 'dist/lib')).filter(name => name.endsWith('.js'))
  for (const file of files) {
    const text = readFileSync(path.join(installed, 'dist/lib', file), 'utf8')
    assert.doesNotMatch(text, /(?:from|import\(|require\()\s*["'](?:node:|fs|path)/, file)
  }
})

async function sizeOf(code: string): Promise<number> {
  const {outputFiles} = await build({
    stdin: {contents: code, resolveDir: project, loader: 'js'},
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  })
  return outputFiles[0]?.contents.length ?? 0
}

test('a bundler takes what is imported and no more', async () => {
  assert.ok((await sizeOf(importAll)) < 100)
  const check = await sizeOf(`import {check} from 'poise'\nconsole.log(check)`)
  const plugin = await sizeOf(`import plugin from 'poise/retext'\nconsole.log(plugin)`)
  const rules = await sizeOf(`import {rules} from 'poise/rules'\nconsole.log(rules)`)
  assert.ok(rules < check / 5, `${rules} of ${check}`)
  assert.ok(plugin < check * 0.7, `${plugin} of ${check}`)
})

const consumer = `import {check, fix, type CheckResult, type Finding, type Suggestion} from 'poise'
import retextPoise from 'poise/retext'
import {rules, type RuleInfo} from 'poise/rules'
import retextEnglish from 'retext-english'
import {unified} from 'unified'

const result: CheckResult = check('Just click Save.', {kind: 'macro', rules: {minimiser: 'hint'}})
const finding: Finding | undefined = result.findings[0]
const offset: number | undefined = finding?.start.offset
const suggestion: Suggestion | undefined = finding?.suggestions[0]
const severity: 'warning' | 'suggestion' | 'hint' | undefined = finding?.severity
const {text, applied} = fix('Just click Save.', {format: 'html'})
const rule: RuleInfo | undefined = rules[0]
unified().use(retextEnglish).use(retextPoise, {kind: 'macro'}).freeze()
// @ts-expect-error: there is no such kind
check('', {kind: 'letter'})
// @ts-expect-error: the result is not to be changed
result.kind = 'article'
// @ts-expect-error: there is no such option
unified().use(retextPoise, {colour: 'red'})
export {applied, offset, rule, severity, suggestion, text}
`

for (const resolution of ['nodenext', 'bundler']) {
  test(`the types hold for a project that resolves as ${resolution}`, () => {
    writeFileSync(path.join(project, 'consumer.ts'), consumer)
    const flags = ['--noEmit', '--strict', '--target', 'es2022', '--types', '']
    const module =
      resolution === 'bundler' ? ['--module', 'esnext', '--moduleResolution', 'bundler'] : ['--module', 'nodenext']
    const {stdout, status} = spawnSync(process.execPath, [tsc, ...flags, ...module, 'consumer.ts'], {
      cwd: project,
      encoding: 'utf8',
    })
    assert.equal(status, 0, stdout)
  })
}
