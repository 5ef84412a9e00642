import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Client as Assistant} from '@modelcontextprotocol/client'
import {StdioClientTransport} from '@modelcontextprotocol/client/stdio'
import type {CodeAction, CodeLens} from 'vscode-languageserver-protocol'
import {type Ended, poise, program} from '../cli/poise.ts'
import {type Client, vscode} from '../lsp/client.ts'

/** A client that can do what the server asks of it, so that all of the server's commands are there. */
export const able = {
  ...vscode,
  workspace: {
    ...vscode.workspace,
    workspaceEdit: {...vscode.workspace?.workspaceEdit, changeAnnotationSupport: {groupsOnLabel: true}},
  },
}

const formats = 'text json sarif github gitlab junit checkstyle markdown compact html'.split(' ')
const commandLines: readonly string[][] = [
  ...formats.map(format => ['check', '--format', format]),
  ['check', '--timing', '--workers', '2'],
  ['check', '--cache'],
  ['check', '--cache'],
  ['check', '--fix-dry-run'],
  ['check', '--fail-under', '90', '--quiet'],
  ['check', 'nowhere.md', 'a.md'],
  ['style', 'test'],
  ['macros', 'import', 'export.json', '--to', 'out'],
  ['macros', 'export', 'out', '--into', 'export.json', '--dry-run'],
  ['baseline'],
  ['check'],
  ['check', '--no-baseline', '--fix'],
  ['macros', 'export', 'out', '--into', 'export.json'],
]

/** Runs the command line in all its ways but watching and those that ask git, in a folder with an `a.md` and an `export.json`. */
export async function useCommandLine(cwd: string): Promise<readonly Ended[]> {
  const ended = [await poise(['check', '--stdin'], {cwd, input: readFileSync(join(cwd, 'a.md'))})]
  for (const args of commandLines) ended.push(await poise(args, {cwd}))
  return ended
}

/** Asks the command line what has changed, which it learns from git. */
export async function useGit(cwd: string): Promise<readonly Ended[]> {
  const ended: Ended[] = []
  for (const args of [['--changed'], ['--staged'], ['--since', 'HEAD']])
    ended.push(await poise(['check', '--no-baseline', ...args], {cwd}))
  return ended
}

/** Asks the server for everything that it answers, for each of the documents; gives what it wrote to any log. */
export async function useServer(client: Client, documents: Readonly<Record<string, string>>): Promise<string[]> {
  const {connection, folder} = client
  const logged: string[] = []
  const keep = (params: unknown) => void logged.push(JSON.stringify(params))
  client.process.stderr?.on('data', data => logged.push(String(data)))
  for (const method of ['$/logTrace', 'telemetry/event']) connection.onNotification(method, keep)
  connection.onRequest('workspace/applyEdit', () => ({applied: true}))
  await connection.sendNotification('$/setTrace', {value: 'verbose'})
  // A server may refuse: what counts is what it does meanwhile.
  const ask = <Answer>(method: string, params: object): Promise<Answer | undefined> =>
    connection.sendRequest<Answer>(method, params).catch(() => undefined)

  for (const [name, text] of Object.entries(documents)) {
    const textDocument = {uri: client.uri(name)}
    client.open(name, text)
    client.change(name, `${text}\n${text}`, 2)
    client.change(name, text, 3)
    await ask('textDocument/documentSymbol', {textDocument})
    await ask('textDocument/foldingRange', {textDocument})
    for (const lens of (await ask<CodeLens[] | null>('textDocument/codeLens', {textDocument})) ?? [])
      await ask('codeLens/resolve', lens)
    for (const diagnostic of (await client.pull(name)).items) {
      const {range} = diagnostic
      await ask('textDocument/hover', {textDocument, position: range.start})
      await ask('textDocument/completion', {textDocument, position: range.end})
      const context = {diagnostics: [diagnostic]}
      for (const action of (await ask<CodeAction[] | null>('textDocument/codeAction', {
        textDocument,
        range,
        context,
      })) ?? [])
        await ask('codeAction/resolve', action)
    }
    await ask('textDocument/hover', {textDocument, position: {line: 'x'}})
    for (const principle of ['knowledge', 'intent', 'understanding', 'standing'])
      await ask('poise/findings', {...textDocument, principle})
    await ask('poise/rewritten', textDocument)
    await ask('poise/edit', {...textDocument, does: 'turn-off', rule: 'minimiser'})
    await ask('poise/askTool', {tool: 'check_text', input: {text}})
    const phrase = {uri: textDocument.uri, find: 'at your convenience'}
    await ask('workspace/executeCommand', {command: 'poise.server.addPhrase', arguments: [phrase]})
  }
  await ask('poise/check', {folder: client.uri('.'), paths: []})
  const summary = await ask('poise/report', {})
  await ask('poise/reportPage', {summary, nonce: 'n', file: join(folder, 'report.html')})
  for (const command of client.result.capabilities.executeCommandProvider?.commands ?? [])
    await ask('workspace/executeCommand', {command, arguments: [{}]})
  for (const name of Object.keys(documents)) client.close(name)
  await ask('shutdown', {})
  return [...logged, ...client.logs, ...client.messages]
}

/** Asks all tools of `poise mcp` about a text; gives what it wrote to its standard error. */
export async function useAssistant(cwd: string, text: string): Promise<string> {
  const assistant = new Assistant({name: 'test', version: '1'})
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp'],
    cwd,
    env,
    stderr: 'pipe',
  })
  let errors = ''
  transport.stderr?.on('data', data => {
    errors += data
  })
  await assistant.connect(transport)
  const inputs = {check_text: {text}, list_rewrites: {text}, explain_rule: {rule: 'minimiser'}, list_rules: {}}
  for (const [name, input] of Object.entries(inputs)) await assistant.callTool({name, arguments: input})
  await assistant.close()
  return errors
}

/** A document whose findings lie around, and one of which is, these words. */
export const around = (words: string): string =>
  `Hi Ana,\n\nYou should be able to see ${words} now. Simply open ${words}. Unfortunately, we can't send ${words}.\n`
