import {type ExtensionContext, type LogOutputChannel, l10n} from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient'
import {connect} from '#connection'
import {serveFiles} from './files.ts'
import {documentSelector} from './selector.ts'
import type {Status} from './status.ts'

/** What the client of the server needs of the extension. */
export interface Surroundings {
  readonly context: ExtensionContext
  readonly log: LogOutputChannel
  readonly status: Status
  /** Whether the results of a scan are shown: a server that comes back after a crash knows nothing of it. */
  readonly scanned: () => boolean
  /** Called when the server has crashed too often to be started once more. */
  readonly onGivenUp: () => void
}

const mostRestarts = 4
const restartWindow = 3 * 60 * 1000

/** Makes the client; its server starts with `start`. */
export function makeClient({context, log, status, scanned, onGivenUp}: Surroundings): BaseLanguageClient {
  let crashes: number[] = []

  /** Restarts after a crash, but not for ever: a server that dies again and again needs a person. */
  function closed(): CloseHandlerResult {
    const now = Date.now()
    crashes = [...crashes.filter(time => now - time < restartWindow), now]
    if (crashes.length <= mostRestarts) return {action: CloseAction.Restart, handled: true}
    onGivenUp()
    return {action: CloseAction.DoNotRestart, handled: true}
  }

  const client = connect(context, {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => ({
      openRule: true,
      addToHouseStyle: true,
      files: true,
      status: true,
      ticksUnconfirmed: true,
      scan: scanned(),
      words: l10n.bundle,
    }),
    initializationFailedHandler: () => false,
    errorHandler: {error: () => ({action: ErrorAction.Continue}), closed},
    markdown: {isTrusted: false, supportHtml: false},
    middleware: {
      async didClose(document, next) {
        status.forget(document.uri)
        return next(document)
      },
    },
  })
  // What it says of a server that dies while it starts is for the log; a person is told by `onGivenUp`.
  const tell = client.error.bind(client)
  client.error = (message, data) => tell(message, data, false)
  serveFiles(client)
  client.onDidChangeState(({newState}) => status.running(newState === State.Running))
  client.onNotification('poise/status', status.take)
  return client
}
