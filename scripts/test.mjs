// Runs every test, those in a real VS Code last: npm test. With --quick, all but those: what `npm run check` runs.
import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {build, install, root, run} from './setup.mjs'

const quick = process.argv.includes('--quick')
install()
build()
if (!quick) run('npm', ['run', '--silent', 'package'], {stdio: ['ignore', 'ignore', 'inherit']})

const files = readdirSync(new URL('../test', import.meta.url), {recursive: true})
  .map(name => `test/${name}`.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.test.ts'))
  .sort()
const inEditor = file => file.startsWith('test/editor/')

const passed = [
  test(
    files.filter(file => !inEditor(file)),
    [],
  ),
]
// One VS Code at a time: two of them on a small machine make each other miss their time limits.
if (!quick) passed.push(test(files.filter(inEditor), ['--test-concurrency=1']))
process.exit(passed.every(Boolean) ? 0 : 1)

function test(names, options) {
  // A transpiler's service can outlive its last answer; what counts is that every test has ended.
  const args = ['--import', 'tsx', '--test', '--test-force-exit', ...options, ...names]
  const {status} = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}
