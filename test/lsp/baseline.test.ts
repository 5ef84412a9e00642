import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import type {CodeLens, Diagnostic} from 'vscode-languageserver-protocol'
import {applyWorkspaceEdit, type Client, kate, startClient, vscode} from './client.ts'

const first = 'You can simply reply.\n'
const second = 'Just open the menu.\n'
const page = `# Invoices\n\n${first}`
const longer = `${page}\n${second}`
const name = '.poise-baseline.json'

const record = (client: Client, folder?: string) =>
  client.connection.sendRequest<{findings: number; files: number; mistake?: string}>('workspace/executeCommand', {
    command: 'poise.server.recordBaseline',
    ...(folder !== undefined && {arguments: [folder]}),
  })
const lensOf = async (client: Client, file: string) => {
  const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: {uri: client.uri(file)},
  })
  return lenses[0]?.command?.title ?? ''
}
const shown = (items: readonly Diagnostic[]) =>
  items.map(({severity, message}) => `${severity} ${String(message).split(' ')[0]}`)
const poise = (folder: string, ...args: readonly string[]) =>
  spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, '../../server/cli/main.ts'), ...args],
    {cwd: folder, encoding: 'utf8'},
  )

test('what is recorded is a faint hint, what is new stays as it was, and all counts agree', async context => {
  const capabilities = {...vscode, workspace: {...vscode.workspace, codeLens: {refreshSupport: true}}}
  const client = await startClient(context, {
    capabilities,
    files: {'a.md': page, 'b.md': page},
    options: {status: true},
  })
  let lensRefreshes = 0
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    lensRefreshes += 1
    return null
  })
  assert.deepEqual(await record(client), {findings: 2, files: 2})
  await waitFor(async () => lensRefreshes > 0)
  assert.match(client.messages.join(), /Recorded 2 findings of 2 files/)

  client.open('a.md', longer)
  const {items} = await client.pull('a.md')
  assert.deepEqual(shown(items), ['3 “Just”', '4 Recorded:'])
  assert.match(await lensOf(client, 'a.md'), /1 finding · 1 recorded$/)
  const {findings, recorded} = client.statuses.at(-1) ?? {}
  assert.deepEqual({findings, recorded}, {findings: 1, recorded: 1})

  const summary = await client.connection.sendRequest<{findings: Record<string, number>; recorded: number}>(
    'workspace/executeCommand',
    {command: 'poise.server.scanWorkspace'},
  )
  assert.equal(summary.recorded, 2)
  assert.equal(
    Object.values(summary.findings).reduce((sum, count) => sum + count),
    1,
  )
  assert.deepEqual(shown((await client.published('b.md')).diagnostics), ['4 Recorded:'])
})

test('“fix all” leaves what is recorded, which has its own rewrite', async context => {
  const client = await startClient(context, {files: {'a.md': page}})
  await record(client)
  client.open('a.md', longer)
  const {items} = await client.pull('a.md')
  const [fresh, known] = items
  assert.ok(fresh && known)
  const [all] = await client.actions('a.md', fresh, ['source.fixAll.poise'])
  const resolved = await client.connection.sendRequest<typeof all>('codeAction/resolve', all)
  const fixed = applyWorkspaceEdit(client.uri('a.md'), longer, resolved?.edit)
  assert.match(fixed, /simply/)
  assert.doesNotMatch(fixed, /Just/)
  const titles = (await client.actions('a.md', known)).map(({title}) => title)
  assert.ok(
    titles.some(title => /simply/.test(title)),
    titles.join(),
  )
})

test('by their setting recorded findings are hidden, or shown like all others', async context => {
  let baseline = 'hide'
  const client = await startClient(context, {files: {'a.md': page}, settings: () => ({baseline})})
  await record(client)
  client.open('a.md', longer)
  assert.deepEqual(shown((await client.pull('a.md')).items), ['3 “Just”'])
  assert.match(await lensOf(client, 'a.md'), /1 recorded$/)
  baseline = 'show'
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
  await waitFor(async () => (await client.pull('a.md')).items.length === 2)
  assert.deepEqual(shown((await client.pull('a.md')).items), ['3 “simply”', '3 “Just”'])
})

test('a baseline of the command line holds in the editor and the other way round; the nearest one counts', async context => {
  const client = await startClient(context, {files: {'a.md': page, 'sub/b.md': page}, settings: {rules: {'*': 'off'}}})
  assert.equal(poise(client.folder, 'baseline').status, 0)
  const written = readFileSync(join(client.folder, name), 'utf8')
  // Whatever a person has switched off for themselves is recorded all the same.
  assert.deepEqual(await record(client), {findings: 2, files: 2})
  assert.equal(readFileSync(join(client.folder, name), 'utf8'), written)
  assert.equal(poise(client.folder, 'check').status, 0)
})

test('a baseline that changes, breaks or goes is seen at once', async context => {
  const client = await startClient(context, {files: {'a.md': page, 'sub/b.md': page}})
  await record(client)
  client.open('sub/b.md', page)
  const severities = async () => (await client.pull('sub/b.md')).items.map(({severity}) => severity)
  const changed = (path: string, type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: client.uri(path), type}]})
  assert.deepEqual(await severities(), [4])

  client.write(`sub/${name}`, '{"version": 1, "files": {"other.md": {}}}')
  await changed(`sub/${name}`, 1)
  await waitFor(async () => (await severities())[0] === 3)

  client.write(`sub/${name}`, '{"version": 9, "files": {}}')
  await changed(`sub/${name}`, 2)
  await waitFor(async () => (await severities())[0] === 3 && client.last(`sub/${name}`) !== undefined)
  const mistakes = client.last(`sub/${name}`)?.diagnostics
  assert.match(String(mistakes?.[0]?.message), /version 9.*Delete it, and record it again/)
  const {mistake} = await record(client, client.uri('sub'))
  assert.match(mistake ?? '', /Name a folder/)
})

test('a broken baseline is never overwritten, and several folders need a name', async context => {
  const client = await startClient(context, {
    files: {'one/a.md': page, 'two/b.md': page, [`two/${name}`]: '{"version": 9, "files": {}}'},
    folders: ['one', 'two'],
  })
  assert.match((await record(client)).mistake ?? '', /Name a folder/)
  assert.match((await record(client, client.uri('two'))).mistake ?? '', /version 9/)
  assert.equal(readFileSync(join(client.folder, 'two', name), 'utf8'), '{"version": 9, "files": {}}')
  assert.deepEqual(await record(client, client.uri('one')), {findings: 1, files: 1})
  assert.ok(existsSync(join(client.folder, 'one', name)))
  assert.ok(!existsSync(join(client.folder, name)))
})

test('an editor that is pushed to, and watches no files, compares too', async context => {
  const client = await startClient(context, {capabilities: kate, files: {'a.md': page}})
  client.open('a.md', page)
  await client.published('a.md', ({diagnostics}) => diagnostics[0]?.severity === 3)
  await record(client)
  await client.published('a.md', ({diagnostics}) => diagnostics[0]?.severity === 4)
})

async function waitFor(isDone: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await isDone()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  assert.fail('It did not come to that.')
}
