import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {extensionFiles, npmFiles} from './contents.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const vsix = path.join(root, 'poise.vsix')

/** All that an installed extension consists of. */
const packed = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/browser/extension.js',
  'dist/browser/package.json',
  'dist/browser/server.js',
  'dist/extension.cjs',
  'dist/lsp.cjs',
  'dist/poise.schema.json',
  ...readdirSync(path.join(root, 'docs/rules'))
    .sort()
    .map(name => `dist/rules/${name}`),
  'media/icon.png',
  'media/poise.svg',
  'media/walkthrough/configure.svg',
  'media/walkthrough/rewrite.svg',
  'media/walkthrough/sample.macro.md',
  'media/walkthrough/scan.svg',
  'media/walkthrough/see.svg',
  'dist/view/report.js',
  'dist/style.schema.json',
  'l10n/bundle.l10n.de.json',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
  'syntaxes/placeholders.tmLanguage.json',
]

test('the package holds what it runs on and nothing else', () => {
  assert.deepEqual(extensionFiles(), packed.toSorted())
})

test('the package for npm holds the programs, the library and their licence, and nothing else', () => {
  const allowed = [
    /^(?:CHANGELOG\.md|LICENSE|README\.md|THIRD-PARTY-NOTICES\.txt|package\.json)$/,
    /^dist\/(?:cli\.mjs|lsp\.cjs|mcp\.mjs|poise\.schema\.json|style\.schema\.json)$/,
    /^dist\/browser\/(?:package\.json|server\.js)$/,
    /^dist\/lib\/(?:index|retext|rules|chunk-\w+)\.js$/,
    /^dist\/lib\/types\/(?:rules|server)\/[\w/-]+\.d\.ts$/,
    /^dist\/rules\/[\w-]+\.md$/,
  ]
  const files = npmFiles()
  assert.deepEqual(
    files.filter(file => !allowed.some(pattern => pattern.test(file))),
    [],
  )
  assert.ok(allowed.every(pattern => files.some(file => pattern.test(file))))
})

test('the package is small', {skip: existsSync(vsix) ? false : 'run npm run package first'}, () => {
  assert.ok(statSync(vsix).size < 900_000, `${statSync(vsix).size} bytes`)
})

test('what editors in a browser run needs nothing of Node', () => {
  const scripts = {'dist/browser/extension.js': ['vscode'], 'dist/browser/server.js': []}
  for (const [name, allowed] of Object.entries(scripts)) {
    const text = readFileSync(path.join(root, name), 'utf8')
    const required = [...text.matchAll(/\brequire\(\s*["'`]([^"'`]+)/g)].map(([, module]) => module)
    assert.deepEqual([...new Set(required)], allowed, name)
    assert.doesNotMatch(text, /["'`]node:/, name)
  }
})

test('every dependency is pinned, and what is installed needs none: it is bundled', () => {
  assert.equal(manifest.dependencies, undefined)
  assert.deepEqual(
    Object.entries<string>(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    ),
    [],
  )
})

test('what the manifest names is there', () => {
  const {contributes, main, browser, bin, exports} = manifest
  const named = [
    main,
    browser,
    ...Object.values<string>(bin),
    ...Object.values<string | object>(exports).flatMap(each => (typeof each === 'string' ? each : Object.values(each))),
    ...[...contributes.grammars].map(({path: file}) => file),
    ...[...contributes.jsonValidation, ...contributes.yamlValidation].map(({url}) => url),
  ]
  assert.deepEqual(
    named.filter(file => !existsSync(path.join(root, file))),
    [],
  )
})

test('the listing has its icon, of a size that shops take', () => {
  const icon = readFileSync(path.join(root, manifest.icon))
  assert.equal(icon.toString('latin1', 1, 4), 'PNG')
  assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20))
})
