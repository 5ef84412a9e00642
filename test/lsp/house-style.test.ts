import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type TestContext, test} from 'node:test'
import type {ApplyWorkspaceEditParams, CodeAction, Range} from 'vscode-languageserver-protocol'
import {applyWorkspaceEdit, type Client, neovim, type Start, startClient} from './client.ts'

const configuration = '{\n  // ours\n  "phrases": ["words.yaml"], // all\n}\n'
const style = '- find: ~utilise\n  say: ~use\n  why: Plain *words*.\n  bad: We utilise it.\n  good: We <b>use</b> it.\n'
const article = 'We utilise cookies.\n\nPlease reach out to **our team** any time.\n\n# Reach out\n'

function start(context: TestContext, more: Start = {}): Promise<Client> {
  return startClient(context, {
    files: {'.poise.json': configuration, 'words.yaml': style},
    options: {openRule: true, addToHouseStyle: true},
    ...more,
  })
}

function rangeOf(text: string, words: string): Range {
  const from = text.indexOf(words)
  assert.ok(from >= 0, words)
  const place = (offset: number) => {
    const lines = text.slice(0, offset).split('\n')
    return {line: lines.length - 1, character: lines.at(-1)?.length ?? 0}
  }
  return {start: place(from), end: place(from + words.length)}
}

async function actionsOn(client: Client, words: string): Promise<readonly CodeAction[]> {
  const actions = await client.actions('a.md', {range: rangeOf(article, words), message: ''})
  return actions.filter(({title}) => /house style/.test(title))
}

const codes = async (client: Client) => (await client.pull('a.md')).items.map(({code}) => code)

test('a house rule is shown with its words, without a page, and with its rewrite', async context => {
  const client = await start(context)
  client.open('a.md', article)
  const [diagnostic] = (await client.pull('a.md')).items
  assert.ok(diagnostic)
  assert.equal(diagnostic.code, 'house/utilise')
  assert.equal(diagnostic.codeDescription, undefined)
  const titles = (await client.actions('a.md', diagnostic)).map(({title}) => title)
  assert.ok(titles.includes('Change to “use”'), titles.join())
  assert.ok(titles.includes('Turn off “house/utilise” in this workspace'), titles.join())
  assert.ok(!titles.some(title => /page/.test(title)), titles.join())
  const hover: {contents: {value: string}} = await client.connection.sendRequest('textDocument/hover', {
    textDocument: {uri: client.uri('a.md')},
    position: diagnostic.range.start,
  })
  assert.match(hover.contents.value, /Plain \\\*words\\\*/)
  assert.match(hover.contents.value, /~~We utilise it\\\.~~ {2}\n→ We \\<b\\>use/)
  assert.doesNotMatch(hover.contents.value, /https:/)
})

test('a style file counts as it stands in the editor, and shows what is wrong with it, by its line', async context => {
  const client = await start(context)
  client.open('a.md', article)
  assert.deepEqual(await codes(client), ['house/utilise'])
  client.open('words.yaml', style)
  client.change('words.yaml', '- find: please\n  sya: x\n', 2)
  const wrong = (await client.pull('words.yaml')).items
  assert.deepEqual(
    wrong.map(({code, range}) => [code, range.start.line]),
    [['phrase-unknown-key', 1]],
  )
  await until(async () => (await codes(client)).join() === 'house/please')
  client.change('words.yaml', style, 3)
  await until(async () => (await codes(client)).join() === 'house/utilise')
  assert.deepEqual((await client.pull('words.yaml')).items, [])
})

test('a style file of any name that changes on the disk is read again, and its mistakes are pushed and taken back', async context => {
  const client = await start(context)
  client.open('a.md', article)
  assert.deepEqual(await codes(client), ['house/utilise'])
  const changed = async (text: string) => {
    writeFileSync(join(client.folder, 'words.yaml'), text)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: client.uri('words.yaml'), type: 2}],
    })
  }
  await changed('- find: please\n- fnd: x\n')
  await until(async () => (await codes(client)).join() === 'house/please')
  const {diagnostics} = await client.published('words.yaml', each => each.diagnostics.length > 0)
  assert.match(JSON.stringify(diagnostics[0]?.message), /Did you mean “find”/)
  await changed(style)
  await until(async () => (await codes(client)).join() === 'house/utilise')
  await client.published('words.yaml', each => each.diagnostics.length === 0)
})

test('what is shown of a style file goes when no configuration names it any more', async context => {
  const client = await start(context, {files: {'.poise.json': configuration, 'words.yaml': '- fnd: x\n'}})
  client.open('a.md', article)
  await codes(client)
  await client.published('words.yaml', each => each.diagnostics.length > 0)
  writeFileSync(join(client.folder, '.poise.json'), '{}')
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{uri: client.uri('.poise.json'), type: 2}],
  })
  await until(async () => {
    await codes(client)
    return client.last('words.yaml')?.diagnostics.length === 0
  })
})

test('mistakes in “phrases” are shown while the configuration is written, also those about the files that it names', async context => {
  const client = await start(context)
  client.open('.poise.json', '{"phrases": [{"find": "a (b"}, "none.yaml"], "rules": {"house/x": "off"}}')
  const found = (await client.pull('.poise.json')).items.map(({code}) => code)
  assert.deepEqual(found, ['phrase-find', 'style-unreadable', 'config-unknown-rule'])
})

test('one to eight words of one block can be added, snapped to whole words', async context => {
  const client = await start(context)
  client.open('a.md', article)
  const phrasesOf = async (words: string) =>
    (await actionsOn(client, words)).map(({command}) => command?.arguments?.[1])
  assert.deepEqual(await phrasesOf('reach out'), ['reach out'])
  assert.deepEqual(await phrasesOf('ach ou'), ['reach out'])
  assert.deepEqual(await phrasesOf(' reach out '), ['reach out'])
  assert.deepEqual(await phrasesOf('out to **our team'), ['out to our team'])
  assert.deepEqual(await phrasesOf('Please reach out to **our team** any time'), [
    'Please reach out to our team any time',
  ])
  assert.deepEqual(await phrasesOf('cookies.\n\nPlease'), [])
  assert.deepEqual(await phrasesOf('# Reach out'), [])
  // It is a rule of the team already.
  assert.deepEqual(await phrasesOf('utilise'), [])
  assert.deepEqual(await phrasesOf('utilise cookies'), ['utilise cookies'])
  assert.deepEqual(await phrasesOf('Reach'), [])
  assert.deepEqual(await phrasesOf('.'), [])
  const caret = {start: {line: 0, character: 3}, end: {line: 0, character: 3}}
  const atCaret = await client.actions('a.md', {range: caret, message: ''})
  assert.ok(!atCaret.some(({title}) => /house style/.test(title)))
  const long = 'one two three four five six seven eight nine.\n'
  client.change('a.md', long, 2)
  const ofLong = (words: string) => client.actions('a.md', {range: rangeOf(long, words), message: ''})
  assert.equal((await ofLong('one two three four five six seven eight nine')).length, 0)
  assert.equal((await ofLong('one two three four five six seven eight')).length, 1)
})

test('the command writes one rule into the nearest configuration by an edit with its version, and keeps the comments', async context => {
  const client = await start(context)
  client.open('a.md', article)
  client.open('.poise.json', configuration, 7)
  const asked: ApplyWorkspaceEditParams[] = []
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    asked.push(params)
    return {applied: true}
  })
  const [{command} = assert.fail('no action')] = await actionsOn(client, 'reach out')
  assert.equal(command?.command, 'poise.addToHouseStyle')
  const [uri, find] = command.arguments ?? []
  const add = (phrase: object) =>
    client.connection.sendRequest('workspace/executeCommand', {command: 'poise.server.addPhrase', arguments: [phrase]})
  assert.deepEqual(await add({uri, find, say: ' write to us '}), {applied: true})
  const edit = asked[0]?.edit
  const [change] = edit?.documentChanges ?? []
  assert.ok(change && 'textDocument' in change)
  assert.equal(change.textDocument.version, 7)
  const text = applyWorkspaceEdit(client.uri('.poise.json'), configuration, edit)
  assert.match(text, /^\{\n {2}\/\/ ours\n/)
  assert.match(text, /\/\/ all\n/)
  client.change('.poise.json', text, 8)
  assert.deepEqual((await client.pull('.poise.json')).items, [])
  await until(async () => (await codes(client)).includes('house/reach-out'))

  // The same words once more get another name; without anything to say the rule has no “say”.
  await add({uri, find, say: ''})
  const second = applyWorkspaceEdit(client.uri('.poise.json'), text, asked[1]?.edit)
  assert.match(second, /"name": "reach-out-2",\s+"find": "reach out"\s+\}/)

  assert.match(
    JSON.stringify(await add({uri, find, say: '~write'})),
    /"applied":false,"message":"A “~” word takes the form/,
  )
  assert.match(JSON.stringify(await add({uri, find: '(x', say: ''})), /"applied":false/)
  assert.match(JSON.stringify(await add({})), /"applied":false/)
  client.change('.poise.json', '{"phrases": [', 9)
  assert.match(JSON.stringify(await add({uri, find, say: 'x'})), /Correct the mistakes in \.poise\.json first/)
  assert.equal(asked.length, 2)
})

test('where there is no configuration yet, one is made', async context => {
  const client = await start(context, {files: {}})
  client.open('a.md', article)
  let edit: ApplyWorkspaceEditParams['edit'] | undefined
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    edit = params.edit
    return {applied: true}
  })
  const phrase = {uri: client.uri('a.md'), find: 'reach out', say: 'write'}
  await client.connection.sendRequest('workspace/executeCommand', {
    command: 'poise.server.addPhrase',
    arguments: [phrase],
  })
  assert.deepEqual(JSON.parse(applyWorkspaceEdit(client.uri('.poise.json'), '', edit)), {
    phrases: [{find: 'reach out', say: 'write'}],
  })
})

test('a client that can’t ask gets an action that leaves open what to say', async context => {
  const client = await start(context, {capabilities: neovim, options: {}})
  client.open('a.md', article)
  const [action = assert.fail('no action')] = await actionsOn(client, 'reach out')
  assert.equal(action.title, 'Add “reach out” to the house style')
  const {edit}: CodeAction = await client.connection.sendRequest('codeAction/resolve', action)
  const text = applyWorkspaceEdit(client.uri('.poise.json'), configuration, edit)
  assert.match(text, /"find": "reach out"\s+\}/)
  assert.equal(readFileSync(join(client.folder, '.poise.json'), 'utf8'), configuration)
})

/** Waits until a condition holds: a configuration is read again a moment after it has changed. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  assert.fail('It never held.')
}
