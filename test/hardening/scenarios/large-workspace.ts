// Workspaces of ten and a hundred thousand files, scanned for an editor.
import {setTimeout as wait} from 'node:timers/promises'
import {CancellationTokenSource} from 'vscode-jsonrpc/node'
import {type Client, startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {writeHelpCentre} from '../help-centre.ts'
import {limits, memory, time} from '../limits.ts'
import {say} from '../measured.ts'
import {usageOf} from '../processes.ts'

interface Summary {
  readonly files: number
  readonly tooLarge: number
  readonly cancelled: boolean
  readonly cut: boolean
}

/** Milliseconds from a request to scan to the first findings and to its end. */
interface Scan {
  readonly summary: Summary
  readonly first: number
  readonly whole: number
}

const command = {command: 'poise.server.scanWorkspace'}
/** The share of a core that a server at rest may take, in per cent. */
const mostIdle = 1

for (const count of new Set([cases(10_000, 300), cases(100_000, 300)])) {
  await inEditor(count)
  await tidy()
}

async function inEditor(count: number): Promise<void> {
  const client = await started(count + 1)
  const {isHidden} = writeHelpCentre(client.folder, count)
  const shown = new Set<string>()
  const {summary, first, whole} = await scan(client, uri => void shown.add(uri))
  const hidden = [...shown].filter(isHidden)
  say({
    input: `${count} files in an editor`,
    toReach: 'all but those of packages and .gitignore; one too large',
    reached: `${summary.files} read, ${summary.tooLarge} too large, ${shown.size} with findings, ${hidden.length} of them hidden`,
    passed: summary.files === count + 1 && summary.tooLarge === 1 && shown.size > count / 2 && hidden.length === 0,
  })
  const used = usageOf(client.process.pid)
  time(`${count} files in an editor: first findings`, first, limits.first)
  time(`${count} files in an editor: the whole scan`, whole, count * limits.perFile, used?.cpu)
  memory(`${count} files in an editor: memory of the server`, used?.peak)
  await idle(count, client)
  await cancel(count, client)
}

/** A server that has its person's settings, as it does when somebody scans. */
async function started(maxFiles: number): Promise<Client> {
  const client = await startClient(scene, {settings: {maxFiles}})
  await wait(500)
  return client
}

async function scan(client: Client, onFindings: (uri: string) => void): Promise<Scan> {
  const start = performance.now()
  let first = Number.POSITIVE_INFINITY
  const stop = client.onPublished(({uri, diagnostics}) => {
    if (diagnostics.length === 0) return
    first = Math.min(first, performance.now() - start)
    onFindings(uri)
  })
  const summary = await client.connection.sendRequest<Summary>('workspace/executeCommand', command)
  stop()
  return {summary, first, whole: performance.now() - start}
}

/** Says whether the server is at rest after a scan. */
async function idle(count: number, {process: {pid}}: Client): Promise<void> {
  await wait(1000)
  const before = usageOf(pid)
  const seconds = cases(10, 2)
  await wait(seconds * 1000)
  const after = usageOf(pid)
  if (before === undefined || after === undefined) return
  const share = ((after.cpu - before.cpu) / seconds) * 100
  say({
    input: `${count} files in an editor: the server after the scan`,
    toReach: `≤ ${mostIdle} % of a core`,
    reached: `${share.toFixed(1)} %`,
    passed: share <= mostIdle,
    timed: true,
  })
}

async function cancel(count: number, client: Client): Promise<void> {
  const token = new CancellationTokenSource()
  const begun = new Promise<void>(resolve => {
    const stop = client.onPublished(() => {
      stop()
      resolve()
    })
  })
  const answer = client.connection.sendRequest<Summary>('workspace/executeCommand', command, token.token)
  await begun
  const before = usageOf(client.process.pid)?.cpu ?? 0
  const start = performance.now()
  token.cancel()
  const summary = await answer.catch(() => undefined)
  const took = performance.now() - start
  const cpu = (usageOf(client.process.pid)?.cpu ?? 0) - before
  time(`${count} files in an editor: from cancelling to the answer`, took, limits.cancel, cpu)
  const read = summary?.files ?? 0
  say({
    input: `${count} files in an editor: a scan that is cancelled`,
    toReach: 'ends before the last file',
    reached: `${read} read`,
    passed: read < count,
  })
}
