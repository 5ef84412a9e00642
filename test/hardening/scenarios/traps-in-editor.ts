// The traps of the file system, in a workspace that an editor has scanned.
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {doubtful} from '../../cli/poise.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {none, say} from '../measured.ts'
import {usageOf} from '../processes.ts'
import {traps} from '../traps.ts'

interface Summary {
  readonly files: number
  readonly skipped: number
}

/** Names that no trap has, so that what is shown is found under them. */
const beside = ['a.md', 'z/z.md']
const client = await startClient(scene, {files: Object.fromEntries(beside.map(name => [name, doubtful]))})

/** Scans, and says what was seen and how much of a core it took; undefined where it does not come to an end. */
async function scanned(): Promise<(Summary & {readonly cpu: number}) | undefined> {
  const before = usageOf(client.process.pid)?.cpu ?? 0
  const command = {command: 'poise.server.scanWorkspace'}
  const answer = client.connection.sendRequest<Summary>('workspace/executeCommand', command)
  const summary = await Promise.race([answer, wait(20_000, undefined, {ref: false})])
  return summary && {...summary, cpu: (usageOf(client.process.pid)?.cpu ?? 0) - before}
}

/** The least of several scans, since the first ones compile. */
async function leastScan() {
  let least = await scanned()
  for (let again = 0; again < 3 && least !== undefined; again++) {
    const next = await scanned()
    if (next === undefined || next.cpu < least.cpu) least = next
  }
  return least
}

const wrong: string[] = []
let slowest = {name: 'none', ms: 0}
let before = await leastScan()
for (const [name, lay] of traps) {
  await lay(client.folder)
  const now = await leastScan()
  if (now === undefined || before === undefined) {
    wrong.push(`${name}: the scan has no end`)
    break
  }
  const ms = (now.cpu - before.cpu) * 1000
  if (ms > slowest.ms) slowest = {name, ms}
  for (const file of beside)
    if ((client.last(file)?.diagnostics.length ?? 0) === 0) wrong.push(`${name}: nothing is shown of ${file}`)
  if (now.files + now.skipped < before.files + before.skipped) wrong.push(`${name}: ${now.files} files are read`)
  before = now
}
none('a scan with one more of them each time: it ends, and the files beside them are checked', traps.length, wrong)
const deep = `${'d/'.repeat(500)}deep.md`
say({
  input: 'an article 500 folders deep',
  toReach: 'it is checked',
  reached: `${client.last(deep)?.diagnostics.length ?? 0} findings`,
  passed: (client.last(deep)?.diagnostics.length ?? 0) > 0,
})
say({
  input: 'the slowest of them',
  toReach: '≤ 100 ms of a core more',
  reached: `${Math.round(slowest.ms)} ms, ${slowest.name}`,
  passed: slowest.ms <= 100,
  timed: true,
})
say({
  input: 'the commands in names',
  toReach: 'none is run',
  reached: existsSync(join(client.folder, 'x')) ? 'one was' : 'none',
  passed: !existsSync(join(client.folder, 'x')),
})
await tidy()
