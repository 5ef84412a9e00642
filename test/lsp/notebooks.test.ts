import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Diagnostic} from 'vscode-languageserver-protocol'
import {type Client, neovim, startClient, vscode} from './client.ts'

const capabilities = {...vscode, notebookDocument: {synchronization: {dynamicRegistration: true}}}
const cellUri = (client: Client, notebook: string, cell: number) =>
  `${client.uri(notebook).replace('file:', 'vscode-notebook-cell:')}#W${cell}`
const cellText = (uri: string, text: string) => ({uri, languageId: 'markdown', version: 1, text})

/** Opens a notebook with a cell for each text. */
const openNotebook = (client: Client, notebook: string, ...texts: readonly string[]) =>
  client.connection.sendNotification('notebookDocument/didOpen', {
    notebookDocument: {
      uri: client.uri(notebook),
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: texts.map((_, index) => ({kind: 1, document: cellUri(client, notebook, index)})),
    },
    cellTextDocuments: texts.map((text, index) => cellText(cellUri(client, notebook, index), text)),
  })
const pull = async (client: Client, uri: string) =>
  (await client.connection.sendRequest<{items: Diagnostic[]}>('textDocument/diagnostic', {textDocument: {uri}})).items
const rulesOf = (items: readonly Diagnostic[]) => items.map(({code}) => code)

// As a page of its own, this one would lack a way to help.
const procedure = '## Fix a failed sync\n\n1. Open **Settings**.\n2. Click **Sync**.\n3. Sign in again.\n'

test('each Markdown cell is checked by the configuration of its notebook, and nothing is missing from it', async context => {
  const client = await startClient(context, {
    capabilities,
    files: {'.poise.json': '{"rules": {"minimiser": "off"}, "ignore": ["old/**"]}'},
  })
  const [selector] = client.result.capabilities.notebookDocumentSync?.notebookSelector ?? []
  assert.deepEqual(selector, {notebook: '*', cells: [{language: 'markdown'}]})
  client.open('page.md', procedure)
  assert.ok((await client.pull('page.md')).items.length > 0)

  await openNotebook(client, 'a.ipynb', procedure, 'You can simply reply. You should be able to see it.\n')
  assert.deepEqual(rulesOf(await pull(client, cellUri(client, 'a.ipynb', 0))), [])
  assert.deepEqual(rulesOf(await pull(client, cellUri(client, 'a.ipynb', 1))), ['outcome-should'])
  const textDocument = {uri: cellUri(client, 'a.ipynb', 1)}
  assert.deepEqual(await client.connection.sendRequest('textDocument/codeLens', {textDocument}), [])
  await openNotebook(client, 'old/b.ipynb', 'You should be able to see it.\n')
  assert.deepEqual(await pull(client, cellUri(client, 'old/b.ipynb', 0)), [])
})

test('cells are edited, added and taken away', async context => {
  const client = await startClient(context, {capabilities: {...neovim, notebookDocument: {synchronization: {}}}})
  await openNotebook(client, 'a.ipynb', 'You should be able to see it.\n')
  const shown = (cell: number, count: number) => {
    const uri = cellUri(client, 'a.ipynb', cell)
    return client.publishedAt(uri, ({diagnostics}) => diagnostics.length === count)
  }
  await shown(0, 1)
  const change = (cells: object) =>
    client.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: {uri: client.uri('a.ipynb'), version: 2},
      change: {cells},
    })
  const [first, second] = [cellUri(client, 'a.ipynb', 0), cellUri(client, 'a.ipynb', 1)]
  const range = {start: {line: 0, character: 0}, end: {line: 0, character: 'You should be able to'.length}}
  await change({textContent: [{document: {uri: first, version: 2}, changes: [{range, text: 'You can'}]}]})
  await shown(0, 0)
  const array = {start: 1, deleteCount: 0, cells: [{kind: 1, document: second}]}
  await change({structure: {array, didOpen: [cellText(second, 'You can simply reply.\n')]}})
  await shown(1, 1)
  await change({structure: {array: {start: 1, deleteCount: 1}, didClose: [{uri: second}]}})
  await shown(1, 0)
})

test('a new file goes by the configuration of the only folder; with several there is none to go by', async context => {
  const files = {'one/.poise.json': '{"rules": {"minimiser": "off"}}'}
  const untitled = 'untitled:Untitled-1'
  const open = (client: Client) =>
    client.connection.sendNotification('textDocument/didOpen', {
      textDocument: cellText(untitled, 'You can simply reply. You should be able to see it.\n'),
    })
  const one = await startClient(context, {files, folders: ['one']})
  await open(one)
  assert.deepEqual(rulesOf(await pull(one, untitled)), ['outcome-should'])
  const two = await startClient(context, {files, folders: ['one', 'two']})
  await open(two)
  assert.deepEqual(rulesOf(await pull(two, untitled)), ['minimiser', 'outcome-should'])
})
