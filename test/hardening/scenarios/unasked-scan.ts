// Workspaces that nobody wants to have scanned whole.
import {setTimeout as wait} from 'node:timers/promises'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {writeHelpCentre} from '../help-centre.ts'
import {say} from '../measured.ts'
import {usageOf} from '../processes.ts'

await withCap()
await unasked()
await tidy()

/** A workspace with more files than the setting lets a scan take. */
async function withCap(): Promise<void> {
  const client = await startClient(scene, {settings: {maxFiles: 200}})
  // Somebody who scans does so when the server has their settings.
  await wait(500)
  writeHelpCentre(client.folder, 300)
  const summary = await client.connection.sendRequest<{readonly files: number; readonly cut: boolean}>(
    'workspace/executeCommand',
    {command: 'poise.server.scanWorkspace'},
  )
  const message = client.messages.find(each => each.includes('poise.maxFiles'))
  say({
    input: '300 files where the setting poise.maxFiles is 200',
    toReach: '200 read, and a message',
    reached: `${summary.files} read, “${message ?? 'no message'}”`,
    passed: summary.files === 200 && summary.cut && message !== undefined,
  })
}

/** A server whose workspace is the whole disk scans it when somebody asks, and not before. */
async function unasked(): Promise<void> {
  const client = await startClient(scene, {folders: ['../../../..']})
  await client.connection.sendRequest('textDocument/hover', {
    textDocument: {uri: client.uri('a.md')},
    position: {line: 0, character: 0},
  })
  const before = usageOf(client.process.pid)
  let published = 0
  client.onPublished(() => void published++)
  await wait(2000)
  const after = usageOf(client.process.pid)
  const used = (after?.cpu ?? 0) - (before?.cpu ?? 0)
  say({
    input: 'a server that is opened on /',
    toReach: 'nothing is scanned before somebody asks',
    reached: `${published} files shown, ${used.toFixed(2)} s of a core in 2 s`,
    passed: published === 0 && used < 0.2,
  })
}
