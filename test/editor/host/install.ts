import {existsSync, mkdirSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {aptInstall} from './apt-install.ts'
import {withInstallLock} from './install-lock.ts'
import {installServer, isServerInstalled, serverPaths} from './install-server.ts'
import {installWeb, isWebInstalled, type WebParts, webPaths} from './install-web.ts'

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** The root folder of this repository. */
export const repositoryRoot = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))

/** Where the parts of an installed host lie: Node 24, VS Code's server program, and Chromium. */
export interface HostParts {
  readonly node: string
  readonly serverMain: string
  readonly chromium: string
}

/** Where the parts of the web workbench lie, and Chromium. */
export interface WebHostParts extends WebParts {
  readonly chromium: string
}

/** The host, or the one-line reason why this machine cannot have it. */
export type HostResult<Parts = HostParts> =
  | {readonly available: true; readonly parts: Parts}
  | {readonly available: false; readonly reason: string}

/** What a host needs beside Chromium. */
interface Need<Parts> {
  readonly what: string
  readonly isInstalled: (cache: string) => boolean
  readonly install: (cache: string, logFile: string) => Promise<string | undefined>
  readonly paths: (cache: string) => Parts
}

/** Makes sure that the browser-hosted VS Code and Chromium are installed, and says where, or why they cannot be had. */
export function ensureHost(): Promise<HostResult> {
  return ensure({
    what: 'VS Code and Node 24',
    isInstalled: isServerInstalled,
    install: installServer,
    paths: serverPaths,
  })
}

/** The same for the web workbench, in which extensions run without Node. */
export function ensureWebHost(): Promise<HostResult<WebHostParts>> {
  return ensure({what: 'the web workbench', isInstalled: isWebInstalled, install: installWeb, paths: webPaths})
}

/** The same for a browser alone. */
export function ensureBrowser(): Promise<HostResult<{readonly chromium: string}>> {
  return ensure({what: '', isInstalled: () => true, install: async () => undefined, paths: () => ({})})
}

async function ensure<Parts>(need: Need<Parts>): Promise<HostResult<Parts & {readonly chromium: string}>> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    return {
      available: false,
      reason: `the test host needs Linux on x64 or arm64, not ${process.platform}-${process.arch}`,
    }
  }
  const cache = path.join(repositoryRoot, '.vscode-test')
  const installed = () => need.isInstalled(cache) && findChromium() !== undefined
  if (!installed()) {
    mkdirSync(cache, {recursive: true})
    const problem = await withInstallLock(cache, () => installMissing(cache, need))
    if (problem !== undefined) return {available: false, reason: problem}
  }
  const chromium = findChromium()
  if (chromium === undefined || !existsSync(chromium)) {
    return {available: false, reason: `Chromium was not found at ${chromium ?? BROWSERS[0]}`}
  }
  return {available: true, parts: {...need.paths(cache), chromium}}
}

async function installMissing(cache: string, need: Need<unknown>): Promise<string | undefined> {
  const logFile = path.join(cache, 'install.log')
  if (!need.isInstalled(cache)) {
    announce(need.what, logFile)
    const problem = await need.install(cache, logFile)
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
