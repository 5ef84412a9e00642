import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'

const root = new URL('../../', import.meta.url)

interface Import {
  readonly file: string
  readonly name: string
  /** The file imported, from the project's root; undefined for a package. */
  readonly target: string | undefined
}

function sources(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), {recursive: true})
    .map(name => `${folder}/${name}`.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.ts'))
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(new URL(file, root), 'utf8')
  const statements = [
    ...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gms),
  ]
  return statements.map(([, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? ''
    return {file, name, target: name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : undefined}
  })
}

const all = ['rules', 'server', 'client'].flatMap(sources).flatMap(importsOf)

function violations(isWrong: (each: Import) => boolean): readonly string[] {
  return all.filter(isWrong).map(({file, name}) => `${file} imports ${name}`)
}

test('rules import nothing but rules and the language libraries', () => {
  const allowed = new Set(['retext', 'retext-english', 'nlcst', 'unified', 'vfile'])
  const inRules = (file: string): boolean => file.startsWith('rules/')
  assert.deepEqual(
    violations(
      ({file, name, target}) => inRules(file) && !(target === undefined ? allowed.has(name) : inRules(target)),
    ),
    [],
  )
})

test('only the hosts import Node', () => {
  const isHost = (file: string): boolean => /^server\/(?:node|cli)\/|^client\//.test(file)
  assert.deepEqual(
    violations(({file, name}) => name.startsWith('node:') && !isHost(file)),
    [],
  )
})

test('only the client imports vscode, only the language server its protocol', () => {
  assert.deepEqual(
    violations(({file, name}) => name === 'vscode' && !file.startsWith('client/')),
    [],
  )
  const speaks = (file: string): boolean => /^server\/(?:lsp\/|(?:node|browser)\/lsp\.ts$)/.test(file)
  assert.deepEqual(
    violations(({file, name}) => /^vscode-languageserver(?!-textdocument)/.test(name) && !speaks(file)),
    [],
  )
  assert.deepEqual(
    violations(({file, name}) => /^vscode-languageclient/.test(name) && !file.startsWith('client/')),
    [],
  )
  assert.deepEqual(
    violations(({file, name}) => name.startsWith('@modelcontextprotocol') && file !== 'server/node/mcp.ts'),
    [],
  )
})

test('nothing imports upwards: formats and engine know no host, rules know no engine', () => {
  const layer = (file: string): string => /^(?:server\/)?(\w+)/.exec(file)?.[1] ?? ''
  const below: Readonly<Record<string, readonly string[]>> = {
    formats: ['formats', 'rules'],
    engine: ['engine', 'formats', 'rules'],
    // A configuration holds a house style, and a house style is read as a configuration is.
    house: ['house', 'workspace', 'engine', 'formats', 'rules'],
    workspace: ['workspace', 'house', 'engine', 'formats', 'rules'],
    assistants: ['assistants', 'workspace', 'house', 'engine', 'formats', 'rules'],
    report: ['report', 'workspace', 'engine', 'formats', 'rules'],
    lsp: ['lsp', 'assistants', 'report', 'workspace', 'house', 'engine', 'formats', 'rules'],
    library: ['library', 'workspace', 'engine', 'formats', 'rules'],
    client: ['client'],
  }
  assert.deepEqual(
    violations(({file, target}) => target !== undefined && below[layer(file)]?.includes(layer(target)) === false),
    [],
  )
})

test('nothing opens a connection, and one file alone runs a program, which is git', () => {
  const outside = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|child_process|vm|inspector)(?:\/|$)/
  assert.deepEqual(
    violations(({name}) => outside.test(name)),
    ['server/node/git.ts imports node:child_process'],
  )
  const runner = readFileSync(new URL('server/node/git.ts', root), 'utf8')
  assert.deepEqual(runner.match(/\b(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|fork)\(\s*\S+/g), [
    "spawn('git',",
  ])
  assert.match(runner, /\bshell: false\b/)
  // Only the command line is asked what has changed; the language server runs nothing.
  assert.deepEqual(
    violations(({file, target}) => target === 'server/node/git.ts' && file !== 'server/cli/main.ts'),
    [],
  )
  const calls = ['rules', 'server', 'client']
    .flatMap(sources)
    .filter(file => /\bfetch\(|\bWebSocket\b|\beval\(|new Function\(/.test(readFileSync(new URL(file, root), 'utf8')))
  assert.deepEqual(calls, [])
})

test('rules know no clock and no chance', () => {
  const impure = sources('rules').filter(file =>
    /\bDate\b|Math\.random|performance\.|process\.|globalThis/.test(readFileSync(new URL(file, root), 'utf8')),
  )
  assert.deepEqual(impure, [])
})

test('a rule’s file is named after its id and lies in the folder of its principle', async () => {
  const {rules} = await import('../../rules/index.generated.ts')
  const files = new Set(sources('rules'))
  assert.deepEqual(
    rules.filter(({id, principle}) => !files.has(`rules/${principle}/${id}.ts`)).map(({id}) => id),
    [],
  )
  assert.equal(new Set(rules.map(({id}) => id)).size, rules.length)
})
