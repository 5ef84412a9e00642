import assert from 'node:assert/strict'
import {test} from 'node:test'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Diagnostic} from 'vscode-languageserver-protocol'
import {type Client, neovim, startClient, vscode} from './client.ts'

const delay = 600
const start = '# Invoices\n\nYou can simply reply.\n\nOpen the menu.\n'
/** Types a sentence at the end of a line, as an editor sends it: one edit where the cursor is. */
const type = (client: Client, line: number, character: number, text: string, version: number) =>
  client.connection.sendNotification('textDocument/didChange', {
    textDocument: {uri: client.uri('a.md'), version},
    contentChanges: [{range: {start: {line, character}, end: {line, character}}, text}],
  })
const lines = (items: readonly Diagnostic[]) => items.map(({range, code}) => `${range.start.line} ${code}`)

test('what is new in the paragraph at work waits for a pause; the rest is shown at once', async context => {
  const client = await startClient(context, {capabilities: vscode, settings: {delay}})
  await until(() => client.refreshes() === 1)
  client.open('a.md', start)
  const opened = await client.pull('a.md')
  assert.deepEqual(lines(opened.items), ['2 minimiser'])
  // The finding that was shown before stays, with its new place; the one that is typed waits.
  await type(client, 2, 0, 'Just look. ', 2)
  const typing = await client.pull('a.md', opened.resultId)
  assert.deepEqual(lines(typing.items), ['2 minimiser'])
  assert.equal(typing.items[0]?.range.start.character, 'Just look. You can '.length)
  // The writer goes on elsewhere, so what was typed before is shown, and what is typed there waits.
  await type(client, 4, 0, 'Simply wait. ', 3)
  const elsewhere = await client.pull('a.md', typing.resultId)
  assert.deepEqual(lines(elsewhere.items), ['2 minimiser', '2 minimiser'])
  // Back again: what has been shown stays.
  await type(client, 2, 0, 'Simply ask. ', 4)
  const back = await client.pull('a.md', elsewhere.resultId)
  assert.deepEqual(lines(back.items), ['2 minimiser', '2 minimiser', '4 minimiser'])
  assert.equal(client.refreshes(), 1)
  await until(() => client.refreshes() === 2)
  const paused = await client.pull('a.md', back.resultId)
  assert.equal(paused.kind, 'full')
  assert.deepEqual(lines(paused.items), ['2 minimiser', '2 minimiser', '2 minimiser', '4 minimiser'])
  assert.equal((await client.pull('a.md', paused.resultId)).kind, 'unchanged')
  await sleep(delay * 1.5)
  assert.equal(client.refreshes(), 2)
})

test('each key begins the pause anew, and a save ends it', async context => {
  const client = await startClient(context, {settings: {delay: 30_000}})
  // The settings have arrived.
  await until(() => client.refreshes() === 1)
  client.open('a.md', start)
  const {resultId} = await client.pull('a.md')
  await type(client, 4, 0, 'Simply wait. ', 2)
  await type(client, 4, 0, 'Just look. ', 3)
  assert.deepEqual(lines((await client.pull('a.md', resultId)).items), ['2 minimiser'])
  await client.connection.sendNotification('textDocument/didSave', {textDocument: {uri: client.uri('a.md')}})
  await until(() => client.refreshes() === 2)
  assert.equal((await client.pull('a.md', resultId)).items.length, 3)
})

test('where the whole file waits, what is shown stays as it is until the pause', async context => {
  const client = await startClient(context, {settings: {delay, delayIn: 'file'}})
  // The settings have arrived.
  await until(() => client.refreshes() === 1)
  client.open('a.md', start)
  const {resultId} = await client.pull('a.md')
  await type(client, 4, 0, 'Just look. ', 2)
  assert.equal((await client.pull('a.md', resultId)).kind, 'unchanged')
  await until(() => client.refreshes() === 2)
  const {kind, items} = await client.pull('a.md', resultId)
  assert.equal(kind, 'full')
  assert.ok(items.length > 1)
})

test('an editor that is pushed to waits in the same way', async context => {
  const client = await startClient(context, {capabilities: neovim})
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: {poise: {delay}}})
  client.open('a.md', start)
  await client.published('a.md')
  await type(client, 4, 0, 'Simply wait. ', 2)
  const began = Date.now()
  await client.published('a.md', ({diagnostics}) => diagnostics.length === 2)
  assert.ok(Date.now() - began >= delay - 50)
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: {poise: {delay, delayIn: 'file'}},
  })
  await type(client, 4, 0, 'Just wait. ', 3)
  await sleep(delay / 2)
  assert.equal(client.last('a.md')?.diagnostics.length, 2)
  await client.published('a.md', ({diagnostics}) => diagnostics.length === 3)
})

test('an editor that pulls and can’t be told to pull again is shown all at once', async context => {
  const {workspace: _workspace, ...capabilities} = vscode
  const client = await startClient(context, {capabilities})
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: {poise: {delay: 30_000}}})
  client.open('a.md', start)
  await client.pull('a.md')
  await type(client, 4, 0, 'Simply wait. ', 2)
  assert.equal((await client.pull('a.md')).items.length, 2)
})

test('a document that is closed while it waits is forgotten, and the server ends', async context => {
  const client = await startClient(context, {capabilities: neovim})
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: {poise: {delay: 60_000}}})
  client.open('a.md', start)
  await client.published('a.md')
  await type(client, 4, 0, 'Simply wait. ', 2)
  client.close('a.md')
  await client.published('a.md', ({diagnostics}) => diagnostics.length === 0)
  await type(client, 4, 0, 'Simply wait. ', 3)
  const ended = new Promise(resolve => client.process.once('exit', resolve))
  await client.connection.sendRequest('shutdown')
  await client.connection.sendNotification('exit')
  assert.equal(await ended, 0)
})

async function until(isDone: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && !isDone(); attempt++) await sleep(25)
  assert.ok(isDone())
}
