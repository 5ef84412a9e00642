// A workspace in which files are renamed, cut, deleted and replaced while it is scanned.
import {mkdirSync, renameSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {randomFrom} from '../../formats/random.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none} from '../measured.ts'

const doubtful = 'Simply click **Save**.\n'
const count = cases(2000, 400)
const names = Array.from({length: count}, (_, at) => `articles/${at % 20}/${at}.md`)
const client = await startClient(scene, {files: Object.fromEntries(names.map(name => [name, doubtful]))})
const scan = client.connection.sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})

const random = randomFrom(9)
const changed = new Map<string, number>()
const notify = (name: string, type: number): void => {
  changed.set(name, type)
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: client.uri(name), type}]})
}
for (let change = 0; change < count / 4; change++) {
  const name = random.pick(names)
  const file = join(client.folder, name)
  if (changed.has(name)) continue
  const what = random.below(4)
  if (what === 0) rmSync(file)
  if (what === 1) truncateSync(file, 0)
  if (what === 2) writeFileSync(file, 'Open the page.\n')
  if (what === 3) {
    const other = `articles/moved/${change}.md`
    mkdirSync(join(client.folder, 'articles/moved'), {recursive: true})
    renameSync(file, join(client.folder, other))
    notify(other, 1)
  }
  notify(name, what === 0 || what === 3 ? 3 : 2)
  if (change % 20 === 0) await wait(2)
}
client.open(names[0] ?? '', 'Open the page.\n')
await scan
await wait(2000)

const stale: string[] = []
for (const [name, type] of changed) {
  const shown = client.last(name)?.diagnostics.filter(({code}) => code === 'minimiser').length ?? 0
  const isThere = type === 1
  if (shown !== (isThere ? 1 : 0)) stale.push(`${pathToFileURL(name).pathname} shows ${shown}`)
}
for (const name of names) {
  if (changed.has(name) || name === names[0]) continue
  if (!client.last(name)?.diagnostics.some(({code}) => code === 'minimiser')) stale.push(`${name} shows nothing`)
}
none(
  `files that change while ${count} are scanned: two seconds later all shows what is on the disk`,
  changed.size,
  stale,
)
await tidy()
