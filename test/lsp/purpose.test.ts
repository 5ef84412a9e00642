import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {CodeAction, Hover} from 'vscode-languageserver-protocol'
import {applyWorkspaceEdit, type Client, eglot, startClient} from './client.ts'

const name = 'a.macro.md'

async function hoverAt(client: Client, line: number, character = 0): Promise<string | undefined> {
  const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: {uri: client.uri(name)},
    position: {line, character},
  })
  if (hover === null) return undefined
  assert.ok(typeof hover.contents === 'object' && 'value' in hover.contents)
  return hover.contents.value
}

async function actionsAt(client: Client, line: number, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const position = {line, character: 0}
  const actions = await client.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
    textDocument: {uri: client.uri(name)},
    range: {start: position, end: position},
    context: {diagnostics: [], ...(only && {only})},
  })
  return (actions ?? []).filter(({title}) => title.startsWith('Purpose:'))
}

async function applied(client: Client, text: string, action: CodeAction | undefined): Promise<string> {
  assert.ok(action)
  const {edit} = action.edit ? action : await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
  return applyWorkspaceEdit(client.uri(name), text, edit)
}

test('the line of the purpose shows what the reply owes, and what is missing', async context => {
  const client = await startClient(context)
  client.open(name, '---\ntitle: Refund\npurpose: limitation\n---\n\nWe can’t refund this order.\n')
  const shown = await hoverAt(client, 2)
  assert.match(shown ?? '', /\*\*limitation\*\* \(as its front matter says\)/)
  assert.match(shown ?? '', /- doesn’t say yet what is possible instead/)
  assert.equal(await hoverAt(client, 1), undefined)
})

test('a reply without a purpose shows the inferred one on its first line', async context => {
  const client = await startClient(context, {capabilities: eglot, settings: null})
  client.open(name, 'Hi Ana,\n\nPlease send me the log, so that I can see where it stops.\n')
  const shown = await hoverAt(client, 0)
  assert.match(shown ?? '', /^Purpose: ask \(inferred from its text\)/)
  assert.match(shown ?? '', /- says why you need it/)
})

test('a purpose is changed in its place, with the line ending of the file', async context => {
  const client = await startClient(context)
  const text = '---\r\ntitle: Refund\r\npurpose: answer # first reply\r\n---\r\n\r\nYour refund is on its way.\r\n'
  client.open(name, text)
  const actions = await actionsAt(client, 2, ['refactor'])
  assert.equal(actions.length, 6)
  assert.ok(actions.every(({kind}) => kind === 'refactor.rewrite'))
  const change = actions.find(({title}) => title === 'Purpose: change to “limitation”')
  assert.equal(await applied(client, text, change), text.replace('answer', 'limitation'))
  assert.deepEqual(await actionsAt(client, 2, ['quickfix']), [])
  assert.deepEqual(await actionsAt(client, 5), [])
})

test('the inferred purpose is offered first, and brings front matter along', async context => {
  const client = await startClient(context)
  const text = 'Hi Ana,\n\nPlease send me the log.\n'
  client.open(name, text)
  const [first, ...others] = await actionsAt(client, 0)
  assert.equal(first?.title, 'Purpose: write down “ask”')
  assert.equal(others.length, 6)
  assert.equal(await applied(client, text, first), `---\npurpose: ask\n---\n\n${text}`)
})

test('a finding that rests on the purpose can be answered by another purpose', async context => {
  const client = await startClient(context)
  const text = 'Hi Ana,\n\nI’m closing this ticket now.\n'
  client.open(name, text)
  const finding = (await client.pull(name)).items.find(({code}) => code === 'withdrawal-incomplete')
  assert.ok(finding)
  const actions = await client.actions(name, finding, ['quickfix'])
  const change = actions.find(({title}) => title === 'Purpose: change to “answer”')
  assert.equal(change?.diagnostics?.[0]?.code, 'withdrawal-incomplete')
  client.change(name, await applied(client, text, change), 2)
  assert.ok((await client.pull(name)).items.every(({code}) => code !== 'withdrawal-incomplete'))
})

test('a purpose that Poise doesn’t know is replaced', async context => {
  const client = await startClient(context)
  const text = '---\npurpose: refusal\n---\n\nHi Ana,\n'
  client.open(name, text)
  const problem = (await client.pull(name)).items.find(({code}) => code === 'unknown-purpose')
  assert.ok(problem)
  const actions = await client.actions(name, problem, ['quickfix'])
  const change = actions.find(({title}) => title.endsWith('“limitation”'))
  assert.equal(await applied(client, text, change), text.replace('refusal', 'limitation'))
})

test('a boundary names the recording where the team records', async context => {
  const boundary =
    '---\npurpose: boundary\n---\n\nI want to help you. Please keep it civil. If it goes on, my manager takes over.\n'
  for (const recording of [true, false]) {
    const client = await startClient(context, {files: {'.poise.json': JSON.stringify({recording})}})
    client.open(name, boundary)
    const messages = (await client.pull(name)).items.map(({message}) => String(message))
    assert.equal(
      messages.some(message => message.includes('that it is recorded')),
      recording,
    )
  }
})
