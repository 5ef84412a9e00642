import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import type {ApplyWorkspaceEditParams, WorkspaceEdit} from 'vscode-languageserver-protocol'
import {applyWorkspaceEdit, type Client, eglot, startClient, vscode} from './client.ts'

interface Summary {
  readonly files: number
  readonly rewrites: number
  readonly applied: boolean
  readonly cancelled: boolean
}

const reviewing = {
  ...vscode,
  workspace: {
    ...vscode.workspace,
    workspaceEdit: {...vscode.workspace?.workspaceEdit, changeAnnotationSupport: {groupsOnLabel: true}},
  },
}
const simply = 'You can simply reply.\n'
const both = `Unfortunately, comments are not part of it.\n\n${simply}`
const minimised = "It's easy to take your **notes** with you. You can simply reply.\n"

const fix = (client: Client, rule?: string): Promise<Summary> =>
  client.connection.sendRequest('workspace/executeCommand', {
    command: 'poise.server.fixWorkspace',
    arguments: [{rule}],
  })

/** Takes the edits that the server asks to apply. */
function takeEdits(client: Client, applied = true): ApplyWorkspaceEditParams[] {
  const taken: ApplyWorkspaceEditParams[] = []
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    taken.push(params)
    return {applied}
  })
  return taken
}

const labels = (edit: WorkspaceEdit | undefined) =>
  Object.values(edit?.changeAnnotations ?? {}).map(({label, description}) => `${label}: ${description}`)

test('the safe rewrites of all files come as one edit to look through, rule by rule', async context => {
  const files = {
    'a.md': both,
    'deep/b.md': simply,
    'good.md': 'You can reply.\n',
    'drafts/c.md': simply,
    '.poise.json': '{"ignore": ["drafts"]}',
  }
  const client = await startClient(context, {capabilities: reviewing, files})
  const taken = takeEdits(client)
  assert.deepEqual(await fix(client), {files: 2, rewrites: 3, applied: true, cancelled: false})
  const edit = taken[0]?.edit
  assert.deepEqual(labels(edit).sort(), [
    'Poise: safe rewrites of “minimiser”: 2 in 2 files',
    'Poise: safe rewrites of “unfortunately-lead”: 1 in 1 file',
  ])
  assert.ok(Object.values(edit?.changeAnnotations ?? {}).every(({needsConfirmation}) => needsConfirmation))
  assert.equal(applyWorkspaceEdit(client.uri('deep/b.md'), simply, edit), 'You can reply.\n')
  const fixed = applyWorkspaceEdit(client.uri('a.md'), both, edit)
  assert.equal(fixed, 'Comments are not part of it.\n\nYou can reply.\n')
  assert.equal(readFileSync(join(client.folder, 'a.md'), 'utf8'), both)
})

test('one rule alone is rewritten, from a quick fix, and a rewrite of several words is one change', async context => {
  const client = await startClient(context, {capabilities: reviewing, files: {'a.md': minimised, 'b.md': both}})
  const taken = takeEdits(client)
  client.open('a.md', minimised)
  const [found] = (await client.pull('a.md')).items
  assert.ok(found)
  const actions = await client.actions('a.md', found)
  const everywhere = actions.find(({title}) => title === 'Fix all “minimiser” in the workspace…')
  assert.deepEqual(everywhere?.command?.arguments, [{rule: 'minimiser'}])
  await fix(client, 'minimiser')
  const [edit] = taken.map(each => each.edit)
  assert.deepEqual(labels(edit), ['Poise: safe rewrites of “minimiser”: 3 in 2 files'])
  const change = edit?.documentChanges?.find(
    each => 'textDocument' in each && each.textDocument.uri === client.uri('a.md'),
  )
  assert.ok(change && 'edits' in change)
  assert.deepEqual([change.textDocument.version, change.edits.length], [1, 2])
  assert.equal(
    applyWorkspaceEdit(client.uri('a.md'), minimised, edit),
    'You can take your **notes** with you. You can reply.\n',
  )
})

test('the text in the editor counts, by its version; a file with a byte order mark keeps its places', async context => {
  const others = Object.fromEntries([...Array(80).keys()].map(index => [`${index}.md`, `${index}\n\n${both}`]))
  const files = {...others, 'open.md': 'Nothing.\n', 'mark.md': `\uFEFF${both}`}
  const client = await startClient(context, {capabilities: reviewing, files})
  const taken = takeEdits(client)
  client.open('open.md', 'Nothing.\n')
  client.change('open.md', `A line.\n\n${simply}`, 7)
  // It is read first, and changes while the others are read.
  let isFirst = true
  client.connection.onNotification('$/progress', ({value}) => {
    if (value.kind === 'report' && isFirst) client.change('open.md', `B line.\n\n${simply}`, 8)
    if (value.kind === 'report') isFirst = false
  })
  await fix(client)
  const edit = taken[0]?.edit
  const change = (name: string) =>
    edit?.documentChanges?.find(each => 'textDocument' in each && each.textDocument.uri === client.uri(name))
  assert.ok(JSON.stringify(change('open.md')).includes('"version":8'))
  assert.equal(applyWorkspaceEdit(client.uri('open.md'), `B line.\n\n${simply}`, edit), 'B line.\n\nYou can reply.\n')
  assert.ok(JSON.stringify(change('mark.md')).includes('"version":null'))
  const fixed = applyWorkspaceEdit(client.uri('mark.md'), both, edit)
  assert.equal(fixed, 'Comments are not part of it.\n\nYou can reply.\n')
})

test('our own client gets edits that are ticked, and one that opens the preview and does nothing', async context => {
  const files = {'a.md': simply}
  const client = await startClient(context, {capabilities: reviewing, options: {ticksUnconfirmed: true}, files})
  const taken = takeEdits(client, false)
  assert.equal((await fix(client)).applied, false)
  const {documentChanges: [first] = [], changeAnnotations = {}} = taken[0]?.edit ?? {}
  assert.ok(first && 'kind' in first && first.kind === 'create')
  assert.deepEqual([first.uri, first.options?.ignoreIfExists], [client.uri('a.md'), true])
  const confirmed = Object.entries(changeAnnotations).filter(([, {needsConfirmation}]) => needsConfirmation)
  assert.deepEqual(
    confirmed.map(([id]) => id),
    [first.annotationId],
  )
})

test('a run that finds nothing says so, and a client without a preview is not offered one', async context => {
  const client = await startClient(context, {
    capabilities: reviewing,
    files: {'a.md': 'We hope this guide was helpful!\n'},
  })
  const messages: string[] = []
  client.connection.onNotification('window/showMessage', ({message}) => void messages.push(message))
  const taken = takeEdits(client)
  assert.deepEqual(await fix(client), {files: 0, rewrites: 0, applied: false, cancelled: false})
  assert.deepEqual(taken, [])
  assert.match(messages.join(), /^There is nothing to rewrite by itself here/)

  const other = await startClient(context, {capabilities: eglot, files: {'a.md': simply}})
  assert.ok(!other.result.capabilities.executeCommandProvider?.commands.includes('poise.server.fixWorkspace'))
  await assert.rejects(fix(other), /There is no such command/)
})

test('the tree asks for the findings of a principle, open or closed, with what to say', async context => {
  const client = await startClient(context, {capabilities: reviewing, files: {'a.macro.md': `Hi,\n\n${both}`}})
  const ask = (principle: string): Promise<Record<string, unknown>[]> =>
    client.connection.sendRequest('poise/findings', {uri: client.uri('a.macro.md'), principle})
  const closed = await ask('understanding')
  const simple = closed.find(({rule}) => rule === 'minimiser')
  assert.deepEqual([simple?.['phrase'], simple?.['canIgnore']], ['simply', true])
  assert.deepEqual(simple?.['say'], [{title: 'Remove “simply”', safety: 'safe'}])
  client.open('a.macro.md', 'Hi,\n\nYou can reply.\n')
  assert.ok(!(await ask('understanding')).some(({rule}) => rule === 'minimiser'))
  const text = await client.connection.sendRequest('poise/rewritten', {uri: client.uri('a.macro.md')})
  assert.equal(text, 'Hi,\n\nYou can reply.\n')
})

test('a task of the editor gets the lines of its folder, or of the paths that it names', async context => {
  const files = {'a.md': simply, 'deep/b.md': simply, 'good.md': 'You can reply.\n'}
  const client = await startClient(context, {capabilities: reviewing, files})
  const check = (paths?: readonly string[]): Promise<{lines: string[]; files: number; missing: string[]}> =>
    client.connection.sendRequest('poise/check', {folder: client.uri('').replace(/\/$/, ''), paths})
  const line = (path: string) =>
    `${path}:1:9: suggestion: “simply” makes light of what the reader has to do. [minimiser]`
  assert.deepEqual(await check(), {lines: [line('a.md'), line('deep/b.md')], files: 3, missing: []})
  assert.deepEqual(await check(['./deep/', 'nowhere.md']), {
    lines: [line('deep/b.md')],
    files: 1,
    missing: ['nowhere.md'],
  })
})
