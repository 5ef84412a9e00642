// Bytes that are no messages: the server answers or ends, and never writes anything but messages.
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process'
import {join} from 'node:path'
import {randomFrom} from '../../formats/random.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const server = join(import.meta.dirname, '../../../dist/lsp.cjs')
const message = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const json = (value: object): string => message(JSON.stringify({jsonrpc: '2.0', ...value}))
const initialize = json({
  id: 0,
  method: 'initialize',
  params: {processId: process.pid, rootUri: null, capabilities: {}},
})
const hello = json({
  id: 'hello',
  method: 'textDocument/hover',
  params: {textDocument: {uri: 'file:///a.md'}, position: {line: 0, character: 0}},
})

interface Run {
  readonly child: ChildProcessWithoutNullStreams
  output: string
  exit: number | string | undefined
}

function start(): Run {
  const child = spawn(process.execPath, [server, '--stdio'])
  const run: Run = {child, output: '', exit: undefined}
  child.stdout.on('data', chunk => {
    run.output += chunk
  })
  child.stdin.on('error', () => undefined)
  child.on('exit', (code, signal) => {
    run.exit = code ?? signal ?? 'gone'
  })
  child.stdin.write(initialize)
  return run
}

const until = async (done: () => boolean, most: number): Promise<boolean> => {
  for (const end = Date.now() + most; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 5)))
    if (done()) return true
  return done()
}

/** What was written that is no message. */
function strayIn(output: string): string | undefined {
  for (let rest = Buffer.from(output); rest.length > 0; ) {
    const header = /^(?:Content-Length: (\d+)\r\n|Content-Type: [^\r]*\r\n)+\r\n/.exec(rest.toString('latin1', 0, 200))
    if (header === null) return rest.toString('utf8', 0, 80)
    rest = rest.subarray(header[0].length + Number(header[1]))
  }
  return undefined
}

const random = randomFrom(7)
const bytes = (): string =>
  Array.from({length: random.below(200)}, () => String.fromCharCode(random.below(256))).join('')
const junk: readonly (() => string)[] = [
  () => message(bytes()),
  () => message('null'),
  () => message('[1, 2]'),
  () => message('{"jsonrpc": "2.0", "id": 1}'),
  () => json({id: random.below(9), method: bytes()}),
  () => json({method: bytes(), params: [bytes()]}),
  () => json({id: {}, method: 'textDocument/hover', params: null}),
  () => json({id: 5, method: 'textDocument/didOpen', params: {textDocument: {uri: bytes(), text: 5}}}),
  () => json({id: null, result: {}}),
  () =>
    json({
      method: 'textDocument/didChange',
      params: {textDocument: {uri: 'file:///x.md', version: 'x'}, contentChanges: {}},
    }),
  () => json({method: '$/cancelRequest', params: {id: bytes()}}),
  () =>
    message(
      '{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///a.md", "version": 0, "text": "Simply \\ud83d"}}}',
    ),
]
const broken: readonly (() => string)[] = [
  () => `Content-Length: -1\r\n\r\n${bytes()}`,
  () => `Content-Length: x\r\n\r\n${bytes()}`,
  () => `Content-Length: 99999999999999\r\n\r\n${bytes()}`,
  () => `Content-Size: 4\r\n\r\nnull`,
  () => bytes() + '\r\n\r\n',
]

const all = cases(10_000, 1000)
const wrong: string[] = []
let run = start()
for (let at = 0; at < all; at++) {
  const text = random.pick(junk)()
  const cut = random.below(text.length)
  run.child.stdin.write(text.slice(0, cut))
  run.child.stdin.write(text.slice(cut))
  if (at % 500 !== 499 && at !== all - 1) continue
  run.child.stdin.write(hello)
  if (!(await until(() => run.output.includes('"hello"') || run.exit !== undefined, 20_000)))
    wrong.push(`${at}: no answer`)
  const stray = strayIn(run.output)
  if (stray !== undefined) wrong.push(`${at}: wrote ${JSON.stringify(stray)}`)
  run.child.kill('SIGKILL')
  run = start()
}
run.child.kill('SIGKILL')
none('messages that are wrong inside, split anywhere: answered, nothing else written', all, wrong)

const stuck: string[] = []
const heads = cases(100, 10)
for (let at = 0; at < heads; at++) {
  run = start()
  await until(() => run.output.includes('"id":0'), 10_000)
  run.child.stdin.write(random.pick(broken)())
  run.child.stdin.end()
  if (!(await until(() => run.exit !== undefined, 10_000))) stuck.push(`${at}: still there after its input has ended`)
  const stray = strayIn(run.output)
  if (stray !== undefined) stuck.push(`${at}: wrote ${JSON.stringify(stray)}`)
  run.child.kill('SIGKILL')
}
none('headers that are wrong, then the end of the input: the server ends', heads, stuck)

run = start()
const tiny = json({method: '$/x'})
const many = cases(1_000_000, 100_000)
const start_ = performance.now()
for (let at = 0; at < many; at += 1000)
  if (!run.child.stdin.write(tiny.repeat(1000))) await new Promise(resolve => run.child.stdin.once('drain', resolve))
run.child.stdin.write(hello)
const heard = await until(() => run.output.includes('"hello"'), 60_000)
say({
  input: `${many} tiny messages`,
  toReach: 'an answer after them',
  reached: heard ? `after ${Math.round(performance.now() - start_)} ms` : 'none',
  passed: heard,
})

run.child.stdin.write(`Content-Length: 100000000\r\n\r\n`)
for (let at = 0; at < 100; at++)
  if (!run.child.stdin.write(' '.repeat(1_000_000)))
    await new Promise(resolve => run.child.stdin.once('drain', resolve))
run.child.stdin.write(hello.replace('hello', 'again'))
const again = await until(() => run.output.includes('"again"') || run.exit !== undefined, 30_000)
say({
  input: 'a message of 100 MB',
  toReach: 'an answer after it, or an end',
  reached: run.exit === undefined ? (again ? 'answered' : 'deaf') : `ended with ${run.exit}`,
  passed: again && strayIn(run.output) === undefined,
})
run.child.kill('SIGKILL')
