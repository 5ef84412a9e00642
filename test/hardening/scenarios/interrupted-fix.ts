// `poise check --fix`, killed at any moment, and with no room left on the disk.
import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {folderOf, mended, minimised, poise, program} from '../../cli/poise.ts'
import {randomFrom} from '../../formats/random.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const before = `${minimised}\n\n`.repeat(40)
const after = `${mended}\n\n`.repeat(40)
const names = Array.from({length: 60}, (_, at) => `${at}.md`)
const cwd = folderOf(scene, {})
const lay = (): void => {
  for (const name of names) writeFileSync(join(cwd, name), before)
}

/** How long an undisturbed run takes, so that the kills fall in the middle of it. */
lay()
const start = performance.now()
await poise(['check', '--fix', '--quiet'], {cwd})
const whole = performance.now() - start

const random = randomFrom(3)
const kills = cases(1000, 20)
const lost: string[] = []
let halfway = 0
for (let kill = 0; kill < kills; kill++) {
  lay()
  const child = spawn(process.execPath, [program, 'check', '--fix', '--quiet'], {cwd, stdio: 'ignore'})
  const ended = new Promise(resolve => child.once('close', resolve))
  await new Promise(resolve => setTimeout(resolve, whole * (0.3 + 0.7 * (random.below(1000) / 1000))))
  child.kill('SIGKILL')
  await ended
  const states = names.map(name => readFileSync(join(cwd, name), 'utf8'))
  if (states.includes(before) && states.includes(after)) halfway += 1
  states.forEach((state, at) => {
    if (state !== before && state !== after) lost.push(`kill ${kill}: ${names[at]} has ${state.length} characters`)
  })
}
none('kills in the middle of --fix over sixty files: each is the old one or the new one, whole', kills, lost)
say({input: 'the same', toReach: 'kills that fall between two files', reached: String(halfway), passed: halfway > 0})

const disk = join(cwd, 'disk')
mkdirSync(disk)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk])
if (mounted.status !== 0)
  say({
    input: 'a full disk',
    toReach: 'the file as it was',
    reached: 'not tried: a small disk can only be made by root',
    passed: true,
  })
else {
  scene.after(() => void spawnSync('umount', [disk]))
  const text = `${minimised}\n\n`.repeat(4500)
  writeFileSync(join(disk, 'a.md'), text)
  const {out, err, code} = await poise(['check', '--fix'], {cwd: disk})
  const left = readdirSync(disk)
  const same = readFileSync(join(disk, 'a.md'), 'utf8') === text
  say({
    input: 'a full disk',
    toReach: 'the file as it was, a message, nothing left behind',
    reached: `${same ? 'as it was' : 'changed'}, exit ${code}, ${left.length} file, “${/could not be written[^.]*/.exec(out + err)?.[0] ?? ''}”`,
    passed: same && left.length === 1 && /could not be written/.test(out + err),
  })
}
await tidy()
