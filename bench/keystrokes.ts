import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {createMessageConnection, StreamMessageReader, StreamMessageWriter} from 'vscode-jsonrpc/node'

/** Milliseconds from sending a keystroke to the diagnostics of that version, through the real server over stdio; one for each keystroke. */
export async function keystrokes(server: string, text: string, count: number): Promise<readonly number[]> {
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

  const uri = pathToFileURL('/bench/article.md').href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {textDocument: {publishDiagnostics: {versionSupport: true}}},
  })
  await connection.sendNotification('initialized', {})
  const opened = published(1)
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri, languageId: 'markdown', version: 1, text},
  })
  await opened

  const line = Math.floor(text.split('\n').length / 2)
  const times: number[] = []
  for (let version = 2; version < count + 2; version++) {
    const start = performance.now()
    const answer = published(version)
    const at = {line, character: 0}
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
  return times
}
