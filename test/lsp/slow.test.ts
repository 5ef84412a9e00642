import assert from 'node:assert/strict'
import {test} from 'node:test'
import {makeSlowLog} from '../../server/lsp/slow.ts'
import {startClient} from './client.ts'

function logged() {
  const lines: string[] = []
  let time = 0
  const connection = {console: {info: (line: string) => void lines.push(line)}}
  return {lines, pass: (ms: number) => (time += ms), log: makeSlowLog(connection, () => time)}
}

test('a slow check is one line with path, size, time and what took most of it, and a fast one is none', async () => {
  const {lines, log, pass} = logged()
  log.check('/w/a.md', 5000, {reading: 20, checking: 79})
  log.check('/w/a.md', 200_400, {reading: 20, checking: 130})
  await log.request('textDocument/hover', '/w/a.md', async () => pass(99))
  await log.request('textDocument/hover', '/w/a.md', async () => pass(100))
  await log.request('textDocument/hover', '/w/b.md', async () => {
    pass(200)
    log.check('/w/b.md', 900, {reading: 150, checking: 50})
  })
  assert.deepEqual(lines, [
    'Slow: checking /w/a.md (200 thousand characters) took 150 ms, of which the rules 130 ms.',
    'Slow: textDocument/hover of /w/a.md took 100 ms.',
    'Slow: checking /w/b.md (900 characters) took 200 ms, of which reading it 150 ms.',
  ])
})

test('no text of an article gets into the log, however slow its check', async context => {
  const client = await startClient(context)
  const paragraph = 'You should be able to see the zanzibar invoice now. It is just a click away.\n\n'
  const text = paragraph.repeat(12_000)
  client.open('large.md', text)
  await client.pull('large.md')
  client.change('large.md', `${text}More.\n`, 2)
  await client.pull('large.md')
  assert.doesNotMatch(client.logs.join('\n'), /zanzibar|invoice|click away/)
  for (const line of client.logs.filter(each => each.startsWith('Slow: checking')))
    assert.match(
      line,
      /^Slow: checking \S+large\.md \(\d+ thousand characters\) took \d+ ms, of which (?:reading it|the rules) \d+ ms\.$/,
    )
})
