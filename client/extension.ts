import type {ExtensionContext} from 'vscode'
import {registerAssistantTools} from './assistant-tools.ts'
import {registerCommands} from './commands.ts'
import {makeLog} from './log.ts'
import {makeServer} from './server.ts'
import {makeStatus} from './status.ts'

let stop: (() => Promise<void>) | undefined

/** Registers what the editor shows and starts the server, without waiting for it. */
export function activate(context: ExtensionContext): void {
  const start = performance.now()
  const log = makeLog()
  const status = makeStatus()
  const server = makeServer(context, log, status)
  context.subscriptions.push(
    log,
    status,
    ...registerCommands(context, server, log, status),
    ...registerAssistantTools(server),
  )
  stop = server.stop
  void server.start()
  log.info(`Activated in ${Math.round(performance.now() - start)} ms.`)
}

/** Stops the server. */
export function deactivate(): Promise<void> | undefined {
  return stop?.()
}
