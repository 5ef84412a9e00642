import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {type TestContext, test} from 'node:test'
import {setTimeout as wait} from 'node:timers/promises'
import {type Client, neovim, passing, type Start, startClient} from './client.ts'

const journals = join(passing, `poise-servers-${process.getuid?.() ?? ''}`)
/** So long that its check can be interrupted. */
const long = 'You should be able to see the Zanzibar invoice now.\n\n'.repeat(9000)
const short = 'You can simply reply.\n'

test('a document at which two servers died is left out, and others are checked as before', async context => {
  const folder = await dieTwice(context)
  const client = await startClient(context, {folder})
  client.open('long.md', long)
  client.open('short.md', short)
  const {items} = await client.pull('long.md')
  assert.deepEqual(
    items.map(({severity, code, range}) => ({severity, code, line: range.start.line})),
    [{severity: 3, code: 'left-out', line: 0}],
  )
  assert.match(
    String(items[0]?.message),
    /^Not checked: Poise stopped twice .* close and reopen it, or restart Poise\.$/,
  )
  assert.equal((await client.pull('short.md')).items.length, 1)
  // An edit alone tries nothing: with each key a server could die.
  client.change('long.md', short, 2)
  assert.equal((await client.pull('long.md')).items[0]?.code, 'left-out')
  client.close('long.md')
  client.open('long.md', short)
  assert.equal((await client.pull('long.md')).items[0]?.code, 'minimiser')
})

test('a scan leaves it out too, and goes through the others', async context => {
  const folder = await dieTwice(context)
  const client = await startClient(context, {folder, capabilities: neovim, files: {'long.md': long, 'short.md': short}})
  const summary = await client.connection.sendRequest<{files: number; problems: number}>('workspace/executeCommand', {
    command: 'poise.server.scanWorkspace',
  })
  assert.deepEqual({files: summary.files, problems: summary.problems}, {files: 2, problems: 1})
  assert.equal((await client.published('long.md')).diagnostics[0]?.code, 'left-out')
  assert.equal((await client.published('short.md')).diagnostics[0]?.code, 'minimiser')
})

test('a server that was asked to end leaves nothing behind, and the next one tries all again', async context => {
  const folder = await dieTwice(context)
  const client = await startClient(context, {folder})
  client.open('long.md', short)
  assert.equal((await client.pull('long.md')).items[0]?.code, 'left-out')
  const ended = new Promise(resolve => client.process.once('exit', resolve))
  await client.connection.sendRequest('shutdown')
  await client.connection.sendNotification('exit')
  await ended
  assert.deepEqual(readdirSync(journals), [])
  const next = await startClient(context, {folder})
  next.open('long.md', short)
  assert.equal((await next.pull('long.md')).items[0]?.code, 'minimiser')
})

test('one death, or the deaths of servers that were at no document, keep none from being checked', async context => {
  const {folder} = await dieAt(context, {})
  for (let death = 0; death < 2; death++) {
    const client = await startClient(context, {folder})
    client.open('long.md', short)
    await client.pull('long.md')
    await kill(client)
  }
  const client = await startClient(context, {folder})
  client.open('long.md', short)
  assert.equal((await client.pull('long.md')).items[0]?.code, 'minimiser')
})

test('what is kept on the disk names no document and quotes none', async context => {
  const {journal} = await dieAt(context, {})
  assert.match(journal, /^[0-9a-f]{64}$/)
})

test('a death counts against the document at which a thread of a scan was, and the pages of threads go with the server', async context => {
  if (availableParallelism() === 1) return context.skip('This machine runs one thread at a time.')
  const files = Object.fromEntries(
    Array.from({length: 80}, (_, at) => [`${at < 60 ? 'a' : 'z'}${at}.md`, at < 60 ? short : long.slice(0, 150_000)]),
  )
  const first = await startClient(context, {capabilities: neovim, files})
  const page = join(journals, `${process.pid}-${first.process.pid}-1`)
  const scan = {command: 'poise.server.scanWorkspace'}
  first.connection.sendRequest('workspace/executeCommand', scan).catch(() => undefined)
  const hashes = new Map(Object.keys(files).map(name => [hashOf(join(first.folder, name)), name]))
  let name: string | undefined
  for (let attempt = 0; attempt < 2000 && !name?.startsWith('z'); attempt++) {
    name = existsSync(page) ? hashes.get(readFileSync(page, 'utf8').trim()) : undefined
    await wait(2)
  }
  await kill(first)
  const at = hashes.get(readFileSync(page, 'utf8').trim()) ?? assert.fail('the thread was at no document')
  const {folder} = await dieAt(context, {folder: first.folder}, at)
  const third = await startClient(context, {folder, capabilities: neovim})
  const summary = await third.connection.sendRequest<{files: number; problems: number}>(
    'workspace/executeCommand',
    scan,
  )
  assert.deepEqual({files: summary.files, problems: summary.problems}, {files: 80, problems: 1})
  assert.equal((await third.published(at)).diagnostics[0]?.code, 'left-out')
  const ended = new Promise(resolve => third.process.once('exit', resolve))
  await third.connection.sendRequest('shutdown')
  await third.connection.sendNotification('exit')
  await ended
  assert.deepEqual(readdirSync(journals), [])
})

const hashOf = (path: string): string => createHash('sha256').update(path).digest('hex')

/** Two servers that die at `long.md` of the folder that is answered. */
async function dieTwice(context: TestContext): Promise<string> {
  const {folder} = await dieAt(context, {})
  await dieAt(context, {folder})
  return folder
}

/** A server that dies while it checks a document, with what its journal said then. */
async function dieAt(context: TestContext, start: Start, name = 'long.md'): Promise<{folder: string; journal: string}> {
  const client = await startClient(context, start)
  client.open(name, long)
  client.pull(name).catch(() => undefined)
  for (let attempt = 0; attempt < 2000 && journalOf(client) === ''; attempt++) await wait(2)
  await kill(client)
  return {folder: client.folder, journal: journalOf(client)}
}

async function kill({process: server, connection}: Client): Promise<void> {
  const gone = new Promise(resolve => server.once('exit', resolve))
  connection.dispose()
  server.kill('SIGKILL')
  await gone
}

function journalOf({process: server}: Client): string {
  return readFileSync(join(journals, `${process.pid}-${server.pid}`), 'utf8').trim()
}
