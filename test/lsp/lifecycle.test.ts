import assert from 'node:assert/strict'
import {test} from 'node:test'
import {setTimeout as wait} from 'node:timers/promises'
import {kate, neovim, startClient} from './client.ts'

const bad = 'You should be able to see the invoice now.\n'
const secret = 'Zanzibar-41'

test('requests before initialize are refused, and notifications dropped', async context => {
  const client = await startClient(context, {initialize: false})
  await assert.rejects(client.pull('a.md'), {code: -32002})
  await assert.rejects(client.connection.sendRequest('no/such', {}), {code: -32002})
  client.open('a.md', bad)
  await client.connection.sendRequest('initialize', {processId: null, rootUri: null, capabilities: kate})
  await assert.rejects(
    client.connection.sendRequest('initialize', {processId: null, rootUri: null, capabilities: kate}),
    {code: -32600},
  )
  await client.connection.sendNotification('initialized', {})
  await wait(150)
  assert.equal(client.last('a.md'), undefined)
  client.open('a.md', bad)
  await client.published('a.md')
})

test('requests after shutdown are refused, and exit ends with 0', async context => {
  const client = await startClient(context)
  await client.connection.sendRequest('shutdown')
  await assert.rejects(client.pull('a.md'), {code: -32600})
  await assert.rejects(client.connection.sendRequest('shutdown'), {code: -32600})
  const ended = new Promise(resolve => client.process.once('exit', resolve))
  await client.connection.sendNotification('exit')
  assert.equal(await ended, 0)
})

test('exit without shutdown ends with 1', async context => {
  const client = await startClient(context)
  const ended = new Promise(resolve => client.process.once('exit', resolve))
  await client.connection.sendNotification('exit')
  assert.equal(await ended, 1)
})

test('odd requests are answered, each once, and the session goes on', async context => {
  const client = await startClient(context)
  const answered = (method: string, params: unknown) =>
    client.connection.sendRequest(method, params).then(
      value => ({value}),
      error => ({error}),
    )
  const odd: [string, unknown][] = [
    ['no/such/method', {}],
    ['textDocument/hover', null],
    ['textDocument/hover', {textDocument: {uri: 3}, position: 'x'}],
    ['textDocument/codeAction', {}],
    ['textDocument/codeAction', {textDocument: {uri: 'untitled:x'}, range: null, context: {}}],
    ['codeAction/resolve', {title: 'x', data: {uri: 'file:///x', version: 0, text: 1, fix: {does: 'nothing'}}}],
    ['codeAction/resolve', {title: 'x', data: 7}],
    ['workspace/executeCommand', {command: 'rm'}],
    ['workspace/executeCommand', []],
  ]
  await Promise.all(odd.map(([method, params]) => answered(method, params)))
  for (const params of [
    null,
    {},
    {textDocument: null},
    {textDocument: {uri: {}}},
    {textDocument: {uri: 'file://%zz'}},
  ]) {
    const answer = await answered('textDocument/diagnostic', params)
    if ('value' in answer) assert.deepEqual(answer.value, {kind: 'full', items: []})
    else assert.ok(params === null, JSON.stringify(params))
  }
  for (const method of [
    'textDocument/didChange',
    'textDocument/didOpen',
    'textDocument/didClose',
    'textDocument/didSave',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeConfiguration',
    'x/y',
  ]) {
    await client.connection.sendNotification(method, {})
    await client.connection.sendNotification(method, {
      textDocument: {uri: client.uri('never-opened.md'), version: 1},
      contentChanges: [],
    })
  }
  client.open('a.md', bad)
  assert.equal((await client.pull('a.md')).items.length, 1)
})

test('junk on the line harms nothing, and the server writes only framed messages', async context => {
  const client = await startClient(context, {initialize: false})
  const {stdin, stdout} = client.process
  assert.ok(stdin && stdout)
  client.connection.dispose()
  let output = Buffer.alloc(0)
  stdout.on('data', data => {
    output = Buffer.concat([output, data])
  })
  const send = (body: string | Buffer) => {
    const bytes = Buffer.from(body)
    stdin.write(`Content-Length: ${bytes.length}\r\n\r\n`)
    stdin.write(bytes)
  }
  send(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {processId: null, rootUri: null, capabilities: {}},
    }),
  )
  for (const junk of [
    '{',
    'null',
    '[]',
    '3',
    `"${secret}"`,
    `{"text":"${secret}"}`,
    '{"jsonrpc":"2.0","id":null}',
    '{"jsonrpc":"2.0","method":5}',
    `{"jsonrpc":"2.0","id":77,"error":{"code":1,"message":"${secret}"}}`,
  ])
    send(junk)
  send(Buffer.from([0xff, 0xfe, 0x00]))
  for (let index = 0; index < 2000; index += 1) send('{"jsonrpc":"2.0","method":"$/x"}')
  send(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 2,
      method: 'textDocument/hover',
      params: {textDocument: {uri: 'file:///a.md'}, position: {line: 0, character: 0}},
    }),
  )
  while (!output.includes('"id":2')) await wait(10)
  let rest = output.toString()
  while (rest !== '') {
    const header = /^Content-Length: (\d+)\r\n\r\n/.exec(rest)
    assert.ok(header, rest.slice(0, 100))
    const end = header[0].length + Number(header[1])
    assert.doesNotThrow(() => JSON.parse(rest.slice(header[0].length, end)))
    rest = rest.slice(end)
  }
  assert.ok(!output.includes(secret))
})

test('the server ends when its input does', async context => {
  const client = await startClient(context)
  const ended = new Promise(resolve => client.process.once('exit', resolve))
  client.process.stdin?.end()
  assert.equal(typeof (await ended), 'number')
})

test('a change of a document that was never opened, or that goes back in time, is dropped', async context => {
  const client = await startClient(context, {capabilities: neovim})
  client.change('a.md', bad, 4)
  client.open('a.md', bad, 5)
  await client.published('a.md', each => each.diagnostics.length === 1)
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: {uri: client.uri('a.md'), version: 3},
    contentChanges: [{text: 'Old.'}],
  })
  await wait(150)
  assert.equal(client.last('a.md')?.diagnostics.length, 1)
  assert.equal(client.logs.filter(line => /Dropped a change/.test(line)).length, 2)
})

test('after many quick edits the last text is what counts', async context => {
  const client = await startClient(context)
  client.open('a.md', bad, 0)
  const pulls = []
  let text = bad
  for (let version = 1; version <= 300; version += 1) {
    const line = {line: version % 3 === 0 ? 0 : 1, character: 0}
    const insert = version % 2 === 0 ? `${bad}\n` : '> x\n\n'
    const lines = text.split('\n')
    const offset = line.line === 0 ? 0 : (lines[0]?.length ?? 0) + 1
    text = text.slice(0, offset) + insert + text.slice(offset)
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: {uri: client.uri('a.md'), version},
      contentChanges: [{range: {start: line, end: line}, text: insert}],
    })
    if (version % 10 === 0) pulls.push(client.pull('a.md'))
  }
  await Promise.all(pulls)
  const last = await client.pull('a.md')
  const fresh = await startClient(context)
  fresh.open('a.md', text, 0)
  assert.deepEqual(last.items, (await fresh.pull('a.md')).items)
  assert.ok(last.items.length > 0)
})

test('a cancelled request is answered as cancelled', async context => {
  const client = await startClient(context)
  client.open('a.md', bad)
  const {CancellationTokenSource} = await import('vscode-jsonrpc/node')
  const source = new CancellationTokenSource()
  const before = Array.from({length: 300}, () => client.pull('a.md'))
  const asked = client.connection.sendRequest(
    'textDocument/diagnostic',
    {textDocument: {uri: client.uri('a.md')}},
    source.token,
  )
  source.cancel()
  await assert.rejects(asked, {code: -32800})
  assert.equal((await Promise.all(before)).length, 300)
  assert.equal((await client.pull('a.md')).items.length, 1)
})

test('a document over the size cap gets one note, and no text reaches the log', async context => {
  const client = await startClient(context, {files: {'.poise.json': '{"maxFileSize": 100}'}})
  client.open('a.md', `${secret} ${bad.repeat(20)}`)
  const {items} = await client.pull('a.md')
  assert.deepEqual(
    items.map(({code, severity, range}) => [code, severity, range.start.line]),
    [['too-large', 3, 0]],
  )
  assert.ok(!client.logs.join('\n').includes(secret))
})

test('a large data file that holds no replies is left alone without a note', async context => {
  const client = await startClient(context, {files: {'.poise.json': '{"maxFileSize": 10}'}})
  client.open('data.json', JSON.stringify({rows: Array.from({length: 60}, (_, row) => ({row}))}))
  client.open('macros.json', JSON.stringify({macros: Array.from({length: 20}, () => ({title: 'A', actions: []}))}))
  assert.deepEqual((await client.pull('data.json')).items, [])
  assert.deepEqual(
    (await client.pull('macros.json')).items.map(({code}) => code),
    ['too-large'],
  )
})

test('a client that asks for it hears how each version stands', async context => {
  const client = await startClient(context, {options: {status: true}})
  client.open('a.md', bad, 0)
  await client.pull('a.md')
  while (client.statuses.length === 0) await wait(5)
  const [status] = client.statuses
  assert.equal(status?.version, 0)
  assert.equal(status?.findings, 1)
})
