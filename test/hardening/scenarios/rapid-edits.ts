// A thousand edits in five seconds to a page of 50 KB: the newest text counts, and what is typed afterwards is answered at once.
import {setTimeout as wait} from 'node:timers/promises'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {randomFrom} from '../../formats/random.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const capabilities = {textDocument: {publishDiagnostics: {versionSupport: true}}}
const client = await startClient(scene, {capabilities, options: {status: true}})
// What is meant is how fast the server is, not how long it waits for a writer to pause.
await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: {poise: {delay: 0}}})
const fresh = await startClient(scene)
const paragraph =
  'Open the page and read on. You should be able to see it. Simply click **Save** and go on with the next one.\n\n'
const random = randomFrom(5)
const rounds = cases(10, 1)
const bursts = 100
const inBurst = 10
const every = 50
const afterwards = 20
const stale: string[] = []
const answers: number[] = []
const late: string[] = []

/** Sends an edit as an editor does, and gives the document after it. */
function edit(name: string, before: TextDocument): TextDocument {
  const version = before.version + 1
  const at = random.below(before.getText().length)
  const range = {start: before.positionAt(at), end: before.positionAt(at + random.below(3))}
  const text = random.pick(['x', '\n\n', 'Simply ', '**', '😀', '<!--'])
  const textDocument = {uri: client.uri(name), version}
  void client.connection.sendNotification('textDocument/didChange', {textDocument, contentChanges: [{range, text}]})
  return TextDocument.update(before, [{range, text}], version)
}

for (let round = 0; round < rounds; round++) {
  const name = `${round}.md`
  let document = TextDocument.create(client.uri(name), 'markdown', 0, paragraph.repeat(450))
  client.open(name, document.getText(), 0)
  await client.published(name)
  // Whatever is answered, the server has read all that was sent before.
  const read = () => client.connection.sendRequest('textDocument/foldingRange', {textDocument: {uri: 'untitled:none'}})
  const answer = () => client.published(name, ({version}) => version === document.version)
  const burst = () => {
    for (let each = 0; each < inBurst; each++) document = edit(name, document)
  }
  const storm = performance.now()
  for (let done = 1; done <= bursts; done++) {
    burst()
    await wait(Math.max(0, storm + done * every - performance.now()))
  }
  await read()
  await answer()
  for (let each = 0; each < afterwards; each++) {
    const start = performance.now()
    burst()
    await read()
    client.statuses.length = 0
    await answer()
    answers.push(performance.now() - start)
    const older = client.statuses.filter(({version}) => version < document.version)
    if (older.length > 0) late.push(`version ${older[0]?.version} after ${document.version}`)
  }
  const last = await answer()
  fresh.open(name, document.getText())
  const {items} = await fresh.pull(name)
  const seen = JSON.stringify(last.diagnostics.map(({range, code}) => ({range, code})))
  if (seen !== JSON.stringify(items.map(({range, code}) => ({range, code})))) stale.push(`round ${round}: ${seen}`)
}
none('a thousand edits in five seconds: what is shown at the end is what a fresh check says', rounds, stale)
const slowest = answers.sort((a, b) => a - b)[Math.floor(answers.length * 0.95)] ?? Number.NaN
say({
  input: `afterwards: the answers to ten edits at once, anywhere in the page, ${answers.length} times`,
  toReach: '≤ 100 ms, p95',
  reached: `${Math.round(slowest)} ms`,
  passed: slowest <= 100,
  timed: true,
})
none('the same: a text that is checked although a newer one has arrived', answers.length, late)

client.open('twice.md', 'Simply click.\n', 3)
client.open('twice.md', 'Open it.\n', 3)
client.change('twice.md', 'Simply click.\n', 2)
client.change('never.md', 'Simply click.\n', 2)
client.open('zero.md', 'Simply click.\n', 0)
const {diagnostics: zero} = await client.published('zero.md')
await wait(100)
const twice = client.last('twice.md')?.diagnostics.length ?? 0
say({
  input: 'a document opened twice, an older version, a change of one never opened, version 0',
  toReach: 'the newest text counts, the rest is dropped',
  reached: `${twice} of the first, ${zero.length} of version 0`,
  passed: twice === 0 && zero.length === 1 && client.last('never.md') === undefined,
})
await tidy()
