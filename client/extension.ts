import type {ExtensionContext} from 'vscode'
import {registerAssistantTools} from './assistant-tools.ts'
import {registerCommands} from './commands.ts'
import {registerDebugInformation} from './debug-information.ts'
import {makeLog} from './log.ts'
import {registerPreview} from './preview.ts'
import {registerReport} from './report.ts'
import {registerRewrites} from './rewrites.ts'
import {registerSample} from './sample.ts'
import {makeServer} from './server.ts'
import {makeStatus} from './status.ts'
import {registerTasks} from './tasks.ts'
import {registerTreeActions} from './tree/actions.ts'
import {registerTree} from './tree/tree.ts'

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
    ...registerRewrites(server, log, status),
    ...registerPreview(server),
    ...registerTree(server, status),
    ...registerTreeActions(server),
    ...registerSample(context),
    ...registerReport(context, server, log, status),
    registerTasks(server),
    registerDebugInformation(context),
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
