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
