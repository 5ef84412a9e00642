// Files over the size at which Poise stops reading, and one long line.
import {mkdtempSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {nodeFileSystem} from '../../../server/node/file-system.ts'
import {defaultConfig, maxSizeOf} from '../../../server/workspace/config.ts'
import {say, within} from '../measured.ts'
import {checkedAs, growthOf, warmUp} from '../texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'poise-big-'))
const file = join(folder, 'a.md')
const limit = maxSizeOf(defaultConfig, file)
for (const megabytes of [10, 100, 10_000]) {
  writeFileSync(file, '')
  truncateSync(file, megabytes * 1_000_000)
  const grown = await growthOf(() =>
    within(
      `a page of ${megabytes} MB`,
      50,
      () => nodeFileSystem.readFile(file, limit),
      ({failure}) => ({
        seen: `${failure}`,
        good: failure === 'too-large',
      }),
    ),
  )
  say({
    input: `a page of ${megabytes} MB`,
    toReach: 'memory +≤ 20 MB',
    reached: `+${grown.toFixed(1)} MB`,
    passed: grown <= 20,
  })
}
rmSync(folder, {recursive: true})

warmUp()
const line = 'Select Save and go on with the next one of these things, '
for (const size of [1_000_000, 10_000_000]) {
  const text = line.repeat(Math.ceil(size / line.length)).slice(0, size)
  await within(
    `one line of ${size / 1e6} MB in an open editor`,
    size / 1000,
    () => checkedAs('a.md', text),
    ({failed}) => ({seen: '', good: !failed}),
  )
}
