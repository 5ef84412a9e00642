import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {setTimeout as sleep} from 'node:timers/promises'
import type {CodeLens, Diagnostic} from 'vscode-languageserver-protocol'
import {defaultSettings, readSettings} from '../../server/lsp/settings-shape.ts'
import {readManifest} from '../manifest.ts'
import {type Client, startClient} from './client.ts'

interface Setting {
  readonly type: string
  readonly default: unknown
  readonly scope: string
  readonly order: number
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly markdownDescription?: string
  readonly enumItemLabels?: readonly string[]
  readonly markdownEnumDescriptions?: readonly string[]
  readonly additionalProperties?: {readonly enum: readonly string[]}
}

const manifest = readManifest() as {
  contributes: {configuration: {properties: Record<string, Setting>}}
}
const declared = Object.entries(manifest.contributes.configuration.properties).map(
  ([name, setting]) => [name.replace(/^poise\./, ''), setting] as const,
)
/** The client of the protocol reads this one. */
const ofClient = 'trace.server'
const own = declared.filter(([name]) => name !== ofClient)

test('the manifest declares the settings that the server reads, with the same defaults, and no other', () => {
  assert.deepEqual(Object.fromEntries(own.map(([name, setting]) => [name, setting.default])), defaultSettings)
})

test('each value that the manifest allows is read as it is, and no other', () => {
  const read = (name: string, value: unknown) => readSettings({[name]: value})[name as keyof typeof defaultSettings]
  for (const [name, setting] of own) {
    const byDefault = setting.default
    for (const value of setting.enum ?? []) assert.equal(read(name, value), value, name)
    if (setting.type === 'boolean') for (const value of [true, false]) assert.equal(read(name, value), value, name)
    if (setting.type === 'integer') {
      const {minimum = 0, maximum = 0} = setting
      for (const value of [minimum, maximum]) assert.equal(read(name, value), value, name)
      for (const value of [minimum - 1, maximum + 1, 1.5]) assert.equal(read(name, value), byDefault, name)
    }
    for (const value of setting.additionalProperties?.enum ?? [])
      assert.deepEqual(read(name, {'*': value, minimiser: 'loud'}), {'*': value}, name)
    for (const value of [null, 'nonsense', [], {}]) assert.deepEqual(read(name, value), byDefault, name)
  }
})

test('each setting is described for the settings page, and its links lead to settings', () => {
  const names = new Set(declared.map(([name]) => name))
  assert.deepEqual(
    declared.map(([, {order}]) => order),
    declared.map((_, index) => index + 1),
  )
  for (const [name, setting] of declared) {
    assert.ok(['resource', 'window'].includes(setting.scope), name)
    const texts = [setting.markdownDescription ?? '', ...(setting.markdownEnumDescriptions ?? [])]
    assert.match(texts[0] ?? '', / .*\.$/, name)
    for (const [, target = ''] of texts.join(' ').matchAll(/`#poise\.([\w.]+)#`/g)) assert.ok(names.has(target), target)
    if (setting.enum === undefined || name === ofClient) continue
    assert.equal(setting.enumItemLabels?.length, setting.enum.length, name)
    assert.equal(setting.markdownEnumDescriptions?.length, setting.enum.length, name)
  }
})

test('the page about the settings names each with its default and its values, and no other', () => {
  const page = readFileSync(new URL('../../docs/editor-settings.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| `poise\.([\w.]+)` \| `([^`]*)` \|(.*)\|$/gm)]
  assert.deepEqual(
    rows.map(([, name, byDefault]) => [name, byDefault]),
    declared.map(([name, setting]) => [name, JSON.stringify(setting.default)]),
  )
  for (const [index, [, name, , text = '']] of rows.entries())
    for (const value of declared[index]?.[1].enum ?? []) assert.ok(text.includes(`\`${value}\``), `${name}: ${value}`)
})

const text = '# Invoices\n\nYou can simply reply. You should be able to see it.\n'
const rulesOf = (items: readonly Diagnostic[]) => items.map(({code, severity}) => `${code} ${severity}`).sort()
const pulled = async (client: Client, name: string) => rulesOf((await client.pull(name)).items)
const afterSettings = async (client: Client) => {
  for (let attempt = 0; attempt < 200 && client.refreshes() === 0; attempt++) await sleep(25)
}

test('a person’s own severities: a rule counts before its principle, and that before all', async context => {
  const rules = {'*': 'hint', understanding: 'suggestion', minimiser: 'warning', nonsens: 'off'}
  const client = await startClient(context, {settings: {rules}})
  await afterSettings(client)
  client.open('a.md', text)
  assert.deepEqual(await pulled(client, 'a.md'), ['minimiser 2', 'outcome-should 4'])
  assert.match(client.logs.join('\n'), /poise\.rules names “nonsens”, and there is no such rule/)
})

test('the preference says whether the person or the team counts where both name a rule', async context => {
  let configurationPreference = 'editorFirst'
  const rules = {minimiser: 'hint', 'outcome-should': 'hint'}
  const client = await startClient(context, {
    settings: () => ({rules, configurationPreference}),
    files: {'.poise.json': '{"rules": {"minimiser": "off"}}'},
  })
  await afterSettings(client)
  client.open('a.md', text)
  assert.deepEqual(await pulled(client, 'a.md'), ['minimiser 4', 'outcome-should 4'])
  configurationPreference = 'filesystemFirst'
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
  for (let attempt = 0; attempt < 100 && (await pulled(client, 'a.md')).length > 1; attempt++) await sleep(25)
  assert.deepEqual(await pulled(client, 'a.md'), ['outcome-should 4'])
})

test('a person’s severities reach phrases and styles by name, and a team’s principle counts before them where the team is first', async context => {
  let configurationPreference = 'editorFirst'
  const rules = {'house/utilise': 'hint', 'vale/Acme.Wordy': 'hint', understanding: 'hint', 'house/gone': 'off'}
  const client = await startClient(context, {
    settings: () => ({rules, configurationPreference}),
    files: {
      '.poise.json': JSON.stringify({
        rules: {understanding: 'warning', 'vale/Acme.Wordy': 'warning'},
        phrases: [{find: 'utilise'}],
        vale: ['Acme'],
      }),
      'Acme/Wordy.yml': 'extends: existence\nmessage: Short.\ntokens: [leverage]\n',
    },
  })
  await afterSettings(client)
  client.open('a.md', 'We utilise and leverage it. Simply click it.\n')
  assert.deepEqual(await pulled(client, 'a.md'), ['house/utilise 4', 'minimiser 4', 'vale/Acme.Wordy 4'])
  assert.doesNotMatch(client.logs.join('\n'), /no such rule/)
  configurationPreference = 'filesystemFirst'
  await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
  const teams = ['house/utilise 2', 'minimiser 2', 'vale/Acme.Wordy 2']
  for (let attempt = 0; attempt < 100 && (await pulled(client, 'a.md'))[1] !== teams[1]; attempt++) await sleep(25)
  assert.deepEqual(await pulled(client, 'a.md'), teams)
})

test('two folders of one window: each by its own .poise.json and its own settings', async context => {
  const settings = (scope: string | undefined) =>
    scope?.endsWith('/two') ? {codeLens: false, rules: {'outcome-should': 'hint'}} : {}
  const client = await startClient(context, {
    settings,
    folders: ['one', 'two'],
    files: {
      'one/.poise.json': '{"rules": {"minimiser": "off"}}',
      'one/a.md': text,
      'two/a.md': text,
      'three/.poise.json': '{"rules": {"outcome-should": "off"}}',
      'three/a.md': text,
    },
  })
  await afterSettings(client)
  for (const name of ['one/a.md', 'two/a.md']) client.open(name, text)
  assert.deepEqual(await pulled(client, 'one/a.md'), ['outcome-should 2'])
  assert.deepEqual(await pulled(client, 'two/a.md'), ['minimiser 3', 'outcome-should 4'])
  const lenses = (name: string) =>
    client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {textDocument: {uri: client.uri(name)}})
  assert.deepEqual([(await lenses('one/a.md')).length, (await lenses('two/a.md')).length], [1, 0])

  for (const name of ['one/a.md', 'two/a.md']) client.close(name)
  await scan(client)
  assert.deepEqual(rulesOf((await client.published('two/a.md')).diagnostics), ['minimiser 3', 'outcome-should 4'])
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: {
      added: [{uri: client.uri('three'), name: 'three'}],
      removed: [{uri: client.uri('two'), name: 'two'}],
    },
  })
  await client.published('two/a.md', ({diagnostics}) => diagnostics.length === 0)
  const third = await client.published('three/a.md', ({diagnostics}) => diagnostics.length > 0)
  assert.deepEqual(rulesOf(third.diagnostics), ['minimiser 3'])
})

const scan = (client: Client) =>
  client.connection.sendRequest<Record<string, unknown>>('workspace/executeCommand', {
    command: 'poise.server.scanWorkspace',
  })

test('the limits are settings, and what they leave out is said', async context => {
  const client = await startClient(context, {
    settings: {maxProblems: 3, maxFileSize: 4000},
    options: {status: true},
    files: {'large.md': 'You can simply reply.\n\n'.repeat(300), 'small.md': 'Fine.\n'},
  })
  await afterSettings(client)
  client.open('many.md', 'You can simply reply.\n\n'.repeat(10))
  const {items} = await client.pull('many.md')
  assert.deepEqual(
    items.map(({code}) => code),
    ['minimiser', 'minimiser', 'minimiser', 'too-many'],
  )
  assert.match(String(items[3]?.message), /^Shown are 3 of 10 findings/)
  const many = client.statuses.at(-1)
  assert.deepEqual([many?.shown, many?.findings], [3, 10])

  const end = {line: 18, character: 0}
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: {uri: client.uri('many.md'), version: 2},
    contentChanges: [{range: {start: end, end}, text: 'So: '}],
  })
  const near = (await client.pull('many.md')).items.slice(0, 3).map(({range}) => range.start.line)
  assert.deepEqual(near, [14, 16, 18])

  client.open('large.md', 'You can simply reply.\n\n'.repeat(300))
  assert.equal((await client.pull('large.md')).items[0]?.code, 'too-large')
  assert.equal(client.statuses.at(-1)?.largerThan, 4000)
  client.close('large.md')
  const summary = await scan(client)
  assert.equal(summary['tooLarge'], 1)
  assert.equal(summary['skipped'], 1)
  assert.match(client.logs.join('\n'), /Left out, 1 in all: .*large\.md \(too-large\)/)
})

test('a file that says how large a page may be counts before the setting', async context => {
  const client = await startClient(context, {
    settings: {maxFileSize: 100},
    files: {'.poise.json': '{"maxFileSize": 5000}'},
  })
  await afterSettings(client)
  client.open('a.md', 'You can simply reply.\n\n'.repeat(20))
  assert.equal((await client.pull('a.md')).items.length, 20)
})
