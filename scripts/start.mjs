// Scans a folder, prints what was found, then opens an editor on it: npm start [-- FOLDER] [--no-editor]
import {spawnSync} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'
import path from 'node:path'
import {build, install, root, run} from './setup.mjs'

const args = process.argv.slice(2)
const withEditor = !args.includes('--no-editor')
const unknown = args.find(arg => arg.startsWith('-') && arg !== '--no-editor')
const [given] = args.filter(arg => !arg.startsWith('-'))
const folder = path.resolve(given === undefined ? root : (process.env.INIT_CWD ?? '.'), given ?? 'examples')

if (unknown !== undefined) {
  console.error(`There is no option ${unknown}. Use: npm start [-- FOLDER] [--no-editor]`)
  process.exit(2)
}
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`There is no folder ${folder}. Name an existing one: npm start -- FOLDER`)
  process.exit(2)
}
install()
build()

const {status} = spawnSync(process.execPath, [path.join(root, 'dist/cli.mjs'), 'check', '.'], {
  cwd: folder,
  stdio: 'inherit',
})
// 1 means that there are findings, which is what a scan is for.
if (status !== 0 && status !== 1) process.exit(status ?? 2)
if (withEditor) openEditor()

function openEditor() {
  const code = ['--extensionDevelopmentPath=' + root, folder]
  if (onPath('code')) return spawnSync('code', code, {stdio: 'inherit', shell: process.platform === 'win32'})
  run('npm', ['run', '--silent', 'package'], {stdio: ['ignore', 'ignore', 'inherit']})
  run(process.execPath, ['--import', 'tsx', 'scripts/hosted-editor.ts', folder])
}

function onPath(program) {
  const find = process.platform === 'win32' ? 'where' : 'which'
  return spawnSync(find, [program], {stdio: 'ignore'}).status === 0
}
