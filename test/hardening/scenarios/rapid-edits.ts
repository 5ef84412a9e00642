// A thousand edits in five seconds to a page of 50 KB, then silence: the last text counts, and at once.
import {setTimeout as wait} from 'node:timers/promises'
import {randomFrom} from '../../formats/random.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const client = await startClient(scene, {capabilities: {textDocument: {publishDiagnostics: {versionSupport: true}}}})
const fresh = await startClient(scene)
const paragraph =
  'Open the page and read on. You should be able to see it. Simply click **Save** and go on with the next one.\n\n'
const lines = paragraph.repeat(450)
const random = randomFrom(5)
const rounds = cases(5, 1)
const stale: string[] = []
const idle: number[] = []
for (let round = 0; round < rounds; round++) {
  const name = `${round}.md`
  let text = lines
  client.open(name, text, 0)
  await client.published(name)
  for (let version = 1; version <= 1000; version++) {
    const at = random.below(text.length)
    text =
      text.slice(0, at) + random.pick(['x', '\n\n', 'Simply ', '**', '😀', '<!--']) + text.slice(at + random.below(3))
    client.change(name, text, version)
    if (version % 10 === 0) await wait(40)
  }
  const last = 'The end. Simply stop.\n'
  const start = performance.now()
  client.change(name, last, 2000)
  const {diagnostics} = await client.published(name, ({version}) => version === 2000)
  idle.push(performance.now() - start)
  fresh.open(name, last)
  const {items} = await fresh.pull(name)
  const seen = JSON.stringify(diagnostics.map(({range, code}) => ({range, code})))
  if (seen !== JSON.stringify(items.map(({range, code}) => ({range, code})))) stale.push(`round ${round}: ${seen}`)
}
none('a thousand edits, then one more: what is shown is what a fresh check says', rounds, stale)
const slowest = Math.max(...idle)
say({
  input: 'the answer to the last of them',
  toReach: '≤ 100 ms',
  reached: `${Math.round(slowest)} ms`,
  passed: slowest <= 100,
  timed: true,
})

client.open('twice.md', 'Simply click.\n', 3)
client.open('twice.md', 'Open it.\n', 3)
client.change('twice.md', 'Simply click.\n', 2)
client.change('never.md', 'Simply click.\n', 2)
client.open('zero.md', 'Simply click.\n', 0)
const {diagnostics: zero} = await client.published('zero.md')
await wait(100)
const twice = client.last('twice.md')?.diagnostics.length ?? 0
say({
  input: 'a document opened twice, an older version, a change of one never opened, version 0',
  toReach: 'the newest text counts, the rest is dropped',
  reached: `${twice} of the first, ${zero.length} of version 0`,
  passed: twice === 0 && zero.length === 1 && client.last('never.md') === undefined,
})
await tidy()
