import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Hover, MarkupContent} from 'vscode-languageserver-protocol'
import {eglot, startClient} from './client.ts'

const hoverAt = (client: Awaited<ReturnType<typeof startClient>>, name: string, line: number, character: number) =>
  client.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: {uri: client.uri(name)},
    position: {line, character},
  })

function contentsOf(hover: Hover | null): MarkupContent {
  assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents)
  return hover.contents
}

test('a finding explains itself: what, why, an example, the principle and the page', async context => {
  const client = await startClient(context)
  client.open('a.md', 'You should be able to see the invoice now.\n')
  const {items} = await client.pull('a.md')
  const start = items[0]?.range.start ?? {line: 0, character: 0}
  const {kind, value} = contentsOf(await hoverAt(client, 'a.md', start.line, start.character + 1))
  assert.equal(kind, 'markdown')
  assert.match(value, /\[outcome\\-should\]\(https:/)
  assert.match(value, /→ /)
  assert.ok(value.length <= 2048)
  assert.equal(await hoverAt(client, 'a.md', 0, 41), null)
})

test('a client that shows plain text gets plain text', async context => {
  const client = await startClient(context, {capabilities: eglot, settings: null})
  client.open('a.md', 'Just click **Save**.\n')
  const {diagnostics} = await client.published('a.md', each => each.diagnostics.length > 0)
  const start = diagnostics[0]?.range.start ?? {line: 0, character: 0}
  const {kind, value} = contentsOf(await hoverAt(client, 'a.md', start.line, start.character))
  assert.equal(kind, 'plaintext')
  assert.doesNotMatch(value, /\\|\]\(/)
})

test('nothing of the text comes alive in a hover', async context => {
  const client = await startClient(context)
  const text =
    'You should [be](command:evil) able to <img src=x onerror=y> see `it` now.\n\nIt should &lt;b&gt;work&lt;/b&gt; www.evil.example now.\n'
  client.open('a.md', text)
  for (const {range} of (await client.pull('a.md')).items) {
    const {value} = contentsOf(await hoverAt(client, 'a.md', range.start.line, range.start.character))
    const links = [...value.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(match => match[1] ?? '')
    for (const link of links) assert.match(link, /^https:\/\/github\.com\/poise-writing\//)
    assert.doesNotMatch(value, /(?<!\\)<|www\.evil/)
  }
})
