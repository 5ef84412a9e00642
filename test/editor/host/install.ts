import {existsSync, mkdirSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {aptInstall} from './apt-install.ts'
import {withInstallLock} from './install-lock.ts'
import {installServer, isServerInstalled, serverPaths} from './install-server.ts'

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** The root folder of this repository. */
export const repositoryRoot = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))

/** Where the parts of an installed host lie: Node 24, VS Code's server program, and Chromium. */
export interface HostParts {
  readonly node: string
  readonly serverMain: string
  readonly chromium: string
}

/** The host, or the one-line reason why this machine cannot have it. */
export type HostResult =
  | {readonly available: true; readonly parts: HostParts}
  | {readonly available: false; readonly reason: string}

/** Makes sure that the browser-hosted VS Code and Chromium are installed, and says where, or why they cannot be had. */
export async function ensureHost(): Promise<HostResult> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    return {
      available: false,
      reason: `the test host needs Linux on x64 or arm64, not ${process.platform}-${process.arch}`,
    }
  }
  const cache = path.join(repositoryRoot, '.vscode-test')
  const installed = () => isServerInstalled(cache) && findChromium() !== undefined
  if (!installed()) {
    mkdirSync(cache, {recursive: true})
    const problem = await withInstallLock(cache, () => installMissing(cache))
    if (problem !== undefined) return {available: false, reason: problem}
  }
  const chromium = findChromium()
  if (chromium === undefined || !existsSync(chromium)) {
    return {available: false, reason: `Chromium was not found at ${chromium ?? BROWSERS[0]}`}
  }
  return {available: true, parts: {...serverPaths(cache), chromium}}
}

async function installMissing(cache: string): Promise<string | undefined> {
  const logFile = path.join(cache, 'install.log')
  if (!isServerInstalled(cache)) {
    announce('VS Code and Node 24', logFile)
    const problem = await installServer(cache, logFile)
    if (problem !== undefined) return problem
  }
  if (findChromium() !== undefined) return undefined
  announce('Chromium', logFile)
  return aptInstall(['chromium', 'fonts-liberation'], logFile)
}

/** Where a Chromium lies, if there is one. */
export function findChromium(): string | undefined {
  return process.env['POISE_CHROMIUM'] || BROWSERS.find(file => existsSync(file))
}

function announce(what: string, logFile: string): void {
  process.stderr.write(`Installing ${what} for the editor tests, once, in about a minute (log: ${logFile})\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const host = await ensureHost()
  process.stdout.write(`${host.available ? JSON.stringify(host.parts, null, 2) : host.reason}\n`)
  process.exitCode = host.available ? 0 : 1
}
