// Ten and a hundred thousand files, checked by the command line.
import {spawn} from 'node:child_process'
import {folderOf, program} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {writeHelpCentre} from '../help-centre.ts'
import {limits, memory, time} from '../limits.ts'
import {say} from '../measured.ts'
import {usageOf} from '../processes.ts'

for (const count of new Set([cases(10_000, 300), cases(100_000, 300)])) {
  await onCommandLine(count)
  await tidy()
}

async function onCommandLine(count: number): Promise<void> {
  const cwd = folderOf(scene, {})
  writeHelpCentre(cwd, count)
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'check'], {cwd, stdio: ['ignore', 'pipe', 'ignore']})
  let first = Number.POSITIVE_INFINITY
  let last = ''
  let [cpu, peak] = [0, 0]
  child.stdout.on('data', chunk => {
    first = Math.min(first, performance.now() - start)
    last = (last + chunk).slice(-1000)
  })
  const watch = setInterval(() => {
    const used = usageOf(child.pid)
    if (used !== undefined) ({cpu, peak} = used)
  }, 100)
  await new Promise(resolve => child.once('close', resolve))
  clearInterval(watch)
  const whole = performance.now() - start
  const read = Number(/^(\d+) articles? read/m.exec(last)?.[1])
  const skipped = Number(/^(\d+) skipped/m.exec(last)?.[1])
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
