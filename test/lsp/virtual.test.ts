import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {parentOf} from '../../server/workspace/path.ts'
import {isVirtual, virtualPath, virtualUri} from '../../server/workspace/virtual-path.ts'
import {type Client, startClient} from './client.ts'

const folder = 'vscode-vfs://github%2B7b2276%3A1/team/help'
const bad = 'You should be able to see the invoice now.\n'

/** Answers for files as an editor does, and notes what it was asked for. */
function serveFiles({connection}: Client, files: Readonly<Record<string, string>>): string[] {
  const asked: string[] = []
  const textOf = (uri: string): string | undefined => {
    asked.push(uri)
    return uri.startsWith(`${folder}/`) ? files[decodeURIComponent(uri.slice(folder.length + 1))] : undefined
  }
  const read = ({uri}: {uri: string}): {base64?: string; failure?: string} => {
    const text = textOf(uri)
    return text === undefined ? {failure: 'missing'} : {base64: Buffer.from(text).toString('base64')}
  }
  connection.onRequest('poise/readFile', read)
  connection.onRequest('poise/readHead', read)
  connection.onRequest('poise/typeOf', ({uri}: {uri: string}) => (textOf(uri) === undefined ? null : 'file'))
  connection.onRequest('poise/list', ({uri}: {uri: string}) => {
    asked.push(uri)
    return uri === folder ? Object.keys(files).map(name => ({name, type: 'file'})) : null
  })
  return asked
}

async function openFolder(client: Client): Promise<void> {
  const event = {added: [{uri: `${folder}/`, name: 'help'}], removed: []}
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {event})
}

test('the address of a virtual file is a path that keeps its scheme and authority', () => {
  const cases = {
    'vscode-vfs://github/team/help/a.md': 'vscode-vfs://github/team/help/a.md',
    'vscode-vfs://github%2B7b/Gr%C3%B6%C3%9Fe%20%26%20%231%3F.md': 'vscode-vfs://github%2B7b/Größe & #1?.md',
    'memfs:/a%25.md': 'memfs:/a%.md',
    'memfs:/': 'memfs:/',
    'file:///c%3A/help/a.md': 'file:/c:/help/a.md',
  }
  for (const [uri, path] of Object.entries(cases)) {
    assert.equal(virtualPath(uri), path)
    assert.ok(isVirtual(path))
    assert.equal(virtualPath(virtualUri(path)), path)
  }
  assert.equal(virtualUri('file:/c:/help/a.md'), 'file:///c%3A/help/a.md')
  for (const uri of [
    'untitled:Untitled-1',
    'untitled:/a.md',
    'git:/a.md?%7B%7D',
    'cell:/a.ipynb#W0',
    'memfs:/%E0%A4%A',
  ])
    assert.equal(virtualPath(uri), undefined, uri)
  for (const path of ['/home/a.md', 'c:/a.md', '//server/share/a.md']) assert.ok(!isVirtual(path), path)
})

test('the folders above a virtual file end at its authority', () => {
  const above: string[] = []
  for (let at: string | undefined = 'memfs://team/help/a.md'; at !== undefined; at = parentOf(at)) above.push(at)
  assert.deepEqual(above, ['memfs://team/help/a.md', 'memfs://team/help', 'memfs://team'])
  assert.equal(parentOf('memfs:/a.md'), 'memfs:/')
  assert.equal(parentOf('memfs:/'), undefined)
})

test('a scan reads virtual folders through the client, with their configuration', async context => {
  const client = await startClient(context, {files: {'on-disk.md': bad}, options: {files: true}})
  const asked = serveFiles(client, {'a.md': bad, 'b.md': bad, '.poise.json': '{"ignore": ["b.md"]}'})
  await openFolder(client)
  // Folders that have just changed are scanned once more by themselves, which ends the scan before.
  let summary = {files: 0, cancelled: true}
  while (summary.cancelled)
    summary = await client.connection.sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})
  assert.equal(summary.files, 2)
  assert.equal((await client.published('on-disk.md')).diagnostics.length, 1)
  assert.ok(asked.includes(`${folder}/a.md`))
  assert.ok(!asked.includes(`${folder}/b.md`))
  assert.ok(asked.every(uri => uri.startsWith('vscode-vfs://')))
})

test('a rule is turned off in the configuration of a virtual folder', async context => {
  const client = await startClient(context, {options: {files: true}})
  serveFiles(client, {'.poise.json': '{\n  // Ours.\n  "rules": {}\n}\n'})
  await openFolder(client)
  const uri = `${folder}/a.md`
  const item = {uri, languageId: 'markdown', version: 1, text: bad}
  await client.connection.sendNotification('textDocument/didOpen', {textDocument: item})
  const actions = await client.connection.sendRequest<{title: string; data: unknown}[]>('textDocument/codeAction', {
    textDocument: {uri},
    range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}},
    context: {diagnostics: []},
  })
  const turnOff = actions.find(({title}) => title.startsWith('Turn off'))
  const resolved = await client.connection.sendRequest<object>('codeAction/resolve', turnOff ?? {})
  const text = JSON.stringify(resolved)
  assert.ok(text.includes(`${folder}/.poise.json`), text)
  assert.match(text, /outcome-should/)
})

test('a client that does not read files is never asked to', async context => {
  const client = await startClient(context)
  const asked = serveFiles(client, {'.poise.json': '{"rules": {"outcome-should": "off"}}'})
  const uri = `${folder}/a.md`
  const item = {uri, languageId: 'markdown', version: 1, text: bad}
  await client.connection.sendNotification('textDocument/didOpen', {textDocument: item})
  const {items} = await client.connection.sendRequest<{items: object[]}>('textDocument/diagnostic', {
    textDocument: {uri},
  })
  assert.equal(items.length, 1)
  assert.deepEqual(asked, [])
})

test('with a client that reads files, those of the disk are written and their links seen through as without one', async context => {
  const client = await startClient(context, {
    options: {files: true},
    files: {'docs/.poise.json': '{"extends": "./far.json"}', 'docs/a.md': bad},
  })
  const outside = mkdtempSync(join(tmpdir(), 'poise-outside-'))
  context.after(() => rmSync(outside, {recursive: true, force: true}))
  writeFileSync(join(outside, 'far.json'), '{"rules": {"outcome-should": "off"}}')
  symlinkSync(join(outside, 'far.json'), join(client.folder, 'docs/far.json'))
  client.open('docs/a.md', bad)
  assert.equal((await client.pull('docs/a.md')).items[0]?.code, 'outcome-should')
  const {diagnostics} = await client.published('docs/.poise.json', ({diagnostics: now}) => now.length > 0)
  assert.match(String(diagnostics[0]?.message), /is a link that leads out of/)
  await client.connection.sendRequest('workspace/executeCommand', {command: 'poise.server.recordBaseline'})
  assert.match(readFileSync(join(client.folder, '.poise-baseline.json'), 'utf8'), /docs\/a\.md/)
})
