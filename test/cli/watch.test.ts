import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type TestContext, test} from 'node:test'
import {doubtful, folderOf, minimised, poise, program} from './poise.ts'

const calm = 'Invoices list what was paid.'

interface Watching {
  readonly child: ChildProcess
  /** All that was printed since the last time this was asked, once `pattern` is in it. */
  readonly until: (pattern: RegExp) => Promise<string>
  readonly ended: Promise<number | null>
}

const patience = 20_000

/** The real command line, which watches; it is ended after the test. */
function watching(context: TestContext, cwd: string, ...args: readonly string[]): Watching {
  const child = spawn(process.execPath, [program, 'check', '--watch', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  context.after(() => child.kill('SIGKILL'))
  let said = ''
  let look = () => {}
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
      look()
    })
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No ${pattern} in:\n${said}`)), patience)
      look = () => {
        if (!pattern.test(said)) return
        clearTimeout(timer)
        const all = said
        said = ''
        resolve(all)
      }
      look()
    })
  return {child, until, ended: new Promise(resolve => child.on('close', resolve))}
}

const waiting = /Waiting for changes\. Ctrl\+C ends\.\n/

test('a file that is saved is checked again and alone, however an editor saves it', async context => {
  const cwd = folderOf(context, {'docs/a.md': doubtful, 'docs/b.md': minimised})
  const {until} = watching(context, cwd)
  const first = await until(waiting)
  assert.match(first, /docs\/a\.md[\s\S]*docs\/b\.md[\s\S]*2 articles read/)

  writeFileSync(join(cwd, 'docs/a.md'), `${calm}\n\nJust open it.\n`)
  const second = await until(/\d articles read: .*\n/)
  assert.match(second, /^── docs\/a\.md ──\ndocs\/a\.md\n {2}3:1 {2}suggestion/)
  assert.doesNotMatch(second, /docs\/b\.md|outcome-should/)
  assert.match(second, /2 articles read: 2 suggestions in 2 of them\./)

  writeFileSync(join(cwd, 'docs/a.md~'), doubtful)
  renameSync(join(cwd, 'docs/a.md~'), join(cwd, 'docs/a.md'))
  assert.match(await until(/\d articles read: .*\n/), /^── docs\/a\.md ──\ndocs\/a\.md\n {2}1:1 {2}warning/)

  // Now that it is another file under the name, it is still seen.
  writeFileSync(join(cwd, 'docs/a.md'), calm)
  assert.match(
    await until(/\d articles read: .*\n/),
    /^── docs\/a\.md ──\ndocs\/a\.md: nothing to change\.\n2 articles/,
  )

  unlinkSync(join(cwd, 'docs/b.md'))
  assert.match(await until(/article read: .*\n/), /^── docs\/b\.md ──\ndocs\/b\.md is gone\.\n1 article read/)
})

test('folders that come, go and come again are seen', async context => {
  const cwd = folderOf(context, {'docs/a.md': calm})
  const {until} = watching(context, cwd, '.')
  await until(waiting)
  for (const text of [minimised, doubtful]) {
    mkdirSync(join(cwd, 'docs/new/below'), {recursive: true})
    writeFileSync(join(cwd, 'docs/new/below/b.md'), text)
    assert.match(await until(/2 articles read: .*\n/), /\ndocs\/new\/below\/b\.md\n {2}1:1/)
    writeFileSync(join(cwd, 'docs/new/below/b.md'), calm)
    await until(/docs\/new\/below\/b\.md: nothing to change\.\n2 articles read: .*\n/)
    rmSync(join(cwd, 'docs/new'), {recursive: true})
    await until(/1 article read: .*\n/)
  }
})

test('a change of the configuration or the baseline is seen, above the watched folder too', async context => {
  const cwd = folderOf(context, {'docs/a.md': minimised})
  const {until} = watching(context, cwd, 'docs')
  await until(waiting)
  writeFileSync(join(cwd, '.poise.json'), '{"rules": {"minimiser": "warning"}}')
  assert.match(await until(/1 article read: .*\n/), /^── docs\/a\.md ──\ndocs\/a\.md\n {2}1:1 {2}warning/)
  writeFileSync(join(cwd, '.poise.json'), '{"rules": {"minimiser": "off"}}')
  assert.match(await until(/1 article read: .*\n/), /docs\/a\.md: nothing to change\./)
  writeFileSync(join(cwd, '.poise.json'), '{"rules": {}}')
  await until(/1 article read: 1 suggestion.*\n/)
  await poise(['baseline', 'docs'], {cwd})
  assert.match(await until(/1 article read: .*\n/), /docs\/a\.md: nothing to change\./)
})

test('an interrupt ends it with 0 at once', async context => {
  const cwd = folderOf(context, {'a.md': minimised})
  const {child, until, ended} = watching(context, cwd)
  await until(waiting)
  const since = Date.now()
  child.kill('SIGINT')
  assert.equal(await ended, 0)
  assert.ok(Date.now() - since < 5000)
})

test('a folder that does not exist, or a flag that does not go with it, is named', async context => {
  const cwd = folderOf(context, {'a.md': minimised})
  const {ended, until} = watching(context, cwd, 'none')
  await until(/There is no file or folder “none”/)
  assert.equal(await ended, 2)
  for (const flag of ['--fix', '--staged', '--stdin', '--cache']) {
    const {code, err} = await poise(['check', '--watch', flag], {cwd})
    assert.equal(code, 2)
    assert.match(err, new RegExp(`Leave out ${flag}\\.`))
  }
  const {code, err} = await poise(['check', '--watch', '--format', 'json'], {cwd})
  assert.deepEqual([code, err], [2, '--watch reports as text. Leave out --format json.\n'])
})
