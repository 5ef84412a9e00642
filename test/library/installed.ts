import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What a project of somebody else has besides Poise. */
const others = ['@types/nlcst', 'remark-parse', 'remark-retext', 'retext-english', 'unified', 'unified-engine', 'vfile']

/** A project that Poise is installed in, packed as for the registry and without a network; removed at the end of the process. */
export const project = install()

function install(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-project-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  const npm = (args: readonly string[], cwd: string) => execFileSync('npm', args, {cwd, encoding: 'utf8'})
  const tarball = npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root).trim()
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({name: 'project', private: true, type: 'module'}))
  npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', `./${tarball}`], folder)
  for (const name of others) {
    const link = path.join(folder, 'node_modules', name)
    mkdirSync(path.dirname(link), {recursive: true})
    symlinkSync(path.join(root, 'node_modules', name), link, 'dir')
  }
  return folder
}

/** Runs a module of the project and gives what it prints; throws with what it says where it fails. */
export function run(name: string, text: string): string {
  const file = path.join(project, name)
  writeFileSync(file, text)
  return execFileSync(process.execPath, [file], {cwd: project, encoding: 'utf8', timeout: 30_000})
}
