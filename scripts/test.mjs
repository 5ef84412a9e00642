// Runs every test, those in a real VS Code last: npm test. With --quick, all but those: what `npm run check` runs.
// With --no-network, as on a machine that has none, and fails where anything tries to connect. What tests install has to be there:
// npm test sees to it. Names of files run those alone.
import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {withoutNetwork} from './no-network.mjs'
import {build, install, root, run} from './setup.mjs'

const quick = process.argv.includes('--quick')
const wanted = process.argv.slice(2).filter(arg => !arg.startsWith('-'))
const network = process.argv.includes('--no-network') ? withoutNetwork() : undefined
if (network?.isCut === false)
  console.log('This system gives a program no network of its own, so Node alone refuses connections here.')
install()
build()
if (!quick) run('npm', ['run', '--silent', 'package'], {stdio: ['ignore', 'ignore', 'inherit']})

const files = readdirSync(new URL('../test', import.meta.url), {recursive: true})
  .map(name => `test/${name}`.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.test.ts') && (wanted.length === 0 || wanted.some(each => name.startsWith(each))))
  .sort()
if (files.length === 0) {
  console.error(`No test is in ${wanted.join(' or ')}. Name a file or a folder: npm test -- test/cli`)
  process.exit(2)
}
const inEditor = file => file.startsWith('test/editor/')

const passed = [
  test(
    files.filter(file => !inEditor(file)),
    [],
  ),
]
// One VS Code at a time: two of them on a small machine make each other miss their time limits.
if (!quick) passed.push(test(files.filter(inEditor), ['--test-concurrency=1']))
if (network) {
  const tried = network.tried()
  console.log([`${tried.length} connections tried.`, ...tried].join('\n'))
  passed.push(tried.length === 0)
}
process.exit(passed.every(Boolean) ? 0 : 1)

function test(names, options) {
  if (names.length === 0) return true
  // A transpiler's service can outlive its last answer; what counts is that every test has ended.
  const args = ['--import', 'tsx', '--test', '--test-force-exit', ...options, ...names]
  const [program, ...rest] = network ? network.command(process.execPath, args) : [process.execPath, ...args]
  const {status} = spawnSync(program, rest, {cwd: root, stdio: 'inherit', env: network?.env ?? process.env})
  return status === 0
}
