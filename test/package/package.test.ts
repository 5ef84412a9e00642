import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const vsix = path.join(root, 'poise.vsix')

/** All that an installed extension consists of. */
const packed = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/extension.cjs',
  'dist/lsp.cjs',
  'dist/poise.schema.json',
  'dist/rules.md',
  'dist/style.schema.json',
  'package.json',
  'syntaxes/placeholders.tmLanguage.json',
]

test('the package holds what it runs on and nothing else', () => {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce')
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {cwd: root, encoding: 'utf8'})
  assert.deepEqual(listed.trim().split('\n').sort(), packed)
})

test('the package is small', {skip: existsSync(vsix) ? false : 'run npm run package first'}, () => {
  assert.ok(statSync(vsix).size < 600_000, `${statSync(vsix).size} bytes`)
})

test('every dependency is pinned, and few are needed at run time', () => {
  const all: readonly [string, string][] = [
    ...Object.entries<string>(manifest.dependencies),
    ...Object.entries<string>(manifest.devDependencies),
  ]
  assert.deepEqual(
    all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  )
  assert.ok(Object.keys(manifest.dependencies).length <= 12)
})

test('what the manifest names is there', () => {
  const {contributes, main, bin} = manifest
  const named = [
    main,
    ...Object.values<string>(bin),
    ...[...contributes.grammars].map(({path: file}) => file),
    ...[...contributes.jsonValidation, ...contributes.yamlValidation].map(({url}) => url),
  ]
  assert.deepEqual(
    named.filter(file => !existsSync(path.join(root, file))),
    [],
  )
})
