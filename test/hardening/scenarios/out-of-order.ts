// Requests at the wrong time, and storms of requests of which many are cancelled.
import {CancellationTokenSource, ResponseError} from 'vscode-jsonrpc'
import {randomFrom} from '../../formats/random.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const early = await startClient(scene, {initialize: false})
const codeOf = (request: Promise<unknown>): Promise<number | undefined> =>
  request.then(
    () => undefined,
    error => (error instanceof ResponseError ? error.code : Number.NaN),
  )
const before = await codeOf(early.pull('a.md'))
say({input: 'a request before initialize', toReach: '-32002', reached: String(before), passed: before === -32002})

const client = await startClient(scene)
const text =
  '# Title\n\n' + 'Simply click **Save**. You should be able to see it. Open the next page and read on.\n\n'.repeat(600)
client.open('a.md', text)
await client.pull('a.md')
const position = {line: 2, character: 3}
const textDocument = {uri: client.uri('a.md')}
const range = {start: position, end: position}
const requests: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/diagnostic', {textDocument}],
  ['textDocument/codeAction', {textDocument, range, context: {diagnostics: []}}],
  ['textDocument/hover', {textDocument, position}],
  ['textDocument/codeLens', {textDocument}],
]

const random = randomFrom(1)
const storm = cases(500, 200)
const wrong: string[] = []
let answered = 0
let cancelled = 0
const all = Array.from({length: storm}, async (_, at) => {
  const [method, params] = random.pick(requests)
  const source = new CancellationTokenSource()
  if (random.chance(0.5)) setTimeout(() => source.cancel(), random.below(40))
  if (at % 50 === 0) client.change('a.md', `${text}${at}\n`, at + 2)
  const code = await codeOf(client.connection.sendRequest(method, params, source.token))
  if (code === undefined) answered += 1
  else if (code === -32800 && source.token.isCancellationRequested) cancelled += 1
  else wrong.push(`${method} was answered with ${code}`)
})
const hovers: number[] = []
for (let at = 0; at < 20; at++) {
  const start = performance.now()
  await client.connection.sendRequest('textDocument/hover', {textDocument, position})
  hovers.push(performance.now() - start)
}
await Promise.all(all)
none('a storm of requests, half of them cancelled, with edits in between: each answered once', storm, wrong)
say({
  input: 'the same',
  toReach: 'none lost',
  reached: `${answered} answered, ${cancelled} cancelled`,
  passed: answered + cancelled + wrong.length === storm,
})
const [median = 0] = hovers.sort((a, b) => a - b).slice(10)
say({
  input: 'hovers meanwhile',
  toReach: '≤ 50 ms, median',
  reached: `${median.toFixed(1)} ms`,
  passed: median <= 50,
  timed: true,
})

await client.connection.sendRequest('shutdown')
const after = await codeOf(client.pull('a.md'))
say({input: 'a request after shutdown', toReach: '-32600', reached: String(after), passed: after === -32600})
await tidy()
