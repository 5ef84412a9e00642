import {type ExtensionContext, type LogOutputChannel, window} from 'vscode'
import type {LanguageClient} from 'vscode-languageclient/node'
import type {Status} from './status.ts'

/** The language server, as the rest of the extension sees it. */
export interface Server {
  readonly start: () => Promise<void>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Asks the server to scan the workspace; waits until it runs. */
  readonly scan: () => Promise<ScanSummary>
  /** Asks a tool on behalf of an assistant; `folder` is the address of the one whose house style holds. */
  readonly ask: (tool: string, input: unknown, folder: string | undefined) => Promise<ToolAnswer>
}

/** What a tool answers: plain data, or what the assistant has to mend. */
export interface ToolAnswer {
  readonly result?: object
  readonly mistake?: string
}

/** What a scan saw, as the server counts it. */
export interface ScanSummary {
  readonly files: number
  readonly findings: Readonly<Record<'warning' | 'suggestion' | 'hint', number>>
  readonly problems: number
  readonly skipped: number
  readonly cancelled: boolean
}

/** Makes the server; nothing runs before `start`. */
export function makeServer(context: ExtensionContext, log: LogOutputChannel, status: Status): Server {
  let client: LanguageClient | undefined
  let starting: Promise<void> = Promise.resolve()
  let scanned = false

  async function onGivenUp(): Promise<void> {
    status.stopped()
    const choice = await window.showErrorMessage(
      'Poise stopped five times within three minutes. Your files are unharmed; the log says more.',
      'Restart',
      'Show Log',
    )
    if (choice === 'Restart') await restart()
    if (choice === 'Show Log') log.show()
  }

  async function launch(): Promise<void> {
    try {
      // Loaded only now: it is nearly all of the bundle, and activation must not wait for it.
      const {makeClient} = await import('./language-client.ts')
      client = makeClient({context, log, status, scanned: () => scanned, onGivenUp: () => void onGivenUp()})
      await client.start()
    } catch (error) {
      log.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`)
      status.stopped()
    }
  }

  function start(): Promise<void> {
    starting = launch()
    return starting
  }

  async function stop(): Promise<void> {
    await starting
    const old = client
    client = undefined
    // A client whose server is gone already can't be stopped once more.
    await old?.dispose().catch(() => undefined)
  }

  async function restart(): Promise<void> {
    await stop()
    await start()
  }

  return {
    start,
    stop,
    restart,
    async ask(tool, input, folder) {
      await starting
      if (client === undefined) throw new Error('The server is not running.')
      return client.sendRequest('poise/askTool', {tool, input, folder})
    },
    async scan() {
      await starting
      if (client === undefined) throw new Error('The server is not running.')
      scanned = true
      return client.sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})
    },
  }
}
