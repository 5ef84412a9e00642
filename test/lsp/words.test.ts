import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {type TestContext, test} from 'node:test'
import type {CodeLens} from 'vscode-languageserver-protocol'
import {makeSay} from '../../server/lsp/words.ts'
import {startClient} from './client.ts'

const words = JSON.parse(readFileSync(new URL('../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8'))
const text = '# Invoices\n\nYou can simply reply. You should be able to see it.\n'
const literals = {codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}}}}

async function shown(
  context: TestContext,
  options: object,
): Promise<{readonly titles: readonly string[]; readonly lens: string}> {
  const client = await startClient(context, {capabilities: {textDocument: literals}, options})
  client.open('a.md', text)
  const {diagnostics} = await client.published('a.md', params => params.diagnostics.length > 1)
  const found = diagnostics.find(({code}) => code === 'minimiser')
  assert.ok(found)
  const actions = await client.actions('a.md', found)
  const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: {uri: client.uri('a.md')},
  })
  return {titles: actions.map(({title}) => title), lens: lens?.command?.title ?? ''}
}

test('a server that is started with German words answers in German, and leaves what is English text', async context => {
  const german = await shown(context, {words})
  assert.ok(german.titles.includes('„minimiser“ hier ignorieren'), german.titles.join('\n'))
  assert.ok(german.titles.includes('„minimiser“ in dieser Datei ignorieren'))
  assert.match(german.lens, /^Risiko \d+ von 100: .* · 2 Befunde/)
  const english = await shown(context, {})
  assert.ok(english.titles.includes('Ignore “minimiser” here'), english.titles.join('\n'))
  assert.match(english.lens, /^Risk \d+ of 100: .* · 2 findings/)
  // The rewrites are English in both.
  assert.equal(german.titles[0], english.titles[0])
})

test('words that make no sense are passed over', async context => {
  for (const odd of [null, 'de', [], {'Ignore “{0}” here': 7}]) {
    const {titles} = await shown(context, {words: odd})
    assert.ok(titles.includes('Ignore “minimiser” here'), JSON.stringify(odd))
  }
})

test('a text that holds a placeholder or the name of a property is said as it is', () => {
  const t = makeSay({'Change to “{0}”': 'Ändern in „{0}“'})
  assert.equal(t('Change to “{0}”', '{0} $& {1}'), 'Ändern in „{0} $& {1}“')
  assert.equal(t('toString'), 'toString')
  assert.equal(t('{0} of {1}', 1), '1 of {1}')
})
