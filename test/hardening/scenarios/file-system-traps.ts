// Folders that hold what is no file, or names that are commands elsewhere.
import {chmodSync, existsSync} from 'node:fs'
import {join} from 'node:path'
import {doubtful, folderOf, nobody} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'
import {measuredRun, type Run} from '../processes.ts'
import {traps} from '../traps.ts'

const cwd = folderOf(scene, {'a.md': doubtful})
chmodSync(cwd, 0o777)

/** The run of several that took least of a core. */
async function checked(): Promise<Run> {
  const runs: Run[] = []
  for (let run = 0; run < cases(4, 2); run++) runs.push(await measuredRun(['check'], cwd, nobody))
  return runs.reduce((least, each) => (each.cpu < least.cpu ? each : least))
}
let before = (await checked()).cpu

const wrong: string[] = []
let slowest = {name: '', ms: 0}
for (const [name, lay] of traps) {
  await lay(cwd)
  const {code, out, cpu} = await checked()
  const ms = (cpu - before) * 1000
  if (ms > slowest.ms) slowest = {name, ms}
  before = cpu
  if (code !== 1 || !/^a\.md$/m.test(out)) wrong.push(`${name}: ended with ${code}, ${out.slice(0, 200)}`)
}
none('a scan with one more of them each time: the file beside them is checked', traps.length, wrong)
say({
  input: 'the slowest of them',
  toReach: '≤ 100 ms of a core more',
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
