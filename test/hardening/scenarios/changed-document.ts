// Fixes that are asked for, and resolved after the document has moved on: what is given must fit the text as it is then.
import {setTimeout as wait} from 'node:timers/promises'
import {randomFrom} from '../../formats/random.ts'
import {applyWorkspaceEdit, startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const client = await startClient(scene)
const wanted = 'Click Save.'
const filler = 'Open the page. '
const texts = [
  `Simply click Save.\n`,
  `${filler}Simply click Save.\n`,
  `# Title 😀\n\nSimply click Save.\n`,
  `Open the page.\n`,
]

const rounds = cases(1000, 150)
const corrupted: string[] = []
let refused = 0
let fitted = 0
for (let seed = 0; seed < rounds; seed++) {
  const random = randomFrom(seed)
  const name = `${seed}.md`
  const first = random.pick(texts.slice(0, 3))
  client.open(name, first, random.pick([0, 1, 7]))
  const {items} = await client.pull(name)
  const [diagnostic] = items.filter(({code}) => code === 'minimiser')
  if (diagnostic === undefined) {
    corrupted.push(`seed ${seed}: nothing found`)
    continue
  }
  const [action] = await client.actions(name, diagnostic)
  const second = random.pick(texts)
  const moment = random.below(4)
  if (moment === 0) client.change(name, second, 100)
  if (moment === 1) client.close(name)
  const answer = client.connection.sendRequest<{edit?: never}>('codeAction/resolve', action).catch(() => undefined)
  if (moment === 2) client.change(name, second, 100)
  const now = moment === 0 || moment === 2 ? second : first
  const resolved = await answer
  if (resolved?.edit === undefined) refused += 1
  else {
    // A client applies an edit to the text that it has when the answer comes, unless the edit names another version.
    const {documentChanges = []} = resolved.edit as {documentChanges?: {textDocument: {version: number | null}}[]}
    const version = documentChanges[0]?.textDocument.version
    const isOfNow = moment === 2 ? version === 100 : true
    if (isOfNow) {
      fitted += 1
      const after = applyWorkspaceEdit(client.uri(name), now, resolved.edit)
      if (after !== now.replace('Simply click Save.', wanted))
        corrupted.push(`seed ${seed}: ${JSON.stringify(now)} became ${JSON.stringify(after)}`)
    }
  }
  if (moment !== 1) client.close(name)
}
none('fixes resolved after an edit, a close, or in the middle of one', rounds, corrupted)
say({
  input: 'the same',
  toReach: 'those that fit are given, those that do not are refused',
  reached: `${fitted} given, ${refused} refused`,
  passed: fitted > rounds / 8 && refused > rounds / 8,
})
await wait(50)
await tidy()
