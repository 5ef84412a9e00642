import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {aptInstall} from './apt-install.ts'
import {npm} from './npm.ts'

const CODE_SERVER = '4.139.1'
const NODE = '24.21.0'
// Without spdlog every Output channel stays silently empty.
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog']
const BUILD_TOOLS = ['python3', 'make', 'g++']
const UNFINISHED = 'unfinished-'
const VERSIONS = JSON.stringify({
  codeServer: CODE_SERVER,
  node: NODE,
  arch: process.arch,
  nativeModules: NATIVE_MODULES,
})

/** Where Node 24 and VS Code's server program lie below the cache folder. */
export function serverPaths(cache: string): {node: string; serverMain: string} {
  const {node, serverMain} = pathsIn(path.join(cache, 'host'))
  return {node, serverMain}
}

/** Says whether these versions of the server have been installed to the end. */
export function isServerInstalled(cache: string): boolean {
  const marker = markerFile(path.join(cache, 'host'))
  return existsSync(marker) && readFileSync(marker, 'utf8') === VERSIONS
}

/** Installs VS Code's server and Node 24 from npm, and returns a one-line reason when that fails. */
export async function installServer(cache: string, logFile: string): Promise<string | undefined> {
  const missing = BUILD_TOOLS.filter(tool => !onPath(tool))
  const problem = missing.length > 0 ? await aptInstall(missing, logFile) : undefined
  if (problem !== undefined) return problem
  for (const name of readdirSync(cache)) if (name.startsWith(UNFINISHED)) remove(path.join(cache, name))
  // A folder of its own: the npm of an installer that was killed may still write into the folder it had.
  const folder = path.join(cache, `${UNFINISHED}${process.pid}-${Date.now()}`)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "vscode-test-host", "private": true }\n')
  const failure = await installInto(folder, logFile)
  if (failure !== undefined) return failure
  writeFileSync(markerFile(folder), VERSIONS)
  const host = path.join(cache, 'host')
  remove(host)
  renameSync(folder, host)
  return undefined
}

async function installInto(folder: string, logFile: string): Promise<string | undefined> {
  const {node, nodePackage, vscode} = pathsIn(folder)
  const withNode24 = {PATH: `${path.dirname(node)}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: nodePackage}
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund']
  const packages = [`code-server@${CODE_SERVER}`, `node-linux-${process.arch}@${NODE}`]
  return (
    (await npm(['install', '--no-save', ...quiet, ...packages], folder, {}, logFile)) ??
    // Not `npm ci`: the shrinkwrap of this package is out of step with its package.json.
    (await npm(['install', '--no-save', '--omit=dev', ...quiet], vscode, withNode24, logFile)) ??
    (await npm(['rebuild', ...NATIVE_MODULES], vscode, withNode24, logFile))
  )
}

function pathsIn(folder: string) {
  const modules = path.join(folder, 'node_modules')
  const nodePackage = path.join(modules, `node-linux-${process.arch}`)
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode')
  const node = path.join(nodePackage, 'bin', 'node')
  return {node, serverMain: path.join(vscode, 'out', 'server-main.js'), nodePackage, vscode}
}

function markerFile(folder: string): string {
  return path.join(folder, 'installed.json')
}

function onPath(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some(folder => existsSync(path.join(folder, tool)))
}

function remove(folder: string): void {
  rmSync(folder, {recursive: true, force: true, maxRetries: 3})
}
