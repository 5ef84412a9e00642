import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {CodeLens} from 'vscode-languageserver-protocol'
import {rules} from '../../rules/index.generated.ts'
import {kate, startClient, vscode} from './client.ts'

const unused = '<!-- poise-ignore minimiser: agreed -->\n\nOpen the menu.\n'

test('an ignore comment that silences nothing fades, where the editor can fade', async context => {
  const able = await startClient(context, {
    capabilities: {
      ...vscode,
      textDocument: {...vscode.textDocument, diagnostic: {dynamicRegistration: true, tagSupport: {valueSet: [1, 2]}}},
    },
  })
  able.open('a.md', unused)
  const [faded] = (await able.pull('a.md')).items
  assert.deepEqual([faded?.code, faded?.severity, faded?.tags], ['unused-ignore', 4, [1]])
  const unable = await startClient(context, {capabilities: kate})
  unable.open('a.md', unused)
  const [plain] = (await unable.published('a.md')).diagnostics
  assert.deepEqual([plain?.code, plain?.severity, plain?.tags], ['unused-ignore', 4, undefined])
})

test('each rule says what it has to say in one short line without Markdown, and no rule is an error', () => {
  for (const {id, message, severity} of rules) {
    assert.ok(message.length <= 120, `${id}: ${message}`)
    assert.doesNotMatch(message, /[\n`]|\*\*|\]\(/, id)
    assert.ok(!JSON.stringify(severity).includes('error'), id)
  }
})

test('the code lens goes when it is switched off, and the editor is told to ask again', async context => {
  let codeLens = true
  const capabilities = {...vscode, workspace: {...vscode.workspace, codeLens: {refreshSupport: true}}}
  const client = await startClient(context, {capabilities, settings: () => ({codeLens})})
  let refreshes = 0
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    refreshes += 1
    return null
  })
  client.open('a.md', 'You can simply reply.\n')
  const lenses = () =>
    client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {textDocument: {uri: client.uri('a.md')}})
  assert.match((await lenses())[0]?.command?.title ?? '', /^Risk \d+ of 100/)
  codeLens = false
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
  for (let attempt = 0; attempt < 100 && refreshes === 0; attempt++) await new Promise(go => setTimeout(go, 25))
  assert.equal(refreshes, 1)
  assert.deepEqual(await lenses(), [])
})
