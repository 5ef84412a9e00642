import assert from 'node:assert/strict'
import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {bundle, calm, doubtful, folderOf, mended, minimised, nobody, poise, program, temporaries} from './poise.ts'

const posix = {skip: process.platform === 'win32'}
const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8')

test('--fix applies what is safe, and leaves every other byte', async context => {
  const before = `\uFEFF# A\r\n\r\n${minimised}\r\n\r\n${doubtful}\t\n\n${minimised}`
  const cwd = folderOf(context, {'a.md': before, 'b.md': calm})
  chmodSync(join(cwd, 'a.md'), 0o640)
  const untouched = statSync(join(cwd, 'b.md')).mtimeMs
  const {code, out} = await poise(['check', '--fix'], {cwd})
  assert.equal(code, 1)
  assert.match(out, /Applied 2 safe suggestions in 1 file\./)
  assert.doesNotMatch(out, /makes light/)
  assert.equal(read(cwd, 'a.md'), before.replaceAll(minimised, mended))
  assert.equal(statSync(join(cwd, 'a.md')).mode & 0o777, process.platform === 'win32' ? 0o666 : 0o640)
  assert.equal(statSync(join(cwd, 'b.md')).mtimeMs, untouched)
  assert.deepEqual(readdirSync(cwd).toSorted(), ['a.md', 'b.md'])
})

test('--fix-dry-run prints a patch and writes nothing', async context => {
  const text = `One.\n\n${minimised}\n\nTwo.\n\nThree.\n\nFour.\n\n${minimised}`
  const cwd = folderOf(context, {'docs/a.md': text})
  const {code, out, err} = await poise(['check', '--fix-dry-run'], {cwd})
  assert.equal(code, 1)
  assert.equal(
    out,
    [
      '--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,6 +1,6 @@\n One.\n \n',
      `-${minimised}\n+${mended}\n \n Two.\n \n`,
      `@@ -8,4 +8,4 @@\n \n Four.\n \n-${minimised}\n\\ No newline at end of file\n+${mended}\n\\ No newline at end of file\n`,
    ].join(''),
  )
  assert.match(err, /1 article read/)
  assert.equal(read(cwd, 'docs/a.md'), text)
})

test('a link’s target is written, and stays a link', posix, async context => {
  const cwd = folderOf(context, {'real/a.md': minimised})
  symlinkSync(join('real', 'a.md'), join(cwd, 'b.md'))
  assert.equal((await poise(['check', '--fix', 'b.md'], {cwd})).code, 0)
  assert.equal(read(cwd, 'real/a.md'), mended)
  assert.ok(
    readdirSync(cwd, {withFileTypes: true})
      .find(entry => entry.name === 'b.md')
      ?.isSymbolicLink(),
  )
})

test('a read-only file and one with a second name are left as they are, with the remedy', posix, async context => {
  const cwd = folderOf(context, {'a.md': minimised, 'b.md': minimised})
  chmodSync(join(cwd, 'a.md'), 0o444)
  linkSync(join(cwd, 'b.md'), join(cwd, 'b.copy'))
  const {code, out} = await poise(['check', '--fix'], {cwd})
  assert.equal(code, 2)
  assert.match(out, /a\.md\n.*read-only.*permission/)
  assert.match(out, /b\.md\n.*second name/)
  assert.deepEqual([read(cwd, 'a.md'), read(cwd, 'b.md')], [minimised, minimised])
  assert.deepEqual(temporaries(cwd), [])
})

test('a file that somebody saves meanwhile stays as they saved it', async context => {
  const cwd = folderOf(context, {'a.md': `${minimised}\n`})
  const env = {
    NODE_OPTIONS: `--require ${JSON.stringify(join(import.meta.dirname, 'saved-meanwhile.cjs'))}`,
    SAVED_MEANWHILE: join(cwd, 'a.md'),
  }
  const {code, out} = await poise(['check', '--fix'], {cwd, env})
  assert.equal(code, 2)
  assert.match(out, /a\.md\n.*changed while Poise was at work.*Run Poise again/)
  assert.equal(read(cwd, 'a.md'), `${minimised}\nA line of somebody else.\n`)
  assert.deepEqual(temporaries(cwd), [])
})

test('a folder that may not be written leaves its files whole', posix, async context => {
  const cwd = folderOf(context, {'docs/a.md': minimised})
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'docs/a.md'), 0o666)
  chmodSync(join(cwd, 'docs'), 0o555)
  const {code, out} = await poise(['check', '--fix'], {cwd, ...nobody})
  chmodSync(join(cwd, 'docs'), 0o755)
  assert.equal(code, 2)
  assert.match(out, /could not be written/)
})

test('an interrupt leaves every file whole and no temporary file', posix, async context => {
  const before = `${minimised}\n\n${calm}\n`.repeat(200)
  const after = before.replaceAll(minimised, mended)
  const names = Array.from({length: 200}, (_, index) => `${index}.md`)
  const cwd = folderOf(context, Object.fromEntries(names.map(name => [name, before])))
  const child = spawn(process.execPath, [program, 'check', '--fix'], {cwd, stdio: ['ignore', 'pipe', 'pipe']})
  let note = ''
  child.stderr.on('data', chunk => {
    note += chunk
  })
  child.stdout.resume()
  const watch = setInterval(() => {
    if (read(cwd, '0.md') !== after) return
    clearInterval(watch)
    child.kill('SIGINT')
  }, 5)
  const code = await new Promise(resolve => child.on('close', resolve))
  assert.equal(code, 130)
  assert.match(note, /Stopped/)
  const states = names.map(name => read(cwd, name))
  assert.ok(states.every(state => state === before || state === after))
  assert.ok(states.includes(before) && states.includes(after))
  assert.deepEqual(temporaries(cwd), [])
})

test('a kill at any moment leaves the old file or the new one, whole', posix, async context => {
  const states = [`${minimised}\n\n`.repeat(20_000), `${mended}\n\n`.repeat(20_000)]
  const cwd = folderOf(context, {'a.md': states[0] ?? ''})
  const writer = bundle('test/cli/replace-forever.ts')
  for (let kill = 0; kill < 20; kill++) {
    const child = spawn(process.execPath, [writer, join(cwd, 'a.md'), minimised, mended], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise(resolve => child.stdout.once('data', resolve))
    await new Promise(resolve => setTimeout(resolve, Math.random() * 30))
    child.kill('SIGKILL')
    await new Promise(resolve => child.on('close', resolve))
    assert.ok(states.includes(read(cwd, 'a.md')), `kill ${kill}`)
  }
  assert.match((await poise(['check'], {cwd})).out, /1 article read/)
})

test(
  'what a killed run left behind goes with the next write, and what another run writes stays',
  posix,
  async context => {
    const {pid: dead} = spawnSync(process.execPath, ['--version'])
    const temporary = (pid: number, sign: string) => `.poise-${pid}-${sign.repeat(12)}.tmp`
    const [left, own, old] = [temporary(dead, 'a'), temporary(process.pid, 'b'), temporary(process.pid, 'c')]
    const strange = '.poise-notes.tmp'
    const cwd = folderOf(context, {'a.md': minimised, [left]: 'x', [own]: 'x', [old]: 'x', [strange]: 'x'})
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    utimesSync(join(cwd, old), longAgo, longAgo)
    assert.match((await poise(['check'], {cwd})).out, /1 article read/)
    assert.equal(temporaries(cwd).length, 4)
    assert.equal((await poise(['check', '--fix'], {cwd})).code, 0)
    assert.deepEqual(temporaries(cwd).toSorted(), [own, strange].toSorted())
  },
)

test('a reader that leaves early ends the run quietly', posix, async context => {
  const cwd = folderOf(
    context,
    Object.fromEntries(Array.from({length: 300}, (_, index) => [`${index}.md`, `${doubtful}\n\n`.repeat(30)])),
  )
  const child = spawn(process.execPath, [program, 'check'], {cwd, stdio: ['ignore', 'pipe', 'pipe']})
  let err = ''
  child.stderr.on('data', chunk => {
    err += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const [code, signal] = await new Promise<readonly unknown[]>(resolve =>
    child.on('close', (...ended) => resolve(ended)),
  )
  assert.equal(signal, null)
  assert.equal(code, 1)
  assert.equal(err, '')
})
