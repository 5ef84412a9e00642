import {fileURLToPath, pathToFileURL} from 'node:url'
import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {version} from '../../package.json'
import type {Host} from '../lsp/host.ts'
import {makeLifecycle} from '../lsp/lifecycle.ts'
import {makeQuiet} from '../lsp/quiet.ts'
import {startServer} from '../lsp/server.ts'
import {createFile} from './create-file.ts'
import {nodeFileSystem} from './file-system.ts'
import {openJournal} from './journal.ts'
import {replaceFile} from './replace-file.ts'

const host: Host = {
  version,
  files: nodeFileSystem,
  write: async (path, before, after) =>
    before === undefined ? createFile(path, after) : replaceFile(path, before, after),
  openJournal: client => openJournal(Number.isInteger(client) ? Number(client) : process.ppid),
  pathOf,
  uriOf: path => pathToFileURL(path).href,
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

// A person who starts it by hand means standard input and output.
if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))) process.argv.push('--stdio')

const quiet = makeQuiet()
const lifecycle = makeLifecycle(quiet.stir)
const connection = createConnection(ProposedFeatures.all, {messageStrategy: lifecycle.strategy})
lifecycle.attach(connection)
startServer(connection, host, quiet)
