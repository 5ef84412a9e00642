// Clients that break the protocol, or keep to it in ways that nobody thought of: each is served as far as it lets itself be.
import {readFileSync} from 'node:fs'
import {setTimeout as wait} from 'node:timers/promises'
import {CancellationTokenSource, ResponseError} from 'vscode-jsonrpc'
import {type Client, neovim, type Start, startClient, vscode} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'
import {heldBy, watchProcesses} from '../probed.ts'
import {usageOf} from '../processes.ts'

const bad = 'You can simply reply.\n'
const ill = {delay: 'x', maxProblems: -5, maxFileSize: '1', rules: {minimiser: 7}, run: {}, codeLens: null}
const junk: readonly unknown[] = [null, 7, ill, {poise: ill}, 'x', true, [], [[]], {}, {poise: 7}]

/** What a client is shown of a document that has one finding. */
async function shownTo(client: Client, name: string): Promise<string> {
  client.open(name, bad)
  const {items} = await client.pull(name)
  return items.map(({code}) => code).join(', ')
}

async function start(how: Start): Promise<string> {
  const client = await startClient(scene, how)
  return shownTo(client, 'a.md')
}

function wrongOf(input: string, shown: string): readonly string[] {
  return shown === 'minimiser' ? [] : [`${input}: ${shown}`]
}

// Settings, options and capabilities of the wrong type.
const wrongTypes: string[] = []
const tried = junk.slice(0, cases(junk.length, 4))
for (const value of tried) {
  const input = JSON.stringify(value)
  wrongTypes.push(...wrongOf(`options ${input}`, await start({options: value as object})))
  wrongTypes.push(...wrongOf(`settings ${input}`, await start({settings: value})))
}
const sent = await startClient(scene, {capabilities: neovim})
for (const settings of junk) {
  await sent.connection.sendNotification('workspace/didChangeConfiguration', {settings})
  wrongTypes.push(...wrongOf(`settings ${JSON.stringify(settings)}, sent`, await shownTo(sent, 'a.md')))
}
none(
  'options and settings of wrong types: what counts is what is there without any',
  tried.length * 2 + junk.length,
  wrongTypes,
)

// A client that never answers what the server asks of it.
const silent = await startClient(scene, {capabilities: vscode})
const never = () => new Promise(() => {})
for (const method of ['workspace/configuration', 'client/registerCapability', 'workspace/diagnostic/refresh'])
  silent.connection.onRequest(method, never)
await silent.connection.sendNotification('initialized', {})
const toSilent = await shownTo(silent, 'a.md')
say({
  input: 'a client that never answers a question',
  toReach: 'its documents are checked, by what holds without settings',
  reached: toSilent,
  passed: toSilent === 'minimiser',
})

// One that wants nothing of what it asked for.
const client = await startClient(scene, {capabilities: neovim})
client.open('a.md', bad.repeat(300))
const textDocument = {uri: client.uri('a.md')}
const all = cases(1000, 200)
const codes = await Promise.all(
  Array.from({length: all}, (_, at) => {
    const source = new CancellationTokenSource()
    const method = at % 2 === 0 ? 'textDocument/diagnostic' : 'textDocument/codeLens'
    const asked = client.connection.sendRequest(method, {textDocument}, source.token)
    source.cancel()
    return asked.then(
      () => 'answered',
      error => (error instanceof ResponseError ? error.code : String(error)),
    )
  }),
)
const odd = codes.filter(code => code !== 'answered' && code !== -32800)
none('a client that cancels all that it asks for: each answered once, as cancelled or as asked', all, odd.map(String))

// One that loses count, and speaks of what was never there.
const counting = await startClient(scene, {capabilities: neovim})
const confused: string[] = []
counting.open('a.md', 'Open it.\n', 0)
for (const [version, text] of [
  [0, bad],
  [0, 'Open it.\n'],
  [1000, bad],
  [1000, `${bad}\n${bad}`],
  [1_000_000, bad],
] as const) {
  counting.change('a.md', text, version)
  const wanted = text.split('simply').length - 1
  await counting
    .published('a.md', ({diagnostics}) => diagnostics.length === wanted)
    .catch(() => confused.push(`version ${version}`))
}
for (const method of ['didClose', 'didSave', 'willSave', 'x', 'didChange'])
  await counting.connection.sendNotification(`textDocument/${method}`, {
    textDocument: {uri: counting.uri('never.md'), version: 1},
    contentChanges: [{text: bad}],
  })
await counting.connection.sendRequest('x/y', {}).then(
  () => confused.push('an unknown request has an answer'),
  error => error.code === -32601 || confused.push(`an unknown request: ${error.code}`),
)
// What was sent before has been shown when this is.
counting.open('b.md', bad)
await counting.published('b.md')
if (counting.last('never.md')?.diagnostics.length) confused.push('a document that was never opened is shown')
none('versions that stand still and leap, and words of documents that were never opened', 11, confused)

// One that opens and never closes.
const hoarder = await startClient(scene, {capabilities: neovim})
const opened = cases(5000, 500)
for (let at = 0; at < opened; at++) hoarder.open(`${at}.md`, bad)
const {diagnostics} = await lastPublished(hoarder, `${opened - 1}.md`)
say({
  input: `${opened} documents that are opened and never closed`,
  toReach: 'the last is checked, with at most 300 MB',
  reached: `${diagnostics.length} finding, ${megabytes(hoarder)} MB`,
  passed: diagnostics.length === 1 && megabytes(hoarder) <= 300,
})

// One that writes and does not read.
watchProcesses()
const deaf = await startClient(scene, {capabilities: {textDocument: {publishDiagnostics: {versionSupport: true}}}})
const page = 'Simply click **Save**. You should be able to see it.\n\n'.repeat(600)
deaf.open('a.md', page)
await deaf.published('a.md')
const edits = cases(6000, 1000)
const sendEdits = async (first: number) => {
  const start = {line: 0, character: 0}
  for (let at = 0; at < edits; at++) {
    // What is written by one is taken away by the next.
    const isWritten = at % 2 === 0
    const change = {range: {start, end: isWritten ? start : {line: 0, character: 2}}, text: isWritten ? 'x ' : ''}
    const document = {uri: deaf.uri('a.md'), version: first + at}
    await deaf.connection.sendNotification('textDocument/didChange', {
      textDocument: document,
      contentChanges: [change],
    })
    if (at % 10 === 9) await new Promise(resolve => setTimeout(resolve, 10))
  }
}
await sendEdits(2)
await lastPublished(deaf, 'a.md')
const before = await restingSize(deaf)
deaf.process.stdout?.pause()
await sendEdits(2 + edits)
const after = await restingSize(deaf)
deaf.process.stdout?.resume()
let waited = 0
await deaf.published('a.md', ({version}) => {
  waited += 1
  return version === 1 + edits * 2
})
say({
  input: `a client that reads nothing for ${edits} edits of a page, and then goes on`,
  toReach: 'at most 40 MB more; then what fits into the pipe, and what holds of the newest text',
  reached: `${after - before} MB more; then ${waited} messages`,
  passed: after - before <= 40 && waited <= 10,
})

// Those that die in the middle of a message.
const lingering: string[] = []
const deaths = cases(20, 3)
for (let at = 0; at < deaths; at++) {
  const dying = await startClient(scene)
  const gone = new Promise<boolean>(resolve => dying.process.once('exit', () => resolve(true)))
  dying.process.stdin?.end('Content-Length: 4000\r\n\r\n{"jsonrpc": "2.0", "method": "textDocument/didOp')
  const late = new Promise<boolean>(resolve => setTimeout(() => resolve(false), 10_000))
  if (!(await Promise.race([gone, late]))) lingering.push('still there')
}
none('clients that die in the middle of a message: the server ends', deaths, lingering)
await tidy()

/** What is published of a document once all that was sent has been read. */
async function lastPublished(client: Client, name: string) {
  await client.connection.sendRequest('textDocument/foldingRange', {textDocument: {uri: 'untitled:none'}})
  return client.published(name)
}

/** The size of a server that has done all it was asked for, without what is garbage. */
async function restingSize({process: server}: Client): Promise<number> {
  const cpu = () => usageOf(server.pid)?.cpu ?? 0
  let before = -1
  while (cpu() > before) {
    before = cpu()
    await wait(500)
  }
  return Math.round((await heldBy(server)).rss)
}

function megabytes({process: server}: Client): number {
  if (process.platform !== 'linux') return 0
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
