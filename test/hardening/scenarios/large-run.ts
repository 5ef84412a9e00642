// Ten and a hundred thousand files, checked by the command line.
import {folderOf} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {writeHelpCentre} from '../help-centre.ts'
import {limits, memory, time} from '../limits.ts'
import {say} from '../measured.ts'
import {measuredRun} from '../processes.ts'

for (const count of new Set([cases(10_000, 300), cases(100_000, 300)])) {
  await onCommandLine(count)
  await tidy()
}

async function onCommandLine(count: number): Promise<void> {
  const cwd = folderOf(scene, {})
  writeHelpCentre(cwd, count)
  const {out, first, whole, cpu, peak} = await measuredRun(['check'], cwd)
  const read = Number(/^(\d+) articles? read/m.exec(out)?.[1])
  const skipped = Number(/^(\d+) skipped/m.exec(out)?.[1])
  say({
    input: `${count} files on the command line`,
    toReach: 'all read but those of packages and .gitignore; one skipped',
    reached: `${read} read, ${skipped} skipped`,
    passed: read === count && skipped === 1,
  })
  time(`${count} files on the command line: first findings`, first, limits.first)
  time(`${count} files on the command line: the whole run`, whole, count * limits.perFile, cpu)
  memory(`${count} files on the command line: memory of the process`, peak)
}
