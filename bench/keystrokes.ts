import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {createMessageConnection, StreamMessageReader, StreamMessageWriter} from 'vscode-jsonrpc/node'

/** A text to type into. */
export interface Typed {
  /** The name of its file, which says how it is read. */
  readonly name: string
  readonly text: string
  /** The line and character where the keystrokes go. */
  readonly line: number
  readonly character: number
}

/** In milliseconds: from opening the text to its first diagnostics, and from each keystroke to those of its version. */
export interface Answers {
  readonly first: number
  readonly keystrokes: readonly number[]
}

/** Types into a text through the real server over stdio. */
export async function keystrokes(server: string, {name, text, ...at}: Typed, count: number): Promise<Answers> {
  const child = spawn(process.execPath, [server, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']})
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  child.on('exit', code => {
    if (code !== 0) throw new Error(`The server ended with code ${code}.`)
  })
  let arrived: (version: number) => void = () => {}
  connection.onNotification('textDocument/publishDiagnostics', ({version}: {readonly version: number}) =>
    arrived(version),
  )
  const published = (version: number) => new Promise<void>(resolve => (arrived = got => got === version && resolve()))
  connection.listen()

  const uri = pathToFileURL(`/bench/${name}`).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {textDocument: {publishDiagnostics: {versionSupport: true}}},
  })
  await connection.sendNotification('initialized', {})
  const opened = published(1)
  const opening = performance.now()
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri, languageId: name.endsWith('.md') ? 'markdown' : 'json', version: 1, text},
  })
  await opened
  const first = performance.now() - opening

  const times: number[] = []
  for (let version = 2; version < count + 2; version++) {
    const start = performance.now()
    const answer = published(version)
    await connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version},
      contentChanges: [{range: {start: at, end: at}, text: version % 7 === 0 ? ' ' : 'x'}],
    })
    await answer
    times.push(performance.now() - start)
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  child.stdin.end()
  connection.dispose()
  return {first, keystrokes: times}
}
