import assert from 'node:assert/strict'
import {readdirSync, rmSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {setTimeout as wait} from 'node:timers/promises'
import {type Client, kate, startClient} from './client.ts'

interface Summary {
  readonly files: number
  readonly findings: Readonly<Record<string, number>>
  readonly problems: number
  readonly skipped: number
  readonly cancelled: boolean
}

const bad = 'You should be able to see the invoice now.\n'
const good = 'You can see the invoice now.\n'

function scan(client: Client): Promise<Summary> {
  return client.connection.sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})
}

const changed = (client: Client, name: string, type: number) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: client.uri(name), type}]})

test('a scan shows closed files, honours .gitignore and the configuration, and counts', async context => {
  const client = await startClient(context, {
    files: {
      'a.md': bad,
      'deep/b.md': bad,
      'good.md': good,
      '.gitignore': 'out/\n',
      'out/c.md': bad,
      'node_modules/d/README.md': bad,
      '.poise.json': '{"ignore": ["drafts/**"]}',
      'drafts/e.md': bad,
      'sub/.poise.json': '{"rules": {"outcome-should": "off"}}',
      'sub/f.md': bad,
      'broken/.poise.json': '{"rulez": {}}',
      'utf16.md': '\uFFFD\u0000',
    },
  })
  await client.connection.sendNotification('$/setTrace', {value: 'off'})
  const summary = await scan(client)
  assert.equal(summary.cancelled, false)
  assert.equal(summary.files, 5)
  assert.equal(summary.skipped, 1)
  assert.equal((summary.findings['warning'] ?? 0) + (summary.findings['suggestion'] ?? 0), 2)
  for (const name of ['a.md', 'deep/b.md'])
    assert.equal((await client.published(name)).diagnostics[0]?.code, 'outcome-should')
  assert.equal((await client.published('utf16.md')).diagnostics[0]?.severity, 2)
  for (const name of ['good.md', 'out/c.md', 'node_modules/d/README.md', 'drafts/e.md', 'sub/f.md'])
    assert.equal(client.last(name), undefined, name)
})

test('mistakes in a configuration are shown on its file, by a scan and as it is typed', async context => {
  const client = await startClient(context, {files: {'.poise.json': '{"rulez": {}}', 'a.md': good}})
  await scan(client)
  const {diagnostics} = await client.published('.poise.json')
  assert.equal(diagnostics[0]?.code, 'config-unknown-key')
  client.open('.poise.json', '{"rules": 3}')
  assert.equal((await client.pull('.poise.json')).items[0]?.code, 'config-type')
  assert.deepEqual((await client.published('.poise.json', each => each.diagnostics.length === 0)).diagnostics, [])
  client.change('.poise.json', '{"rules": {}}', 2)
  assert.deepEqual((await client.pull('.poise.json')).items, [])
})

test('a file that is opened is pulled, and is shown from the disk again when it is closed', async context => {
  const client = await startClient(context, {files: {'a.md': bad}})
  await scan(client)
  assert.equal((await client.published('a.md')).diagnostics.length, 1)
  client.open('a.md', good)
  assert.deepEqual((await client.pull('a.md')).items, [])
  await client.published('a.md', each => each.diagnostics.length === 0)
  client.close('a.md')
  await client.published('a.md', each => each.diagnostics.length === 1)
})

test('files that change or go on the disk are shown as they are, after a scan', async context => {
  const client = await startClient(context, {files: {'a.md': bad, 'b.md': bad}})
  await scan(client)
  await client.published('a.md')
  client.write('a.md', good)
  await changed(client, 'a.md', 2)
  await client.published('a.md', each => each.diagnostics.length === 0)
  rmSync(join(client.folder, 'b.md'))
  await changed(client, 'b.md', 3)
  await client.published('b.md', each => each.diagnostics.length === 0)
  client.write('new.md', bad)
  await changed(client, 'new.md', 1)
  await client.published('new.md', each => each.diagnostics.length === 1)
  client.write('node_modules/x/README.md', bad)
  await changed(client, 'node_modules/x/README.md', 1)
  await wait(200)
  assert.equal(client.last('node_modules/x/README.md'), undefined)
})

test('a changed configuration counts at once, for open and for closed files', async context => {
  const client = await startClient(context, {files: {'a.md': bad, 'b.md': bad}})
  client.open('b.md', bad)
  await scan(client)
  await client.published('a.md', each => each.diagnostics.length === 1)
  const {resultId} = await client.pull('b.md')
  client.write('.poise.json', '{"rules": {"outcome-should": "off"}}')
  await changed(client, '.poise.json', 1)
  await client.published('a.md', each => each.diagnostics.length === 0)
  assert.ok(client.refreshes() > 0)
  assert.deepEqual((await client.pull('b.md', resultId)).items, [])
})

test('files that other threads read are shown like those that this one reads, and an open document counts as it stands', async context => {
  const texts = [
    bad,
    good,
    `# Save\n\nSimply click **Save**, ${bad}`,
    'I hope this works.\n\n<!-- poise-ignore no-rule -->\n',
  ]
  const files = Object.fromEntries(
    Array.from({length: 400}, (_, at) => [`${at % 7}/f${at}.md`, `${texts[at % texts.length]}\nPage ${at}.\n`]),
  )
  const own = {
    '.poise.json': '{"rules": {"hedge": "off"}, "overrides": [{"files": "3/**", "rules": {"outcome-should": "hint"}}]}',
  }
  const client = await startClient(context, {files: {...files, ...own, '3/open.md': bad}})
  client.open('3/open.md', good)
  let threads = 0
  client.onPublished(() => {
    threads = Math.max(threads, threadsOf(client))
  })
  const before = threadsOf(client)
  const summary = await scan(client)
  assert.equal(summary.files, 401)
  if (availableParallelism() > 1 && before > 0) assert.ok(threads > before, 'other threads were at work')
  for (const [name, text] of Object.entries(files)) {
    const shown = client.last(name)?.diagnostics ?? []
    client.open(name, text)
    assert.deepEqual(shown, (await client.pull(name)).items, name)
    client.close(name)
  }
  assert.deepEqual(client.last('3/open.md')?.diagnostics ?? [], [])
})

/** How many threads the server has now; 0 where the system does not say. */
function threadsOf({process: {pid}}: Client): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length
  } catch {
    return 0
  }
}

test('a scan reports progress, answers keystrokes meanwhile, and can be stopped', async context => {
  const prose = Array.from(
    {length: 60},
    (_, index) => `Paragraph ${index}. You should be able to see invoice ${index} now.`,
  ).join('\n\n')
  const files = Object.fromEntries(
    Array.from({length: 3000}, (_, index) => [`f${index}.md`, `# ${index}\n\n${prose}\n\n${index}\n`]),
  )
  const client = await startClient(context, {files})
  const token = 'scan'
  const seen: {kind: string; percentage?: number; cancellable?: boolean}[] = []
  client.connection.onNotification('$/progress', ({value}) => void seen.push(value))
  client.open('live.md', bad)
  const running = client.connection.sendRequest<Summary>('workspace/executeCommand', {
    command: 'poise.server.scanWorkspace',
    workDoneToken: token,
  })
  while (!seen.some(({percentage = 0}) => percentage > 0)) await wait(5)
  assert.equal(seen[0]?.kind, 'begin')
  assert.equal(seen[0]?.cancellable, true)
  for (let version = 2; version < 12; version += 1) {
    client.change('live.md', `${bad}\nMore ${version}.\n`, version)
    assert.equal((await client.pull('live.md')).items.length, 1)
  }
  await client.connection.sendNotification('window/workDoneProgress/cancel', {token})
  const summary = await running
  assert.ok(summary.cancelled)
  assert.ok(summary.files < 3000)
  assert.equal(seen.at(-1)?.kind, 'end')
})

test('a client without progress gets the same scan', async context => {
  const client = await startClient(context, {capabilities: kate, files: {'a.md': bad}})
  client.open('a.md', bad)
  assert.equal((await scan(client)).files, 1)
  assert.equal((await client.published('a.md')).diagnostics.length, 1)
})

test('each workspace folder has its own configuration, and a folder that leaves takes its findings along', async context => {
  const client = await startClient(context, {
    files: {'x/a.md': bad, 'x/.poise.json': '{"root": true, "rules": {"outcome-should": "hint"}}', 'y/b.md': bad},
  })
  const folder = (name: string) => ({uri: client.uri(name), name})
  const root = {uri: client.uri('').replace(/\/$/, ''), name: 'test'}
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: {added: [folder('x'), folder('y')], removed: [root]},
  })
  await scan(client)
  assert.equal((await client.published('x/a.md')).diagnostics[0]?.severity, 4)
  assert.notEqual((await client.published('y/b.md')).diagnostics[0]?.severity, 4)
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: {added: [], removed: [folder('y')]},
  })
  await client.published('y/b.md', each => each.diagnostics.length === 0)
  assert.equal(client.last('x/a.md')?.diagnostics.length, 1)
})

test('the person’s settings: a scan when the workspace opens; checks on save only', async context => {
  const client = await startClient(context, {files: {'a.md': bad}, settings: {run: 'onSave', scanOnOpen: true}})
  await client.published('a.md', each => each.diagnostics.length === 1)
  client.open('b.md', bad)
  const {resultId, items} = await client.pull('b.md')
  assert.equal(items.length, 1)
  client.change('b.md', good, 2)
  assert.equal((await client.pull('b.md', resultId)).kind, 'unchanged')
  await client.connection.sendNotification('textDocument/didSave', {textDocument: {uri: client.uri('b.md')}})
  assert.deepEqual((await client.pull('b.md', resultId)).items, [])
})

test('what is open is checked first, whatever its name', async context => {
  const files = Object.fromEntries(Array.from({length: 300}, (_, index) => [`a${index}.md`, bad]))
  const client = await startClient(context, {capabilities: kate, files: {...files, 'z/last.md': bad}})
  const order: string[] = []
  client.connection.onNotification('textDocument/publishDiagnostics', ({uri}) => void order.push(uri))
  client.open('z/last.md', bad)
  await scan(client)
  assert.equal(order[0], client.uri('z/last.md'))
  assert.equal(new Set(order).size, 301)
})

test('what VS Code hides stays out of a scan and of what is shown when a file changes', async context => {
  const client = await startClient(context, {
    files: {'a.md': bad, 'hidden/b.md': bad, 'deep/hidden/c.md': bad, 'x/y/old.md': bad, 'off/d.md': bad},
    sections: {'files.exclude': {hidden: true, '**/old.md': true, off: false, '**/*.js': {when: '$(basename).ts'}}},
  })
  // Settings are asked for after the start.
  await client.pull('a.md')
  assert.equal((await scan(client)).files, 3)
  for (const name of ['a.md', 'deep/hidden/c.md', 'off/d.md']) await client.published(name)
  await changed(client, 'hidden/b.md', 2)
  await changed(client, 'off/d.md', 2)
  await scan(client)
  for (const name of ['hidden/b.md', 'x/y/old.md']) assert.equal(client.last(name), undefined, name)
})

test('a scan stops at the files that a person wants, and says once how to have more or fewer', async context => {
  const files = Object.fromEntries(Array.from({length: 12}, (_, index) => [`${index}.md`, bad]))
  const client = await startClient(context, {files, settings: {maxFiles: 10}})
  const said: string[] = []
  client.connection.onNotification('window/showMessage', ({message}) => void said.push(message))
  await client.pull('0.md')
  assert.equal((await scan(client)).files, 10)
  assert.equal((await scan(client)).files, 10)
  assert.equal(said.length, 1)
  assert.match(said[0] ?? '', /first 10 files.*"ignore" in \.poise\.json.*poise\.maxFiles/)
})
