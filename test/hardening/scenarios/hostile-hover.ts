// Texts that would be links, commands or pictures where a hover shows them.
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {none, say} from '../measured.ts'

const client = await startClient(scene)
const hostile = [
  '[x](command:workbench.action.terminal.new)',
  '<a href="command:x">x</a>',
  '![x](https://example.invalid/x.png)',
  '<img src="https://example.invalid/x.png">',
  '`x` $' + '{process.exit()}',
  '</script><script>x()</script>',
  '[a]: command:x\n[a]',
  '&lt;img src=x&gt;',
  '$(command)',
]
const wrong: string[] = []
let longest = 0
let shown = 0
for (const [at, text] of hostile.entries()) {
  const phrases = [
    `You should be able to see ${text} now.`,
    `Simply open ${text} at once.`,
    `We can't do ${text}, unfortunately.`,
    `# ${text}\n\nSimply go on.`,
  ]
  for (const [each, phrase] of phrases.entries()) {
    const name = `${at}-${each}.macro.md`
    client.open(name, `---\ntitle: ${JSON.stringify(text)}\n---\n\n${phrase}\n`)
    for (const {range, message} of (await client.pull(name)).items) {
      const hover = await client.connection.sendRequest<{contents: {value: string}} | null>('textDocument/hover', {
        textDocument: {uri: client.uri(name)},
        position: range.start,
      })
      const value = hover?.contents.value ?? ''
      shown += 1
      longest = Math.max(longest, value.length)
      // What could start something must be escaped or be our own.
      const links = [...value.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target = '']) => target)
      if (links.some(target => !target.startsWith('https://github.com/poise-writing/poise/')))
        wrong.push(`${message}: links to ${links.join()}`)
      if (/(?<!\\)<[a-z/!]/i.test(value)) wrong.push(`${message}: has an element`)
      if (/(?<!\\)!\[/.test(value)) wrong.push(`${message}: has a picture`)
    }
  }
}
none('hovers over text that would be a link, an element or a picture', shown, wrong)
say({input: 'the longest of them', toReach: '≤ 2,000 characters', reached: String(longest), passed: longest <= 2000})

client.open('long.macro.md', `You should be able to see ${'the very long name of this page '.repeat(60)} now.\n`)
const [first] = (await client.pull('long.macro.md')).items
const long =
  first &&
  (await client.connection.sendRequest<{contents: {value: string}} | null>('textDocument/hover', {
    textDocument: {uri: client.uri('long.macro.md')},
    position: first.range.start,
  }))
const size = long?.contents.value.length ?? 0
say({
  input: 'a finding of two thousand characters',
  toReach: '≤ 2,000 characters',
  reached: String(size),
  passed: size <= 2000,
})
await tidy()
