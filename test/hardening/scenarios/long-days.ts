// Very long days in one server: edits, files that are opened and closed, scans. With POISE_MINUTES they are spread over so many minutes.
import {setTimeout as wait} from 'node:timers/promises'
import {typist} from '../../../bench/text/typist.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {say} from '../measured.ts'
import {type Held, heldBy, watchProcesses} from '../probed.ts'

const doubtful =
  'Simply click **Save**. You should be able to see it on the page that is shown when you are done with it.\n'
const page = `# A long page\n\n${`${doubtful}\n`.repeat(1000)}`.slice(0, 100_000)
const files = Object.fromEntries(Array.from({length: 200}, (_, at) => [`articles/${at % 10}/${at}.md`, doubtful]))
const edits = cases(100_000, 2000)
const opens = edits / 10
const scans = cases(40, 4)
const minutes = Number(process.env['POISE_MINUTES'] ?? 0)

watchProcesses()
const client = await startClient(scene, {files, settings: {delay: 0}})
const {connection} = client

/** One document that is opened, read, changed, asked about and closed; its name is never used again. */
async function visit(at: number): Promise<void> {
  const name = `visited/${at}.md`
  client.open(name, `# Visit ${at}\n\n${doubtful}`)
  const {items} = await client.pull(name)
  const [first] = items
  if (first === undefined) throw new Error(`Nothing was found in ${name}.`)
  if (at % 10 === 0) {
    const [action] = await client.actions(name, first)
    await connection.sendRequest('codeAction/resolve', action)
    await connection.sendRequest('textDocument/hover', {
      textDocument: {uri: client.uri(name)},
      position: first.range.start,
    })
  }
  client.close(name)
}

const scan = (): Promise<unknown> =>
  connection.sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})

/** Sends the next key of the long page. */
async function type(): Promise<void> {
  const {line, character, deletes = 0, inserts = ''} = keys.next().value
  const range = {start: {line, character: character - deletes}, end: {line, character}}
  version += 1
  await connection.sendNotification('textDocument/didChange', {
    textDocument: {uri: client.uri('long.md'), version},
    contentChanges: [{range, text: inserts}],
  })
}

/** A share of the day's work: so many edits of the long page, each tenth with a visit, and scans in between. */
async function work(from: number, to: number, until: number): Promise<void> {
  const start = Date.now()
  for (let at = from; at < to; at++) {
    await type()
    if (at % 10 === 0) await visit(at)
    if (at % 5 === 0) await client.pull('long.md')
    if (at % (edits / scans) === 0) await scan()
    const due = start + ((at - from) / (to - from)) * until
    if (due > Date.now()) await wait(due - Date.now())
  }
}

async function rest(): Promise<Held> {
  await wait(2000)
  return heldBy(client.process)
}

const keys = typist(page, line => line.length > 60)
let version = 1
client.open('long.md', page)
await client.pull('long.md')
await scan()
// A first tenth fills what is kept on purpose: code that was made fast, and a memory with a limit.
await work(0, edits / 10, (minutes * 60_000) / 10)
const base = await rest()
await work(edits / 10, edits, (minutes * 60_000 * 9) / 10)
const end = await rest()

const grown = end.heap - base.heap
const day = `${edits} edits of a page of 100 KB, ${opens} files opened and closed, ${scans} scans${minutes > 0 ? `, over ${minutes} minutes` : ''}`
say({
  input: day,
  toReach: 'heap +≤ 10 MB',
  reached: `${base.heap.toFixed(1)} → ${end.heap.toFixed(1)} MB (${grown >= 0 ? '+' : ''}${grown.toFixed(1)})`,
  passed: grown <= 10,
})
const kept = ({files, threads, children, resources}: Held): string =>
  `${files} files, ${threads} threads, ${children} processes, ${resources.length} handles`
say({
  input: 'the same',
  toReach: 'no more open files, threads, processes or handles',
  reached: `${kept(base)} → ${kept(end)}`,
  passed:
    end.files <= base.files &&
    end.threads <= base.threads &&
    end.children <= base.children &&
    end.resources.join() === base.resources.join(),
})

// As fast as they can be sent, and nobody waits: what is between the texts that are asked for is never checked.
const start = performance.now()
for (let at = 0; at < edits; at++) {
  await type()
}
const {items} = await client.pull('long.md')
const took = (performance.now() - start) / 1000
say({
  input: `${edits} edits as fast as they can be sent, and an answer after them`,
  toReach: '≤ 30 s',
  reached: `${took.toFixed(1)} s, ${items.length} findings`,
  passed: took <= 30 && items.length > 0,
  timed: true,
})
await tidy()
