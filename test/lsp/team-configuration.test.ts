import assert from 'node:assert/strict'
import {test} from 'node:test'
import {type Client, startClient} from './client.ts'

const text = 'Just click Save.\n'

const codes = async (client: Client, name: string) => (await client.pull(name)).items.map(({code}) => code)

/** Tells the server of a change on the disk, and waits until it has read it. */
async function changed(client: Client, name: string, content: string): Promise<void> {
  client.write(name, content)
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{uri: client.uri(name), type: 2}],
  })
  await new Promise(done => setTimeout(done, 400))
}

test('an extended file counts as it stands in the editor, and again when it changes or appears', async context => {
  const client = await startClient(context, {
    files: {
      '.poise.json': '{"extends": ["./house/base.json", "./late.yaml"]}',
      'house/base.json': '{"rules": {"minimiser": "off"}}',
    },
  })
  client.open('a.md', text)
  assert.deepEqual(await codes(client, 'a.md'), [])
  await changed(client, 'house/base.json', '{}')
  assert.deepEqual(await codes(client, 'a.md'), ['minimiser'])
  await changed(client, 'late.yaml', 'rules: {minimiser: off}\n')
  assert.deepEqual(await codes(client, 'a.md'), [])
  client.open('late.yaml', 'rules: {minimizer: hint}\n')
  await new Promise(done => setTimeout(done, 50))
  client.change('late.yaml', 'rules: {minimizer: hint, minimiser: hint}\n', 2)
  await new Promise(done => setTimeout(done, 400))
  assert.deepEqual(await codes(client, 'a.md'), ['minimiser'])
  const [mistake] = (await client.pull('late.yaml')).items
  assert.deepEqual([mistake?.code, mistake?.range.start.character], ['config-unknown-rule', 8])
})

test('an entry that can’t be followed is marked where it stands, while the file is edited too', async context => {
  const client = await startClient(context, {files: {'.poise.json': '{}'}})
  client.open('a.md', text)
  client.open('.poise.json', '{"extends": ["./no.json"]}')
  await client.pull('a.md')
  client.change('.poise.json', '{"extends":   ["./no.json"], "rules": {"minimiser": "off"}}', 2)
  await new Promise(done => setTimeout(done, 400))
  assert.deepEqual(await codes(client, 'a.md'), [])
  const [mistake, ...others] = (await client.pull('.poise.json')).items
  assert.deepEqual([mistake?.code, mistake?.range.start.character, others], ['config-extends', 15, []])
})

test('an override holds for the files that it names', async context => {
  const overrides = [{files: 'legal/**', rules: {understanding: 'hint'}}]
  const client = await startClient(context, {files: {'.poise.json': JSON.stringify({overrides})}})
  client.open('a.md', text)
  client.open('legal/a.md', text)
  const severities = async (name: string) => (await client.pull(name)).items.map(({severity}) => severity)
  assert.deepEqual(await severities('legal/a.md'), [4])
  assert.notDeepEqual(await severities('a.md'), [4])
})

const wordy = `extends: substitution
message: "Use '%s' instead of '%s'."
description: Short words are read *faster*.
link: https://example.com/wordy
swap:
  utilize: use
`

test('a rule of a Vale style has its squiggle, hover, fixes and actions; what is not read is a note at its entry', async context => {
  const client = await startClient(context, {
    options: {openRule: true},
    files: {
      '.poise.json': '{"vale": ["styles/Acme"]}',
      'styles/Acme/Wordy.yml': wordy,
      'styles/Acme/Titles.yml': 'extends: capitalization\nmessage: x\nmatch: $title\n',
    },
  })
  client.open('a.md', 'We utilize it.\n')
  const [diagnostic, ...others] = (await client.pull('a.md')).items
  assert.deepEqual(others, [])
  assert.deepEqual(
    [diagnostic?.code, diagnostic?.severity, diagnostic?.message, diagnostic?.codeDescription?.href],
    ['vale/Acme.Wordy', 2, "Use 'use' instead of 'utilize'.", 'https://example.com/wordy'],
  )
  const titles = (await client.actions('a.md', diagnostic ?? assert.fail())).map(({title}) => title)
  assert.deepEqual(titles, [
    'Change to “use”',
    'Ignore “vale/Acme.Wordy” here',
    'Ignore “vale/Acme.Wordy” in this file',
    'Always allow “utilize”',
    'Add “utilize” to the house style',
    'Turn off “vale/Acme.Wordy” in this workspace',
  ])
  const hover = (await client.connection.sendRequest('textDocument/hover', {
    textDocument: {uri: client.uri('a.md')},
    position: {line: 0, character: 5},
  })) as {contents: {value: string}}
  assert.match(hover.contents.value, /Short words are read \\\*faster\\\*/)
  assert.match(hover.contents.value, /\[vale\/Acme\\\.Wordy\]\(https:\/\/example\.com\/wordy\)$/)
  client.open('.poise.json', '{"vale": ["styles/Acme"]}')
  const [note, ...more] = (await client.pull('.poise.json')).items
  assert.deepEqual([note?.code, note?.severity, note?.range.start.character, more], ['vale-not-read', 3, 10, []])

  await changed(client, 'styles/Acme/Wordy.yml', wordy.replace('utilize', '(u+)+'))
  assert.deepEqual(await codes(client, 'a.md'), [])
  client.open('styles/Acme/Wordy.yml', wordy.replace('utilize', '(u+)+'))
  assert.deepEqual(await codes(client, 'styles/Acme/Wordy.yml'), ['vale-pattern'])
  client.change('styles/Acme/Wordy.yml', wordy.replace('utilize', 'it'), 2)
  await new Promise(done => setTimeout(done, 400))
  assert.deepEqual(await codes(client, 'styles/Acme/Wordy.yml'), [])
  assert.deepEqual(await codes(client, 'a.md'), ['vale/Acme.Wordy'])
})
