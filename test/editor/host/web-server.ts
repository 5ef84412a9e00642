import {once} from 'node:events'
import {mkdtempSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {startGuarded} from './guarded.ts'
import type {WebHostParts} from './install.ts'
import {WEB_COMMIT} from './install-web.ts'
import {unpackVsix} from './unpack-vsix.ts'

/** A server that shows the web workbench on one folder, which the workbench sees as a virtual file system. */
export interface WebServer {
  readonly url: string
  stop(): Promise<void>
}

/** Starts it with a packaged extension; it ends with this process whatever happens. Edits stay in the page. */
export async function startWebServer(parts: WebHostParts, vsix: string, folder: string): Promise<WebServer> {
  const root = mkdtempSync(path.join(tmpdir(), 'vscode-web-'))
  const extension = unpackVsix(vsix, path.join(root, 'extension'))
  const port = await freePort()
  const build = ['--quality', 'stable', '--commit', WEB_COMMIT, '--testRunnerDataDir', parts.builds]
  const serve = ['--browserType', 'none', '--host', 'localhost', '--port', String(port)]
  const content = ['--extensionDevelopmentPath', extension, folder]
  const commands = [[process.execPath, parts.serverMain, ...build, ...serve, ...content]]
  const {printed, stop} = startGuarded(commands, root)
  await printed(/Listening on/)
  return {url: `http://localhost:${port}`, stop}
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
