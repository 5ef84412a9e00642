// XML whose entities grow, or lead to other files and servers.

import fs from 'node:fs'
import {createServer} from 'node:http'
import {syncBuiltinESMExports} from 'node:module'
import {say, within} from '../measured.ts'
import {checkedAs, warmUp} from '../texts.ts'

const reply = 'Simply open your settings, and thanks for your patience.'
const quicktext = (body: string, dtd = '', attributes = ''): string =>
  `<?xml version="1.0"?>\n${dtd}<quicktext ${attributes}><menu><texts><text type="0"><name>A</name><body>${body}</body></text></texts></menu></quicktext>`
const entities = [
  '<!ENTITY e0 "lol">',
  ...Array.from({length: 9}, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`),
].join('')

let visits = 0
const server = createServer((_, response) => {
  visits += 1
  response.end()
}).listen(0, '127.0.0.1')
await new Promise(resolve => server.once('listening', resolve))
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const files: readonly (readonly [name: string, text: string])[] = [
  ['a billion laughs', quicktext(`${reply} &e9;`, `<!DOCTYPE q [${entities}]>`)],
  [
    'one long entity, often',
    quicktext(`${reply} ${'&a;'.repeat(20_000)}`, `<!DOCTYPE q [<!ENTITY a "${'a'.repeat(20_000)}">]>`),
  ],
  ['an entity that is a file', quicktext(`${reply} &x;`, '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ['a definition on a server', quicktext(reply, `<!DOCTYPE q SYSTEM "http://127.0.0.1:${port}/q.dtd">`)],
  [
    'an inclusion',
    quicktext(
      `${reply}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>`,
    ),
  ],
  ['20,000 attributes', quicktext(reply, '', Array.from({length: 20_000}, (_, at) => `a${at}="b"`).join(' '))],
]

warmUp()
// What reads attributes is warm in a server that runs.
for (const [, text] of files.slice(-1)) checkedAs('quicktext.xml', text)
let opened = 0
const {openSync, readFileSync} = fs
fs.openSync = (...args) => {
  opened += 1
  return openSync(...args)
}
fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
  opened += 1
  return readFileSync(...args)
}) as typeof readFileSync
syncBuiltinESMExports()
for (const [name, text] of files)
  await within(
    name,
    50,
    () => checkedAs('quicktext.xml', text),
    ({documents}) => ({seen: `${documents} reply`, good: documents === (name === 'an inclusion' ? 0 : 1)}),
  )
await new Promise(resolve => setTimeout(resolve, 200))
say({
  input: 'all of them',
  toReach: '0 files opened, 0 visits to a server',
  reached: `${opened} and ${visits}`,
  passed: opened === 0 && visits === 0,
})
server.close()
