// A server that is killed while it records a baseline for its editor. All else that an editor asks it to change, the editor writes.
import {existsSync, readdirSync, readFileSync, watch} from 'node:fs'
import {join} from 'node:path'
import {doubtful, minimised} from '../../cli/poise.ts'
import {randomFrom} from '../../formats/random.ts'
import {type Client, startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none} from '../measured.ts'

const name = '.poise-baseline.json'
const articles = Object.fromEntries(
  Array.from({length: 60}, (_, at) => [`${at}.md`, `# Page ${at}\n\n${minimised}\n\n${doubtful}\n`]),
)
const old = '{"version": 1, "files": {}}\n'

/** Has the server record, and kills it so many milliseconds after its first write, or lets it end. */
async function record(client: Client, killAfter?: number): Promise<string | undefined> {
  const gone = new Promise(resolve => client.process.once('exit', resolve))
  const written = new Promise<void>(resolve => {
    const watcher = watch(client.folder, () => {
      watcher.close()
      resolve()
    })
  })
  const command = {command: 'poise.server.recordBaseline'}
  const answer = client.connection.sendRequest('workspace/executeCommand', command).catch(() => undefined)
  if (killAfter === undefined) await answer
  else {
    await written
    for (const start = performance.now(); performance.now() - start < killAfter; );
    client.process.kill('SIGKILL')
    await gone
  }
  const path = join(client.folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const random = randomFrom(8)
const kills = cases(40, 4)
const lost: string[] = []
const unmended: string[] = []
const whole = await record(await startClient(scene, {files: articles}))
for (let kill = 0; kill < kills; kill++) {
  const before = kill % 2 === 0 ? undefined : old
  const client = await startClient(scene, {files: {...articles, ...(before !== undefined && {[name]: before})}})
  const after = await record(client, random.below(1000) / 250)
  if (after !== before && after !== whole) lost.push(`kill ${kill}: ${after?.length ?? 'no'} characters`)
  const left = readdirSync(client.folder).filter(each => each.endsWith('.tmp')).length
  if (left > 1) unmended.push(`kill ${kill}: ${left} temporary files`)
}
none('a server that is killed while it records: the old baseline or the new one, whole', kills, lost)
none('the same: at most one temporary file', kills, unmended)
await tidy()
