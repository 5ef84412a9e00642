import {type ExtensionContext, type LogOutputChannel, window} from 'vscode'
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node'
import {documentSelector} from './selector.ts'
import type {Status} from './status.ts'

/** The language server, as the rest of the extension sees it. */
export interface Server {
  readonly start: () => Promise<void>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Asks the server to scan the workspace; waits until it runs. */
  readonly scan: () => Promise<ScanSummary>
}

/** What a scan saw, as the server counts it. */
export interface ScanSummary {
  readonly files: number
  readonly findings: Readonly<Record<'warning' | 'suggestion' | 'hint', number>>
  readonly problems: number
  readonly skipped: number
  readonly cancelled: boolean
}

const mostRestarts = 4
const restartWindow = 3 * 60 * 1000

/** Makes the server's client; nothing runs before `start`. */
export function makeServer(context: ExtensionContext, log: LogOutputChannel, status: Status): Server {
  let client: LanguageClient | undefined
  let starting: Promise<void> = Promise.resolve()
  let crashes: number[] = []
  let scanned = false

  /** Restarts after a crash, but not for ever: a server that dies at once again and again needs a person. */
  function closed(): CloseHandlerResult {
    const now = Date.now()
    crashes = [...crashes.filter(time => now - time < restartWindow), now]
    if (crashes.length <= mostRestarts) return {action: CloseAction.Restart}
    status.stopped()
    void window
      .showErrorMessage(
        'Poise stopped five times within three minutes. Your files are unharmed; the log says more.',
        'Restart',
        'Show Log',
      )
      .then(choice => (choice === 'Restart' ? restart() : choice === 'Show Log' ? log.show() : undefined))
    return {action: CloseAction.DoNotRestart, handled: true}
  }

  function make(): LanguageClient {
    const module = context.asAbsolutePath('dist/lsp.cjs')
    const transport = TransportKind.ipc
    const made = new LanguageClient(
      'poise',
      'Poise',
      {run: {module, transport}, debug: {module, transport, options: {execArgv: ['--nolazy', '--inspect=6009']}}},
      {
        documentSelector,
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        // A server that comes back after a crash knows nothing of the scan before.
        initializationOptions: () => ({openRule: true, status: true, scan: scanned}),
        errorHandler: {error: () => ({action: ErrorAction.Continue}), closed},
        markdown: {isTrusted: false, supportHtml: false},
        middleware: {
          didClose: async (document, next) => {
            status.forget(document.uri)
            return next(document)
          },
        },
      },
    )
    made.onDidChangeState(({newState}) => status.running(newState === State.Running))
    made.onNotification('poise/status', status.take)
    return made
  }

  async function start(): Promise<void> {
    client ??= make()
    starting = client.start()
    try {
      await starting
    } catch (error) {
      log.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`)
      status.stopped()
    }
  }

  async function stop(): Promise<void> {
    const old = client
    client = undefined
    await starting.catch(() => undefined)
    await old?.dispose().catch(() => undefined)
  }

  async function restart(): Promise<void> {
    crashes = []
    await stop()
    await start()
  }

  return {
    start,
    stop,
    restart,
    async scan() {
      await starting
      if (client === undefined) throw new Error('The server is not running.')
      scanned = true
      return client.sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})
    },
  }
}
