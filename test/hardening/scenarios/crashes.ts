// A server that is killed, or runs out of memory, and one that comes after it.
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none} from '../measured.ts'

const text = 'Simply click **Save**. You should be able to see it.\n'
const rounds = cases(20, 3)
const wrong: string[] = []
let expected = ''
for (let round = 0; round < rounds; round++) {
  const client = await startClient(scene)
  client.open('a.md', text)
  const {items} = await client.pull('a.md')
  const found = JSON.stringify(items.map(({code, range}) => ({code, range})))
  expected ||= found
  if (found !== expected) wrong.push(`round ${round}: ${found}`)
  const pending = client.pull('a.md').catch(() => undefined)
  const gone = new Promise(resolve => client.process.once('exit', resolve))
  client.process.kill('SIGKILL')
  await gone
  await Promise.race([pending, new Promise(resolve => setTimeout(resolve, 100))])
}
none('servers killed in the middle of an answer, each followed by a new one: the same findings', rounds, wrong)
await tidy()
