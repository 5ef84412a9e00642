// Folders that hold what is no file, or names that are commands elsewhere.
import {chmodSync, existsSync} from 'node:fs'
import {join} from 'node:path'
import {doubtful, type Ended, folderOf, nobody, poise} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {none, say} from '../measured.ts'
import {traps} from '../traps.ts'

const cwd = folderOf(scene, {'a.md': doubtful})
chmodSync(cwd, 0o777)

/** The shortest of several runs, since the machine does other things too. */
async function checked(): Promise<Ended & {readonly took: number}> {
  let least = Number.POSITIVE_INFINITY
  let ended: Ended | undefined
  for (let run = 0; run < 4; run++) {
    const start = performance.now()
    ended = await poise(['check'], {cwd, ...nobody})
    least = Math.min(least, performance.now() - start)
  }
  if (ended === undefined) throw new Error('Nothing was run.')
  return {...ended, took: least}
}
const usual = (await checked()).took

const wrong: string[] = []
let slowest = {name: '', ms: 0}
for (const [name, lay] of traps) {
  await lay(cwd)
  const {code, out, err, took} = await checked()
  if (took - usual > slowest.ms) slowest = {name, ms: took - usual}
  if (code !== 1 || !out.includes('a.md')) wrong.push(`${name}: ended with ${code}, ${err.slice(0, 200)}`)
}
none('a scan with one more of them each time: the file beside them is checked', traps.length, wrong)
say({
  input: 'the slowest of them',
  toReach: '≤ 100 ms more',
  reached: `${Math.round(slowest.ms)} ms, ${slowest.name || 'none'}`,
  passed: slowest.ms <= 100,
  timed: true,
})
say({
  input: 'the commands in names',
  toReach: 'none is run',
  reached: existsSync(join(cwd, 'x')) ? 'one was' : 'none',
  passed: !existsSync(join(cwd, 'x')),
})
chmodSync(join(cwd, 'closed'), 0o700)
await tidy()
