import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {pathToFileURL} from 'node:url'
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import {usagePreload} from './command.ts'

/** What a server has used since it started, in milliseconds and megabytes; `heap` is what is left after a collection that was asked for. */
export interface Usage {
  readonly cpu: number
  readonly peak: number
  readonly heap: number
  readonly rss: number
}

/** An edit at one place of a document. */
export interface Edit {
  readonly line: number
  readonly character: number
  /** How many characters before that place are deleted. */
  readonly deletes?: number
  readonly inserts?: string
}

/** The real server over stdio, and the editor that it believes it talks to. */
export interface Server {
  /** Opens a text and waits for its first diagnostics; in milliseconds. */
  readonly open: (file: string, text: string) => Promise<number>
  /** Sends one edit and waits for the diagnostics of that version; in milliseconds. */
  readonly edit: (file: string, edit: Edit) => Promise<number>
  /** Scans the workspace. */
  readonly scan: () => Scan
  readonly usage: (options?: {readonly collect: boolean}) => Promise<Usage>
  /** Waits until the server has nothing left to do. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A scan that goes on. */
export interface Scan {
  /** When the first findings of a file arrived, in milliseconds. */
  readonly first: Promise<number>
  /** When the server said that it is done. */
  readonly done: Promise<number>
  /** Cancels it; says how long the server's answer took. */
  readonly cancel: () => Promise<number>
}

/** Starts the server, for a workspace folder if there is one. */
export async function startServer(script: string, folder?: string): Promise<Server> {
  const child = spawn(process.execPath, ['--expose-gc', '--require', usagePreload, script, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  })
  if (child.stdout === null || child.stdin === null) throw new Error('The server has no standard streams.')
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  child.on('exit', code => {
    if (code !== 0) throw new Error(`The server ended with code ${code}.`)
  })
  const versions = new Map<string, number>()
  let hear: (published: Published) => void = () => {}
  let hearFindings = () => {}
  connection.onNotification('textDocument/publishDiagnostics', (published: Published) => {
    hear(published)
    if (published.diagnostics.length > 0) hearFindings()
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder === undefined ? null : pathToFileURL(folder).href,
    capabilities: {textDocument: {publishDiagnostics: {versionSupport: true}}},
  })
  await connection.sendNotification('initialized', {})

  async function published(uri: string, version: number, send: () => Promise<void>): Promise<number> {
    versions.set(uri, version)
    const start = performance.now()
    const answer = new Promise<void>(resolve => {
      hear = now => now.uri === uri && now.version === version && resolve()
    })
    await send()
    await answer
    return performance.now() - start
  }

  async function usage({collect} = {collect: false}): Promise<Usage> {
    const answer = once(child, 'message')
    child.send({collect})
    return (await answer)[0] as Usage
  }

  return {
    open(file, text) {
      const uri = pathToFileURL(file).href
      const languageId = file.endsWith('.md') ? 'markdown' : 'json'
      const textDocument = {uri, languageId, version: 1, text}
      return published(uri, 1, () => connection.sendNotification('textDocument/didOpen', {textDocument}))
    },
    edit(file, {line, character, deletes = 0, inserts = ''}) {
      const uri = pathToFileURL(file).href
      const version = (versions.get(uri) ?? 0) + 1
      const range = {start: {line, character: character - deletes}, end: {line, character}}
      const params = {textDocument: {uri, version}, contentChanges: [{range, text: inserts}]}
      return published(uri, version, () => connection.sendNotification('textDocument/didChange', params))
    },
    scan() {
      const start = performance.now()
      const since = () => performance.now() - start
      const cancelled = new CancellationTokenSource()
      const first = new Promise<number>(resolve => {
        hearFindings = () => resolve(since())
      })
      const done = connection
        .sendRequest(
          'workspace/executeCommand',
          {command: 'poise.server.scanWorkspace', arguments: []},
          cancelled.token,
        )
        .then(since, since)
      return {
        first,
        done,
        async cancel() {
          const before = since()
          cancelled.cancel()
          return (await done) - before
        },
      }
    },
    usage,
    async settled() {
      for (let before = await usage(), quiet = 0; quiet < 3; ) {
        await new Promise(resolve => setTimeout(resolve, 150))
        const now = await usage()
        quiet = now.cpu - before.cpu < 5 ? quiet + 1 : 0
        before = now
      }
    },
    async stop() {
      const exit = once(child, 'exit')
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      child.stdin?.end()
      await exit
      connection.dispose()
    },
  }
}

interface Published {
  readonly uri: string
  readonly version?: number
  readonly diagnostics: readonly unknown[]
}
