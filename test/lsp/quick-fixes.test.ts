import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {CodeAction, Diagnostic} from 'vscode-languageserver-protocol'
import {applyWorkspaceEdit, type Client, eglot, kate, neovim, startClient} from './client.ts'

const macro =
  'Hi {{name}},\n\nJust click **Save**.\n\n- Simply open the page.\n- You should be able to see the invoice now.\n'

async function findingsOf(client: Client, name: string): Promise<Diagnostic[]> {
  return (await client.pull(name)).items
}

async function resolve(client: Client, action: CodeAction): Promise<CodeAction> {
  return client.connection.sendRequest('codeAction/resolve', action)
}

function named(actions: readonly CodeAction[], title: RegExp): CodeAction {
  const found = actions.find(action => title.test(action.title))
  assert.ok(found, `${title} among ${actions.map(action => action.title).join(' | ')}`)
  return found
}

test('every action of every finding leaves that finding out, and makes no other', async context => {
  const client = await startClient(context, {options: {openRule: true}})
  client.open('a.macro.md', macro)
  const found = await findingsOf(client, 'a.macro.md')
  assert.ok(found.length >= 3, `${found.length}`)
  let version = 1
  for (const diagnostic of found) {
    const actionsOf = async () =>
      (await client.actions('a.macro.md', diagnostic)).filter(each =>
        each.diagnostics?.some(({code}) => code === diagnostic.code),
      )
    const actions = await actionsOf()
    assert.ok(actions.length > 0)
    for (const action of actions) {
      if (action.command !== undefined) continue
      assert.equal(action.edit, undefined, 'the edit is computed late')
      const {edit} = await resolve(client, action)
      assert.ok(edit, action.title)
      if (/workspace|^Always allow/.test(action.title)) continue
      const text = applyWorkspaceEdit(client.uri('a.macro.md'), macro, edit)
      assert.notEqual(text, macro)
      client.change('a.macro.md', text, ++version)
      const after = await findingsOf(client, 'a.macro.md')
      const gone = (items: Diagnostic[]) =>
        items.filter(({code, message}) => code === diagnostic.code && message === diagnostic.message).length
      // What the writer types at a slot is not known, so whether the finding goes is not either.
      const slack = /needs your input/.test(action.title) ? 1 : 0
      assert.ok(gone(after) < gone(found) + slack, `${action.title}: ${text}`)
      assert.ok(after.length < found.length + slack, `${action.title}: ${JSON.stringify(after)}\n${text}`)
      client.change('a.macro.md', macro, ++version)
      assert.equal((await findingsOf(client, 'a.macro.md')).length, found.length)
      // The action belonged to another version.
      await assert.rejects(resolve(client, action), {code: -32801})
      actions.splice(0, actions.length, ...(await actionsOf()))
    }
  }
})

test('a safe best rewrite is preferred, and alone so; the others say what they need', async context => {
  const client = await startClient(context, {options: {openRule: true}})
  client.open('a.macro.md', macro)
  for (const diagnostic of await findingsOf(client, 'a.macro.md')) {
    const actions = await client.actions('a.macro.md', diagnostic)
    const preferred = actions.filter(action => action.isPreferred)
    assert.ok(preferred.length <= 1)
    for (const {title} of preferred) assert.doesNotMatch(title, /\((?:if verified|needs your input)\)$/)
    if (diagnostic.code === 'minimiser') assert.equal(preferred.length, 1)
  }
  const minimiser = (await findingsOf(client, 'a.macro.md')).find(({code}) => code === 'minimiser')
  assert.ok(minimiser)
  const titles = (await client.actions('a.macro.md', minimiser)).map(action => action.title)
  assert.ok(titles.includes('Fix all “minimiser” in this file'))
  assert.ok(titles.includes('Ignore “minimiser” here'))
  assert.ok(titles.includes('Ignore “minimiser” in this file'))
  assert.ok(titles.includes('Turn off “minimiser” in this workspace'))
  assert.ok(titles.includes('Open the page of “minimiser”'))
})

test('the page is offered only to a client that can open it', async context => {
  const client = await startClient(context)
  client.open('a.macro.md', macro)
  const [diagnostic] = await findingsOf(client, 'a.macro.md')
  assert.ok(diagnostic)
  assert.ok((await client.actions('a.macro.md', diagnostic)).every(action => action.command === undefined))
})

test('an action of a document that has moved on is refused, also where the version is the same', async context => {
  const client = await startClient(context)
  client.open('a.macro.md', macro, 0)
  const [diagnostic] = await findingsOf(client, 'a.macro.md')
  assert.ok(diagnostic)
  const [action] = await client.actions('a.macro.md', diagnostic)
  assert.ok(action)
  client.change('a.macro.md', `\n${macro}`, 0)
  await assert.rejects(resolve(client, action), {code: -32801})
  client.close('a.macro.md')
  await assert.rejects(resolve(client, action), {code: -32801})
})

for (const [name, capabilities, key] of [
  ['eglot', eglot, 'documentChanges'],
  ['Kate', kate, 'changes'],
] as const) {
  test(`${name}, which cannot ask later, gets the edit at once`, async context => {
    const client = await startClient(context, {capabilities})
    client.open('a.macro.md', macro, 0)
    const {diagnostics} = await client.published('a.macro.md', each => each.diagnostics.length > 0)
    const minimiser = diagnostics.find(({code}) => code === 'minimiser')
    assert.ok(minimiser)
    const [first] = await client.actions('a.macro.md', minimiser)
    assert.ok(first?.edit?.[key])
    assert.match(
      applyWorkspaceEdit(client.uri('a.macro.md'), macro, first.edit),
      /^Hi {{name}},\n\nClick \*\*Save\*\*\./,
    )
  })
}

test('Neovim resolves, and gets an edit without versions', async context => {
  const client = await startClient(context, {capabilities: neovim})
  client.open('a.macro.md', macro, 0)
  const {diagnostics} = await client.published('a.macro.md', each => each.diagnostics.length > 0)
  const minimiser = diagnostics.find(({code}) => code === 'minimiser')
  assert.ok(minimiser)
  const [first] = await client.actions('a.macro.md', minimiser)
  assert.ok(first)
  const {edit} = await resolve(client, first)
  assert.ok(edit?.changes?.[client.uri('a.macro.md')])
})

test('fix all applies what is safe, for each form of asking, and then finds nothing more to fix', async context => {
  const client = await startClient(context)
  client.open('a.macro.md', macro)
  const whole = {range: {start: {line: 0, character: 0}, end: {line: 9, character: 0}}, message: ''}
  for (const only of ['source', 'source.fixAll', 'source.fixAll.poise']) {
    const actions = await client.actions('a.macro.md', whole, [only])
    assert.deepEqual(
      actions.map(action => action.kind),
      ['source.fixAll.poise'],
    )
  }
  assert.deepEqual(await client.actions('a.macro.md', whole, ['source.organizeImports']), [])
  assert.deepEqual(await client.actions('a.macro.md', whole, ['source.fix']), [])
  const [action] = await client.actions('a.macro.md', whole, ['source.fixAll'])
  assert.ok(action)
  const {edit} = await resolve(client, action)
  const text = applyWorkspaceEdit(client.uri('a.macro.md'), macro, edit)
  assert.match(text, /Click \*\*Save\*\*/)
  client.change('a.macro.md', text, 2)
  assert.deepEqual(await client.actions('a.macro.md', whole, ['source.fixAll']), [])
})

for (const [name, text] of Object.entries({
  'a paragraph’s third line': 'One line\nand a second,\njust click Save.\n',
  'a nested item': '- One\n  - Two\n  - Just click Save.\n- Three\n',
  'a numbered item': '1. Open it.\n2. Just click Save.\n3. Done.\n\nIf it fails, write to us.\n',
  'a quote': '> Hello.\n>\n> Just click Save.\n',
  'a quote in an item': '- Note:\n\n  > Just click Save.\n',
  'a table': 'Text\n\n| A | B |\n| - | - |\n| Just click Save. | C |\n',
  'a file with CRLF': 'Text\r\n\r\nJust click Save.\r\n',
  'a file with a byte order mark': '\uFEFFJust click Save.\n',
  'a file with front matter': '---\ntitle: A\n---\nJust click Save.\n',
  'a loose item’s second paragraph': '- One\n\n  Just click Save.\n',
})) {
  test(`“Ignore here” silences the finding in ${name}`, async context => {
    const client = await startClient(context)
    client.open('a.md', text)
    const [diagnostic, ...others] = (await findingsOf(client, 'a.md')).filter(({code}) => code === 'minimiser')
    assert.ok(diagnostic && others.length === 0)
    let version = 1
    for (const title of [/here$/, /in this file$/]) {
      const action = named(await client.actions('a.md', diagnostic), title)
      const {edit} = await resolve(client, action)
      const ignored = applyWorkspaceEdit(client.uri('a.md'), text, edit)
      if (text.includes('\r\n')) assert.doesNotMatch(ignored, /(?<!\r)\n/)
      if (text.startsWith('\uFEFF')) assert.ok(ignored.startsWith('\uFEFF<!--'))
      client.change('a.md', ignored, ++version)
      assert.deepEqual(
        (await findingsOf(client, 'a.md')).map(({code}) => code),
        [],
        ignored,
      )
      client.change('a.md', text, ++version)
    }
  })
}

test('“Turn off” edits the nearest configuration and keeps its comments, or makes one', async context => {
  const config = '{\n  // Ours.\n  "rules": {\n    "outcome-should": "hint", // softly\n  },\n}\n'
  const client = await startClient(context, {files: {'sub/.poise.json': config}})
  for (const [name, file] of [
    ['sub/deep/a.md', 'sub/.poise.json'],
    ['a.md', '.poise.json'],
  ] as const) {
    client.open(name, 'Just click Save.\n')
    const [diagnostic] = await findingsOf(client, name)
    assert.ok(diagnostic)
    const {edit} = await resolve(client, named(await client.actions(name, diagnostic), /^Turn off/))
    const text = applyWorkspaceEdit(client.uri(file), file === '.poise.json' ? '' : config, edit)
    assert.match(text, /"minimiser": "off"/)
    if (file !== '.poise.json') assert.match(text, /\/\/ Ours\.[\s\S]*\/\/ softly/)
    client.write(file, text)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: client.uri(file), type: 2}],
    })
    await new Promise(done => setTimeout(done, 400))
    assert.deepEqual(await findingsOf(client, name), [])
    assert.ok(client.refreshes() > 0)
  }
})

test('“Always allow” adds the marked words to the nearest configuration, or makes one, and then they are not marked', async context => {
  const config = '{\n  // Ours.\n  "allow": [\n    "Just Eat", // a shop\n  ],\n}\n'
  const client = await startClient(context, {files: {'sub/.poise.json': config}})
  const text = 'You can Simply\nSync it.\n'
  for (const [name, file] of [
    ['sub/deep/a.md', 'sub/.poise.json'],
    ['a.md', '.poise.json'],
  ] as const) {
    client.open(name, text)
    const [diagnostic] = await findingsOf(client, name)
    assert.ok(diagnostic)
    const {edit} = await resolve(client, named(await client.actions(name, diagnostic), /^Always allow “Simply”$/))
    const after = applyWorkspaceEdit(client.uri(file), file === '.poise.json' ? '' : config, edit)
    assert.match(
      after,
      file === '.poise.json' ? /^{\n {2}"allow": \[\n {4}"Simply"\n {2}\]\n}\n$/ : /"Just Eat", \/\/ a shop|Ours/,
    )
    client.write(file, after)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: client.uri(file), type: 2}],
    })
    await new Promise(done => setTimeout(done, 400))
    assert.deepEqual(await findingsOf(client, name), [], after)
  }
})

test('“Always allow” is offered for a few words that stand in the file as a reader sees them', async context => {
  const client = await startClient(context)
  client.open('a.macro.md', macro)
  for (const diagnostic of await findingsOf(client, 'a.macro.md')) {
    const offered = (await client.actions('a.macro.md', diagnostic)).flatMap(({title}) =>
      title.startsWith('Always allow') ? [title.slice('Always allow “'.length, -1)] : [],
    )
    for (const phrase of offered) assert.ok(macro.includes(phrase) && phrase.split(' ').length <= 5, phrase)
  }
  client.open('b.macro.md', 'Hi Ana,\n\nYou **should** be able to see it now.\n')
  const diagnostics = (await findingsOf(client, 'b.macro.md')).filter(({code}) => code === 'outcome-should')
  assert.equal(diagnostics.length, 1)
  for (const diagnostic of diagnostics) {
    const actions = await client.actions('b.macro.md', diagnostic)
    assert.deepEqual(
      actions.filter(({title}) => title.includes('*')),
      [],
    )
  }
})

test('a slot for the writer’s fact is a place to type at in VS Code, and stands in brackets elsewhere', async context => {
  const text = 'I’ll try to find your invoice.\n'
  const client = await startClient(context)
  client.open('a.macro.md', text)
  const other = await startClient(context, {capabilities: kate})
  other.open('a.macro.md', text)
  const [diagnostic] = await findingsOf(client, 'a.macro.md')
  assert.ok(diagnostic)
  await other.published('a.macro.md')
  const needing = (actions: readonly CodeAction[]) => actions.find(({title}) => title.endsWith('(needs your input)'))
  const late = needing(await client.actions('a.macro.md', diagnostic))
  assert.ok(late)
  assert.match(JSON.stringify((await resolve(client, late)).edit), /\$\{1:/)
  assert.match(JSON.stringify(needing(await other.actions('a.macro.md', diagnostic))?.edit), /\[[^\]]+\]/)
})

test('“Ignore here” in a list covers one item and leaves the list whole', async context => {
  const text = '1. Open it.\n1. Just click Save.\n1. Just click Close.\n'
  const client = await startClient(context)
  client.open('a.md', text)
  const [first] = await findingsOf(client, 'a.md')
  assert.ok(first)
  const {edit} = await resolve(client, named(await client.actions('a.md', first), /here$/))
  assert.equal(
    applyWorkspaceEdit(client.uri('a.md'), text, edit),
    '1. Open it.\n   <!-- poise-ignore minimiser: reason -->\n1. Just click Save.\n1. Just click Close.\n',
  )
})
