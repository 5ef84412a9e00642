import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
// By its file, since what the package gives to all ends the whole process when a client says `exit`.
import {createConnection} from '../../node_modules/vscode-languageserver/lib/common/server.js'
import type {Host} from '../../server/lsp/host.ts'
import {makeLifecycle} from '../../server/lsp/lifecycle.ts'
import {makeQuiet} from '../../server/lsp/quiet.ts'
import {startServer} from '../../server/lsp/server.ts'
import {memoryFiles} from '../workspace/memory-files.ts'
import {parts} from './parts.ts'

const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

const initialize = framed(
  JSON.stringify({
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: {processId: null, rootUri: null, capabilities: {}},
  }),
)
const last = 'the last request'
const request = framed(
  JSON.stringify({
    jsonrpc: '2.0',
    id: last,
    method: 'textDocument/hover',
    params: {textDocument: {uri: 'file:///a.md'}, position: {line: 0, character: 0}},
  }),
)
const mostMilliseconds = 5000

/**
 * What must hold of anything that reaches the server: it writes messages only, and where it was messages, whatever is in them, it
 * answers the next request or was told to end.
 */
export async function holdsForMessages(input: string): Promise<void> {
  const {send, output, ended} = start()
  const bytes = Buffer.concat(parts(input).map(bytesOf))
  send(Buffer.concat([Buffer.from(initialize), bytes, Buffer.from(request)]))
  const isWhole = messagesIn(bytes).rest.length === 0
  await until(() => ended() || answers(output()), isWhole ? mostMilliseconds : 20)
  // A message may be on its way yet.
  assert.match(messagesIn(output()).rest.toString('latin1', 0, 16), /^(?:Content-Length: |$)/, 'no message is written')
  assert.ok(!isWhole || ended() || answers(output()), 'a request is not answered')
}

/** A part with a header of its own is sent as it is, each unit for a byte; any other is the body of a message. */
const bytesOf = (part: string): Buffer =>
  part.includes('\r\n\r\n') ? Buffer.from(part, 'latin1') : Buffer.from(framed(part))

/** The bodies of the messages with which some bytes begin, and the bytes behind them. */
function messagesIn(bytes: Buffer): {readonly bodies: readonly string[]; readonly rest: Buffer} {
  const bodies: string[] = []
  for (let rest = bytes; ; ) {
    const header = /^Content-Length: (\d{1,7})\r\n\r\n/.exec(rest.toString('latin1', 0, 40))
    const end = (header?.[0].length ?? 0) + Number(header?.[1])
    if (header === null || end > rest.length) return {bodies, rest}
    bodies.push(rest.toString('utf8', header[0].length, end))
    rest = rest.subarray(end)
  }
}

const answers = (bytes: Buffer): boolean => messagesIn(bytes).bodies.some(body => JSON.parse(body).id === last)

const until = async (done: () => boolean, most: number): Promise<void> => {
  for (const end = Date.now() + most; !done() && Date.now() < end; )
    await new Promise(resolve => setTimeout(resolve, 1))
}

const host: Host = {
  version: '0',
  files: memoryFiles({'/a.md': 'Simply click.'}),
  pathOf: uri => (uri.startsWith('file://') ? uri.slice('file://'.length) : undefined),
  uriOf: path => `file://${path}`,
}

/** The server in this process, which is a hundred times as fast as a process for each input. */
function start() {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const written: Buffer[] = []
  output.on('data', chunk => written.push(chunk))
  const quiet = makeQuiet()
  const lifecycle = makeLifecycle(quiet.stir)
  let isEnded = false
  const exit = (): void => {
    isEnded = true
  }
  const connection = createConnection(
    logger =>
      createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger, {
        messageStrategy: lifecycle.strategy,
      }),
    {shutdownReceived: false, initialize: () => undefined, exit},
    ProposedFeatures.all,
  )
  lifecycle.attach(connection)
  startServer(connection, host, quiet)
  return {
    send: (bytes: Buffer) => void input.write(bytes),
    output: () => Buffer.concat(written),
    ended: () => isEnded,
  }
}
