import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser'
import {version} from '../../package.json'
import type {Host} from '../lsp/host.ts'
import {makeLifecycle} from '../lsp/lifecycle.ts'
import {makeQuiet} from '../lsp/quiet.ts'
import {makeScanThread} from '../lsp/scan-thread.ts'
import {startServer} from '../lsp/server.ts'

// The server for Node is built on these, so that a package with both holds them once: see build.mjs.
export * from 'vscode-languageserver'
export {makeLifecycle, makeQuiet, makeScanThread, startServer}

/** A worker has no disk: all files are the client's. */
const host: Host = {
  version,
  files: {
    readFile: async () => ({failure: 'missing'}),
    readHead: async () => undefined,
    typeOf: async () => undefined,
    list: async () => undefined,
  },
  pathOf: () => undefined,
  uriOf: path => path,
}

/** Serves whoever has started this worker, until it says `exit`. */
function serve(worker: DedicatedWorkerGlobalScope): void {
  const quiet = makeQuiet()
  const lifecycle = makeLifecycle(quiet.stir)
  const reader = new BrowserMessageReader(worker)
  const writer = new BrowserMessageWriter(worker)
  const connection = createConnection(ProposedFeatures.all, reader, writer, {messageStrategy: lifecycle.strategy})
  lifecycle.attach(connection)
  connection.onExit(() => worker.close())
  startServer(connection, host, quiet)
}

if ('importScripts' in globalThis) serve(globalThis as unknown as DedicatedWorkerGlobalScope)
