// A rule that throws at some words, and one whose fault brings down the check: the rest is shown, and all is once the words are gone.
import {bundleServer, neovim, startClient, vscode} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const server = bundleServer('failing-rule.ts')
const rest = 'You should be able to see it.\n\nYou can simply reply.\n\n'
const all = 'outcome-should, minimiser'
const sound = `${rest}You can simply ask.\n`
const faulty = `${rest}You can simply ask kaboom.\n`
const fatal = `${rest}You can simply ask meltdown.\n`
const codes = (items: readonly {readonly code?: unknown}[]): string => items.map(({code}) => code).join(', ')

const pulling = await startClient(scene, {server, capabilities: vscode})
pulling.open('a.md', sound)
const rounds = cases(50, 5)
const wrong: string[] = []
let requests = 0
let version = 1
async function see(text: string, expected: string): Promise<void> {
  pulling.change('a.md', text, ++version)
  requests += 1
  const seen = await pulling.pull('a.md').then(
    ({items}) => codes(items),
    error => `rejected: ${error.message}`,
  )
  if (seen !== expected) wrong.push(`${seen} instead of ${expected}`)
}
for (let round = 0; round < rounds; round++) {
  await see(sound, `${all}, minimiser`)
  await see(faulty, `${all}, rule-failed`)
  await see(`${faulty}More.\n`, `${all}, rule-failed`)
  await see(sound, `${all}, minimiser`)
  await see(fatal, '')
}
await see(sound, `${all}, minimiser`)
none(
  'a rule that throws at a word, and a fault in the check: what is shown with the word and without it',
  requests,
  wrong,
)
const lines = pulling.logs.filter(line => line.includes('“minimiser” failed'))
say({
  input: 'the log of that',
  toReach: 'one line each time that the word comes in, no text',
  reached: `${lines.length} lines for ${rounds} times`,
  passed: lines.length === rounds && !/Zanzibar|kaboom|meltdown/.test(pulling.logs.join('\n')),
})

const textDocument = {uri: pulling.uri('a.md')}
const range = {start: {line: 0, character: 0}, end: {line: 4, character: 20}}
const asked: readonly (readonly [string, object])[] = [
  ['textDocument/hover', {textDocument, position: range.start}],
  ['textDocument/codeAction', {textDocument, range, context: {diagnostics: []}}],
  ['textDocument/codeLens', {textDocument}],
  ['textDocument/completion', {textDocument, position: range.start}],
  ['textDocument/documentSymbol', {textDocument}],
  ['textDocument/foldingRange', {textDocument}],
  ['workspace/executeCommand', {command: 'poise.server.scanWorkspace'}],
]
const rejected: string[] = []
for (const text of [faulty, fatal]) {
  pulling.write('b.md', text)
  pulling.change('a.md', text, ++version)
  for (const [method, params] of asked)
    await pulling.connection.sendRequest(method, params).catch(error => rejected.push(`${method}: ${error.message}`))
}
none('every other request while the word is there: none is rejected', asked.length * 2, rejected)

const pushed = await startClient(scene, {server, capabilities: neovim})
pushed.open('a.md', fatal)
pushed.change('a.md', faulty, 2)
const {diagnostics: partly} = await pushed.published('a.md', ({diagnostics}) => diagnostics.length === 3)
pushed.change('a.md', fatal, 3)
await pushed.published('a.md', ({diagnostics}) => diagnostics.length === 0)
pushed.change('a.md', sound, 4)
const {diagnostics: wholly} = await pushed.published(
  'a.md',
  ({diagnostics}) => codes(diagnostics) === `${all}, minimiser`,
)
say({
  input: 'the same for a client that is pushed to',
  toReach: 'the rest is shown, then all',
  reached: `${codes(partly)}; then ${codes(wholly)}`,
  passed: codes(partly) === `${all}, rule-failed`,
})
await tidy()
