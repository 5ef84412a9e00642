import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {type TestContext, test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {Client} from '@modelcontextprotocol/client'
import {StdioClientTransport} from '@modelcontextprotocol/client/stdio'
import {folderOf} from '../cli/poise.ts'

const program = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url))
const reply = 'Hi Ana 👋 thanks for the file.\n\nYou should be able to see it now.\n'

interface Finding {
  readonly rule: string
  readonly severity: string
  readonly words?: string
  readonly line: number
  readonly why: string
  readonly rewrites: readonly {
    readonly safety: string
    readonly passage: string
    readonly edits?: readonly {readonly start: number; readonly end: number; readonly text: string}[]
  }[]
}

/** An assistant that is connected to the real program, in a folder with these files. */
async function assistant(context: TestContext, files: Readonly<Record<string, string>> = {}, args = ['mcp']) {
  const client = new Client({name: 'test', version: '1'})
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, ...args],
    cwd: folderOf(context, files),
    stderr: 'pipe',
  })
  await client.connect(transport)
  context.after(() => client.close())
  const ask = async (name: string, input: Record<string, unknown>) => {
    const {content, isError} = await client.callTool({name, arguments: input})
    const [first] = content
    assert.equal(first?.type, 'text')
    return {text: first.text, isError: isError === true}
  }
  return {
    client,
    ask: async (name: string, input: Record<string, unknown>) => {
      const {text, isError} = await ask(name, input)
      assert.equal(isError, false, text)
      return JSON.parse(text)
    },
    refused: async (name: string, input: Record<string, unknown>) => {
      const {text, isError} = await ask(name, input)
      assert.equal(isError, true, text)
      return text
    },
  }
}

const ofWords = ({findings}: {readonly findings: readonly Finding[]}) =>
  findings.filter(({words}) => words !== undefined)

test('an assistant sees the tools, what they are for, and that they change nothing', async t => {
  const {client} = await assistant(t)
  const {tools} = await client.listTools()
  assert.deepEqual(
    tools.map(({name}) => name),
    ['check_text', 'list_rewrites', 'explain_rule', 'list_rules'],
  )
  for (const {name, description, inputSchema, annotations} of tools) {
    assert.ok((description ?? '').length > 80, name)
    assert.equal(inputSchema.type, 'object')
    assert.equal(annotations?.readOnlyHint, true)
  }
  assert.match(client.getInstructions() ?? '', /check_text/)
})

test('a draft is checked: the words, the reason, the risk and what the passage becomes', async t => {
  const {ask} = await assistant(t)
  const answer = await ask('check_text', {text: reply, kind: 'macro'})
  const [found] = ofWords(answer)
  assert.equal(answer.kind, 'macro')
  assert.ok(answer.risk.overall > 0)
  assert.equal(found?.rule, 'outcome-should')
  assert.equal(found?.words, 'You should be able to see')
  assert.equal(found?.line, 3)
  assert.match(found?.why ?? '', /doubts the steps/)
  assert.equal(found?.rewrites[0]?.passage, "You'll see it now.")
  assert.deepEqual(ofWords(await ask('check_text', {text: reply.replace(/You should.*$/m, "You'll see it now.")})), [])
})

test('rewrites come with edits that apply to the text, behind an emoji too', async t => {
  const {ask} = await assistant(t)
  const text = '🙂 It is done. Just click Save.\n\nJust click Open.\n'
  const {findings} = await ask('list_rewrites', {text, rule: 'minimiser', line: 1})
  assert.equal(findings.length, 1)
  const edits = [...(findings[0].rewrites[0].edits as {start: number; end: number; text: string}[])].reverse()
  const mended = edits.reduce(
    (now, {start, end, text: written}) => now.slice(0, start) + written + now.slice(end),
    text,
  )
  assert.equal(mended, '🙂 It is done. Click Save.\n\nJust click Open.\n')
})

test('the house style of the folder, and of the one that the text is for, holds at once', async t => {
  const files = {
    '.poise.json': '{"rules": {"outcome-should": "hint"}, "articles": ["articles/**", "odd/**"]}',
    'legal/.poise.json': '{"rules": {"outcome-should": "off"}, "macros": ["**/*.md"]}',
    'drafts/.poise.json': '{"ignore": ["**"]}',
    'odd/.poise.json': '{"rules": {"outcome-shuld": "off"}}',
  }
  const {ask, refused} = await assistant(t, files)
  const severities = async (filename?: string) =>
    ofWords(await ask('check_text', {text: reply, filename})).map(({severity}) => severity)
  assert.deepEqual(await severities(), ['hint'])
  assert.deepEqual(await severities('articles/a.md'), ['hint'])
  assert.equal((await ask('check_text', {text: reply, kind: 'article'})).kind, 'article')
  assert.deepEqual(await severities('legal/a.md'), [])
  assert.equal((await ask('check_text', {text: reply, filename: 'legal/a.md'})).kind, 'macro')
  assert.match(await refused('check_text', {text: reply, filename: 'drafts/a.md'}), /leaves it out/)
  const {configuration} = await ask('check_text', {text: reply, filename: 'odd/a.md'})
  assert.match(configuration[0].problems[0], /Did you mean “outcome-should”/)
  const {rules} = await ask('list_rules', {kind: 'article'})
  assert.equal(rules.find(({rule}: {rule: string}) => rule === 'outcome-should').setting, 'hint')
})

test('the configuration that the page shows starts it in the folder that it names', async t => {
  const page = readFileSync(new URL('../../docs/assistants.md', import.meta.url), 'utf8')
  const {command, args} = JSON.parse(/^```json\n(.*?)^```$/ms.exec(page)?.[1] ?? '').mcpServers.poise
  const folder = folderOf(t, {'.poise.json': '{"rules": {"outcome-should": "off"}}'})
  assert.equal(command, 'poise')
  const {ask} = await assistant(
    t,
    {},
    args.map((each: string) => each.replace('/path/to/your/help-centre', folder)),
  )
  assert.deepEqual(ofWords(await ask('check_text', {text: reply})), [])
})

test('a folder that is not there is said', async t => {
  const {code, err} = await raw(['mcp', path.join(folderOf(t, {}), 'nowhere')], '')
  assert.equal(code, 2)
  assert.match(err, /There is no folder “.*nowhere”/)
})

test('a rule is explained with its reason and examples', async t => {
  const {ask, refused} = await assistant(t)
  const {principle, why, examples, page} = await ask('explain_rule', {rule: 'minimiser'})
  assert.equal(principle, 'understanding')
  assert.match(why, /fault is theirs/)
  assert.ok(examples.some((each: {instead_of?: string; better?: string}) => each.instead_of && each.better))
  assert.ok(examples.every((each: object) => !/[«»⟦⟧]/.test(JSON.stringify(each))))
  assert.match(page, /\/docs\/rules\/minimiser\.md$/)
  assert.match(await refused('explain_rule', {rule: 'minimizer'}), /Did you mean “minimiser”\?/)
})

test('what an assistant gets wrong is said, and the next call works', async t => {
  const {ask, refused} = await assistant(t, {'secret.md': 'Just click Save.'})
  assert.match(await refused('check_text', {}), /“text” is missing/)
  assert.match(await refused('check_text', {text: 5}), /“text” is a string/)
  assert.match(await refused('check_text', {text: 'a', path: '/etc/passwd'}), /no field “path”/)
  assert.match(await refused('check_text', {text: 'a', kind: 'letter'}), /one of article, macro/)
  assert.match(await refused('check_text', {text: 'a'.repeat(200_001)}), /the most is 200000/)
  assert.match(await refused('list_rewrites', {text: 'a', line: 0}), /from 1 to/)
  for (const filename of ['/etc/x.md', '../x.md', 'a/../../x.md', 'C:\\x.md', ''])
    assert.match(await refused('check_text', {text: 'a', filename}), /inside of the working folder/)
  // A file of that name is there; its text is not read.
  assert.deepEqual((await ask('check_text', {text: 'Click Open.', filename: 'secret.md'})).findings, [])
})

test('a long list is cut, and says by how much', async t => {
  const {ask} = await assistant(t)
  const {findings, left_out: left} = await ask('check_text', {text: 'Just click Save.\n\n'.repeat(80), kind: 'article'})
  assert.equal(findings.length, 50)
  assert.ok(left >= 30)
})

test('the standard output holds the protocol and nothing else, and the program ends with its client', async () => {
  const hello = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {protocolVersion: '2025-06-18', capabilities: {}, clientInfo: {name: 'raw', version: '1'}},
  }
  const {code, out} = await raw(['mcp'], `${JSON.stringify(hello)}\nnonsense\n`)
  assert.equal(code, 0)
  const lines = out.trim().split('\n')
  for (const line of lines) assert.equal(JSON.parse(line).jsonrpc, '2.0')
  assert.equal(JSON.parse(lines[0] ?? '').result.serverInfo.name, 'poise')
})

test('the command line loads none of it for other commands', () => {
  assert.doesNotMatch(readFileSync(program, 'utf8'), /protocolVersion/)
})

function raw(args: readonly string[], input: string): Promise<{code: number | null; out: string; err: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {timeout: 20_000, killSignal: 'SIGKILL'})
    let [out, err] = ['', '']
    child.stdout.on('data', data => {
      out += String(data)
      child.stdin.end()
    })
    child.stderr.on('data', data => (err += String(data)))
    child.on('error', reject)
    child.on('close', code => resolve({code, out, err}))
    if (input === '') child.stdin.end()
    else child.stdin.write(input)
  })
}
