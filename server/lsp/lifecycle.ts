import type {Connection} from 'vscode-languageserver'
import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver'

const refused = 'poise/refused'

/** Answers by the protocol's lifecycle, which vscode-languageserver does not enforce. */
export interface Lifecycle {
  /** Given to `createConnection`. */
  readonly strategy: MessageStrategy
  /** Given the connection that was created with it. */
  readonly attach: (connection: Connection) => void
}

/**
 * Makes a guard: before `initialize` and after `shutdown` requests are refused and notifications dropped. `onMessage` hears of each that
 * the client sends by itself.
 */
export function makeLifecycle(onMessage: () => void): Lifecycle {
  let state: 'new' | 'running' | 'stopped' = 'new'
  let logJunk = () => {}

  function refusal(message: RequestMessage): {code: number; text: string} | undefined {
    if (state === 'stopped') return {code: ErrorCodes.InvalidRequest, text: 'The server is shutting down.'}
    if (message.method === 'initialize') {
      if (state === 'running') return {code: ErrorCodes.InvalidRequest, text: 'The server is initialized already.'}
      state = 'running'
      return undefined
    }
    if (state === 'new') return {code: ErrorCodes.ServerNotInitialized, text: 'Send initialize first.'}
    if (message.method === 'shutdown') state = 'stopped'
    return undefined
  }

  const passes = ({method}: NotificationMessage) =>
    state === 'running' || method === 'exit' || method === '$/cancelRequest'

  return {
    strategy: {
      handleMessage(message, next) {
        if (!Message.isResponse(message)) onMessage()
        if (Message.isRequest(message)) {
          const no = refusal(message)
          return next(no === undefined ? message : ({...message, method: refused, params: no} as RequestMessage))
        }
        if (Message.isNotification(message)) return passes(message) ? next(message) : undefined
        if (Message.isResponse(message)) return next(message)
        // vscode-jsonrpc would write the whole message to the log.
        return logJunk()
      },
    },
    attach(connection) {
      connection.onRequest(refused, ({code, text}: {code: number; text: string}) => new ResponseError(code, text))
      logJunk = () => connection.console.warn('Dropped a message that is no request, notification or response.')
    },
  }
}
