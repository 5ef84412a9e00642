import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {aptInstall} from './apt-install.ts'
import {runCommand} from './command.ts'
import {withInstallLock} from './install-lock.ts'

const CODE_SERVER = '4.139.1'
const NODE = '24.21.0'
const NPM_TIMEOUT_MS = 10 * 60_000
// Without spdlog every Output channel stays silently empty.
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog']
const BUILD_TOOLS = ['python3', 'make', 'g++']
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** The root folder of this repository. */
export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')

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
    return unavailable(`the test host needs Linux on x64 or arm64, not ${process.platform}-${process.arch}`)
  }
  const cache = path.join(repositoryRoot, '.vscode-test')
  mkdirSync(cache, {recursive: true})
  if (isInstalled(cache) && findChromium() !== undefined) return result(cache)
  return withInstallLock(cache, async () => {
    const logFile = path.join(cache, 'install.log')
    const problem = (await installServer(cache, logFile)) ?? (await installChromium(logFile))
    return problem === undefined ? result(cache) : unavailable(problem)
  })
}

function unavailable(reason: string): HostResult {
  return {available: false, reason}
}

function result(cache: string): HostResult {
  const chromium = findChromium()
  if (chromium === undefined) return unavailable('Chromium was not found')
  if (!existsSync(chromium)) return unavailable(`POISE_CHROMIUM names ${chromium}, which does not exist`)
  const {node, serverMain} = serverPaths(cache)
  return {available: true, parts: {node, serverMain, chromium}}
}

function findChromium(): string | undefined {
  return process.env['POISE_CHROMIUM'] ?? BROWSERS.find(file => existsSync(file))
}

async function installChromium(logFile: string): Promise<string | undefined> {
  if (findChromium() !== undefined) return undefined
  announce('Chromium')
  return aptInstall(['chromium', 'fonts-liberation'], logFile)
}

function serverPaths(cache: string) {
  const modules = path.join(cache, 'host', 'node_modules')
  const nodePackage = path.join(modules, `node-linux-${process.arch}`)
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode')
  return {
    node: path.join(nodePackage, 'bin', 'node'),
    serverMain: path.join(vscode, 'out', 'server-main.js'),
    nodePackage,
    vscode,
  }
}

function versions(): string {
  return JSON.stringify({codeServer: CODE_SERVER, node: NODE, arch: process.arch, nativeModules: NATIVE_MODULES})
}

function markerFile(cache: string): string {
  return path.join(cache, 'host', 'installed.json')
}

function isInstalled(cache: string): boolean {
  const {node, serverMain} = serverPaths(cache)
  const marker = markerFile(cache)
  return existsSync(marker) && readFileSync(marker, 'utf8') === versions() && existsSync(node) && existsSync(serverMain)
}

async function installServer(cache: string, logFile: string): Promise<string | undefined> {
  if (isInstalled(cache)) return undefined
  announce('VS Code and Node 24')
  const missing = BUILD_TOOLS.filter(tool => !onPath(tool))
  const problem = missing.length > 0 ? await aptInstall(missing, logFile) : undefined
  if (problem !== undefined) return problem
  const host = path.join(cache, 'host')
  rmSync(host, {recursive: true, force: true})
  mkdirSync(host, {recursive: true})
  writeFileSync(path.join(host, 'package.json'), '{ "name": "vscode-test-host", "private": true }\n')
  const {node, nodePackage, vscode} = serverPaths(cache)
  const withNode24 = {PATH: `${path.dirname(node)}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: nodePackage}
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund']
  const packages = [`code-server@${CODE_SERVER}`, `node-linux-${process.arch}@${NODE}`]
  const failure =
    (await npm(['install', '--no-save', ...quiet, ...packages], host, {}, logFile)) ??
    // Not `npm ci`: the shrinkwrap of this package is out of step with its package.json.
    (await npm(['install', '--no-save', '--omit=dev', ...quiet], vscode, withNode24, logFile)) ??
    (await npm(['rebuild', ...NATIVE_MODULES], vscode, withNode24, logFile))
  if (failure !== undefined) return failure
  writeFileSync(markerFile(cache), versions())
  return undefined
}

async function npm(args: string[], cwd: string, extra: NodeJS.ProcessEnv, logFile: string) {
  const env: NodeJS.ProcessEnv = {...process.env, ...extra}
  // Set by an outer `npm run`: they would point the inner npm at the wrong folder or options.
  for (const name of ['npm_config_local_prefix', 'NODE_OPTIONS', 'INIT_CWD']) delete env[name]
  const {code, note} = await runCommand('npm', args, {cwd, env, logFile, timeoutMs: NPM_TIMEOUT_MS})
  return code === 0 ? undefined : `npm ${args[0]} for the test host failed: ${note}, see ${logFile}`
}

function onPath(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some(folder => existsSync(path.join(folder, tool)))
}

function announce(what: string): void {
  process.stderr.write(`Installing ${what} for the editor tests (once, about a minute)\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outcome = await ensureHost()
  process.stdout.write(`${outcome.available ? JSON.stringify(outcome.parts, null, 2) : outcome.reason}\n`)
  process.exitCode = outcome.available ? 0 : 1
}
