// A page of 100 MB and one of 10 GB in a folder that the command line checks: they are named as too large, and never read.
import {truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {doubtful, folderOf} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {say} from '../measured.ts'
import {measuredRun, type Run} from '../processes.ts'

const cwd = folderOf(scene, {'a.md': doubtful})
/** The least of several runs, since the machine does other things too. */
async function least(): Promise<Run> {
  const runs: Run[] = []
  for (let run = 0; run < 5; run++) runs.push(await measuredRun(['check'], cwd))
  const of = (what: (run: Run) => number) => Math.min(...runs.map(what))
  return {...(runs[0] as Run), whole: of(({whole}) => whole), cpu: of(({cpu}) => cpu), peak: of(({peak}) => peak)}
}
const usual = await least()

for (const megabytes of [100, 10_000]) {
  for (const name of ['huge.md', 'huge.macro.md', 'macros.json']) {
    writeFileSync(join(cwd, name), '')
    truncateSync(join(cwd, name), megabytes * 1_000_000)
  }
  const run = await least()
  say({
    input: `three files of ${megabytes} MB beside an article`,
    toReach: 'the article is checked',
    reached: `exit ${run.code}, ${/^\d+ articles? read.*$/m.exec(run.out)?.[0] ?? 'nothing read'}`,
    passed: run.code === 1 && /1 article read/.test(run.out),
  })
  say({
    input: `the same: beside a run without them`,
    toReach: '≤ 50 ms of a core more',
    reached: `${Math.round((run.cpu - usual.cpu) * 1000)} ms, ${Math.round(run.whole - usual.whole)} ms by the clock`,
    passed: run.cpu - usual.cpu <= 0.05,
    timed: true,
  })
  say({
    input: `the same: memory beside a run without them`,
    toReach: '≤ 20 MB more',
    reached: `${(run.peak - usual.peak).toFixed(1)} MB`,
    passed: run.peak - usual.peak <= 20,
  })
}
await tidy()
