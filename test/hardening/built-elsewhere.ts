import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join, relative} from 'node:path'

const root = join(import.meta.dirname, '../..')
const notSources = /^(?:node_modules|dist|\.git|\.vscode-test|.*\.(?:vsix|tgz))$/

/** How the packages that a build needs get into its folder: those that are here, or installed anew without running their scripts. */
export type Packages = 'ours' | 'installed'

/** Builds and packs a copy of the project in a folder, and gives the checksum of each file that comes out of it. */
export function builtIn(folder: string, packages: Packages): Readonly<Record<string, string>> {
  mkdirSync(folder, {recursive: true})
  for (const name of readdirSync(root).filter(entry => !notSources.test(entry)))
    cpSync(join(root, name), join(folder, name), {recursive: true})
  const run = (program: string, ...args: readonly string[]) => execFileSync(program, args, {cwd: folder, stdio: 'pipe'})
  if (packages === 'ours') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  else run('npm', 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund')
  run(process.execPath, 'scripts/package.mjs')
  run('npm', 'pack', '--ignore-scripts')
  const built = readdirSync(join(folder, 'dist'), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const packed = readdirSync(folder).filter(name => /\.(?:vsix|tgz)$/.test(name))
  const files = [...built, ...packed.map(name => join(folder, name))].sort()
  return Object.fromEntries(files.map(file => [relative(folder, file), sumOf(file)]))
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
