import assert from 'node:assert/strict'
import {test} from 'node:test'
import {codemirror, eglot, kate, neovim, startClient, vscode} from './client.ts'

const article = '# Invoices\n\nYou should be able to see the invoice now.\n'
const fixed = '# Invoices\n\nYou can see the invoice now.\n'

test('VS Code is asked to pull, is never pushed to, and gets a link, a principle and a result id', async context => {
  const client = await startClient(context, {capabilities: vscode})
  assert.equal(client.result.capabilities.positionEncoding, 'utf-16')
  assert.equal(client.result.capabilities.diagnosticProvider, undefined)
  client.open('invoices.md', article)
  const report = await client.pull('invoices.md')
  assert.deepEqual(client.registrations.map(({method}) => method).sort(), [
    'textDocument/diagnostic',
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
  ])
  const [diagnostic, ...others] = report.items
  assert.equal(others.length, 0)
  assert.equal(diagnostic?.code, 'outcome-should')
  assert.equal(diagnostic?.source, 'poise')
  assert.equal(diagnostic?.severity, 2)
  assert.deepEqual(diagnostic?.data, {principle: 'knowledge'})
  assert.match(diagnostic?.codeDescription?.href ?? '', /^https:.*\/docs\/rules\/outcome-should\.md$/)
  assert.doesNotMatch(String(diagnostic?.message), /\n/)

  assert.equal((await client.pull('invoices.md', report.resultId)).kind, 'unchanged')
  client.change('invoices.md', fixed, 2)
  assert.deepEqual((await client.pull('invoices.md', report.resultId)).items, [])
  assert.equal(client.last('invoices.md'), undefined)
})

test('Neovim is pushed to, from version 0 on, and pulls nothing', async context => {
  const client = await startClient(context, {capabilities: neovim})
  client.open('invoices.md', article, 0)
  const {diagnostics} = await client.published('invoices.md')
  assert.deepEqual(
    diagnostics.map(({code}) => code),
    ['outcome-should'],
  )
  client.change('invoices.md', fixed, 1)
  await client.published('invoices.md', each => each.diagnostics.length === 0)
})

test('eglot, which answers null when asked for settings, is pushed to', async context => {
  const client = await startClient(context, {capabilities: eglot, settings: null})
  client.open('invoices.md', article, 0)
  const {diagnostics} = await client.published('invoices.md', each => each.diagnostics.length > 0)
  assert.equal(diagnostics[0]?.codeDescription, undefined)
})

test('CodeMirror, which claims to pull and never does, is pushed to with versions until it pulls', async context => {
  const client = await startClient(context, {capabilities: codemirror})
  assert.ok(client.result.capabilities.diagnosticProvider)
  client.open('invoices.md', article, 0)
  const first = await client.published('invoices.md')
  assert.equal(first.version, 0)
  assert.equal(first.diagnostics.length, 1)
  assert.equal((await client.pull('invoices.md')).items.length, 1)
  await client.published('invoices.md', each => each.diagnostics.length === 0)
})

test('Kate, which says nothing of the workspace, is pushed to', async context => {
  const client = await startClient(context, {capabilities: kate})
  client.open('invoices.md', article, 0)
  assert.equal((await client.published('invoices.md')).diagnostics.length, 1)
})

test('a client without any capability is served', async context => {
  const client = await startClient(context, {capabilities: {}})
  client.open('invoices.md', article)
  assert.equal((await client.published('invoices.md')).diagnostics.length, 1)
  assert.equal(client.result.capabilities.codeActionProvider, undefined)
})
