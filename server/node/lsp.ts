import {availableParallelism} from 'node:os'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {isMainThread} from 'node:worker_threads'
import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {version} from '../../package.json'
import type {Host} from '../lsp/host.ts'
import {makeLifecycle} from '../lsp/lifecycle.ts'
import {makeQuiet} from '../lsp/quiet.ts'
import {makeScanThread} from '../lsp/scan-thread.ts'
import {startServer} from '../lsp/server.ts'
import {createFile} from './create-file.ts'
import {nodeFileSystem} from './file-system.ts'
import {type NodeJournal, notingIn, openJournal} from './journal.ts'
import {removeQuietly} from './left-behind.ts'
import {replaceFile} from './replace-file.ts'
import {makeWorkerPool, serveJobs} from './worker-pool.ts'

// The threads of a scan run this same file, so that there is one bundle.
if (isMainThread) serve()
else serveJobs(({page}: ThreadSetup) => makeScanThread(nodeFileSystem, page === undefined ? undefined : notingIn(page)))

/** What a thread of a scan is started with. */
interface ThreadSetup {
  /** The file in which it notes at which document it is at work. */
  readonly page?: string
}

function makeHost(): Host {
  let journal: NodeJournal | undefined
  return {
    version,
    files: nodeFileSystem,
    write: async (path, before, after) =>
      before === undefined ? createFile(path, after) : replaceFile(path, before, after),
    cores: availableParallelism(),
    startPool(threads) {
      // Collects more often from now on: a large scan then takes half the memory in the same time.
      setFlagsFromString('--heap-growing-percent=60')
      const setups = Array.from({length: threads}, (): ThreadSetup => (journal ? {page: journal.newPage()} : {}))
      const onEnd = ({page}: ThreadSetup) => page !== undefined && removeQuietly(page)
      return makeWorkerPool(pathToFileURL(__filename), setups, onEnd)
    },
    openJournal(client) {
      journal = openJournal(Number.isInteger(client) ? Number(client) : process.ppid)
      return journal
    },
    pathOf,
    uriOf: path => pathToFileURL(path).href,
  }
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    // Windows has two spellings of a drive's letter and of a separator.
    return fileURLToPath(uri)
      .replaceAll('\\', '/')
      .replace(/^[A-Z]:/, drive => drive.toLowerCase())
  } catch {
    return undefined
  }
}

function serve(): void {
  // A person who starts it by hand means standard input and output.
  if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))) process.argv.push('--stdio')
  const quiet = makeQuiet()
  const lifecycle = makeLifecycle(quiet.stir)
  const connection = createConnection(ProposedFeatures.all, {messageStrategy: lifecycle.strategy})
  lifecycle.attach(connection)
  startServer(connection, makeHost(), quiet)
}
