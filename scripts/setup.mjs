import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the project's folder with its output shown; ends this process with its code where it fails. */
export function run(program, args, options = {}) {
  const {status, error} = spawnSync(program, args, {cwd: root, stdio: 'inherit', ...options})
  if (error) {
    console.error(`${program} can't be run (${error.message}). Install it, then run this again.`)
    process.exit(2)
  }
  if (status !== 0) process.exit(status ?? 2)
}

/** Installs the dependencies where they are missing or older than the lock file. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 14)) {
    console.error(
      `Poise needs Node 20.14 or newer, and this is ${process.version}. Install a newer one, then run this again.`,
    )
    process.exit(2)
  }
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return
  // No script of a package is run: some would download programs that nothing here needs.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Bundles the program where a source is newer than what was built. */
export function build() {
  const sources = [
    'package.json',
    'build.mjs',
    'scripts/build-library.mjs',
    'scripts/bundles.mjs',
    ...['rules', 'server', 'client', 'syntaxes', 'docs/rules'].flatMap(filesBelow),
  ]
  const newest = Math.max(...sources.map(changedAt))
  if (Math.min(...['dist/cli.mjs', 'dist/extension.cjs', 'dist/mcp.mjs', 'dist/lib/rules.js'].map(changedAt)) < newest)
    run(process.execPath, ['build.mjs'])
}

function changedAt(path) {
  const file = new URL(`../${path}`, import.meta.url)
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

function filesBelow(folder) {
  return readdirSync(new URL(`../${folder}`, import.meta.url), {recursive: true}).map(name => `${folder}/${name}`)
}
