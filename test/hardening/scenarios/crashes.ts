// Servers that are killed or run out of memory, and those that come after them.
import {type Client, neovim, type Start, startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const text = 'Simply click **Save**. You should be able to see it.\n'
const rounds = cases(20, 3)
const wrong: string[] = []
const back: number[] = []
let expected = ''
for (let round = 0; round < rounds; round++) {
  const start = performance.now()
  const client = await startClient(scene)
  client.open('a.md', text)
  const {items} = await client.pull('a.md')
  back.push(performance.now() - start)
  const found = JSON.stringify(items.map(({code, range}) => ({code, range})))
  expected ||= found
  if (found !== expected) wrong.push(`round ${round}: ${found}`)
  const pending = client.pull('a.md').catch(() => undefined)
  const gone = endOf(client)
  client.process.kill('SIGKILL')
  await gone
  await Promise.race([pending, new Promise(resolve => setTimeout(resolve, 100))])
}
none('servers killed in the middle of an answer, each followed by a new one: the same findings', rounds, wrong)
const slowest = Math.max(...back)
say({
  input: 'the same: from the start of the next one to the findings',
  toReach: '≤ 3000 ms',
  reached: `${Math.round(slowest)} ms`,
  passed: slowest <= 3000,
  timed: true,
})

// What takes more memory than the server has kills it as surely as a signal, and would do so at every start.
const poison = Array.from({length: 100_000}, (_, at) => `You should be able to see invoice ${at} now.\n\n`).join('')
const scarce: Start = {
  capabilities: neovim,
  node: ['--max-old-space-size=64'],
  files: {'.poise.json': '{"maxFileSize": 10000000}'},
}
let folder: string | undefined
let deaths = 0
let shown: readonly string[] = []
let other: readonly string[] = []
for (let start = 0; start < 5; start++) {
  const client: Client = await startClient(scene, {...scarce, ...(folder !== undefined && {folder})})
  folder = client.folder
  client.open('a.md', text)
  client.open('poison.md', poison)
  const answers = Promise.all([client.published('a.md'), client.published('poison.md')])
  const died = await Promise.race([endOf(client).then(() => true), answers.then(() => false)])
  answers.catch(() => undefined)
  if (died) {
    deaths += 1
    continue
  }
  const [own, poisoned] = await answers
  other = own.diagnostics.map(({code}) => String(code))
  shown = poisoned.diagnostics.map(({code}) => String(code))
}
say({
  input: 'five servers with 64 MB, one after another, each given a document that takes more',
  toReach: 'two die; then it is left out with a note, and the findings of the other are as before',
  reached: `${deaths} died; shown of it: ${shown.join(', ')}; of the other: ${other.join(', ')}`,
  passed:
    deaths === 2 &&
    shown.join() === 'left-out' &&
    JSON.stringify(other) === JSON.stringify((JSON.parse(expected) as {code: string}[]).map(({code}) => code)),
})
await tidy()

function endOf({process: server}: Client): Promise<unknown> {
  return new Promise(resolve => server.once('exit', resolve))
}
