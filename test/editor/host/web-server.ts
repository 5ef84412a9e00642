import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import type {WebHostParts} from './install.ts'
import {WEB_COMMIT} from './install-web.ts'
import {unpackVsix} from './unpack-vsix.ts'

const START_TIMEOUT_MS = 60_000
const guardFile = fileURLToPath(new URL('./guard.mjs', import.meta.url))

/** A server that shows the web workbench on one folder, which the workbench sees as a virtual file system. */
export interface WebServer {
  readonly url: string
  stop(): Promise<void>
}

/** Starts it with a packaged extension; it ends with this process whatever happens. Edits stay in the page. */
export async function startWebServer(parts: WebHostParts, vsix: string, folder: string): Promise<WebServer> {
  const root = mkdtempSync(path.join(tmpdir(), 'vscode-web-'))
  const extension = unpackVsix(vsix, path.join(root, 'extension'))
  const logFile = path.join(root, 'server.log')
  writeFileSync(logFile, '')
  const port = await freePort()
  const build = ['--quality', 'stable', '--commit', WEB_COMMIT, '--testRunnerDataDir', parts.builds]
  const serve = ['--browserType', 'none', '--host', 'localhost', '--port', String(port)]
  const content = ['--extensionDevelopmentPath', extension, folder]
  const commands = [[process.execPath, parts.serverMain, ...build, ...serve, ...content]]
  const guard = spawn(process.execPath, [guardFile, JSON.stringify({commands, logFile, folder: root})], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  guard.unref()
  const stop = async () => {
    if (guard.exitCode !== null || guard.signalCode !== null) return
    guard.ref()
    const ended = once(guard, 'exit')
    guard.stdin.destroy()
    await ended
  }
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!readFileSync(logFile, 'utf8').includes('Listening on')) {
    if (Date.now() > deadline || readFileSync(logFile, 'utf8').includes('server ended')) {
      const output = readFileSync(logFile, 'utf8')
      await stop()
      throw new Error(`The web workbench did not start:\n${output}`)
    }
    await sleep(50)
  }
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
