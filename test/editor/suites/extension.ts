import assert from 'node:assert/strict'
import {setTimeout as sleep} from 'node:timers/promises'
import * as vscode from 'vscode'
import {runTests, test} from '../host/suite-runner.ts'

const file = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), name)

async function findings(
  uri: vscode.Uri,
  isDone = (found: readonly vscode.Diagnostic[]) => found.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const found = vscode.languages.getDiagnostics(uri).filter(({source}) => source === 'poise')
    if (isDone(found)) return found
    await sleep(100)
  }
  return vscode.languages.getDiagnostics(uri)
}

test('the extension activates and brings its commands', async () => {
  const extension = vscode.extensions.getExtension('poise.poise')
  assert.ok(extension)
  await extension.activate()
  const commands = await vscode.commands.getCommands(true)
  for (const name of ['scanWorkspace', 'fixAll', 'fixWorkspace', 'toggle', 'restart', 'showLog', 'createConfiguration'])
    assert.ok(commands.includes(`poise.${name}`), name)
})

test('diagnostics carry rule, link, severity and place', async () => {
  const uri = file('macros/sync-first-reply-before.md')
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  const found = await findings(uri)
  const should = found.find(({code}) => typeof code === 'object' && code.value === 'outcome-should')
  assert.ok(should, JSON.stringify(found))
  assert.equal(document.getText(should.range), 'You should be able to see')
  assert.equal(should.severity, vscode.DiagnosticSeverity.Warning)
  assert.match(typeof should.code === 'object' ? should.code.target.toString() : '', /docs\/rules\/outcome-should\.md$/)
})

test('an edit brings new findings, at their new places', async () => {
  const document = await vscode.workspace.openTextDocument(file('articles/read-your-invoice.md'))
  const editor = await vscode.window.showTextDocument(document)
  await editor.edit(edit => edit.insert(new vscode.Position(6, 0), 'You can simply reply. 😀\n\n'))
  const found = await findings(document.uri, now => now.some(({message}) => message.includes('simply')))
  const simply = found.find(({message}) => message.includes('simply'))
  assert.equal(simply && document.getText(simply.range), 'simply')
  await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '\n'))
  const moved = await findings(document.uri, now => now.some(({range}) => range.start.line === 7))
  assert.equal(moved[0] && document.getText(moved[0].range), 'simply')
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
})

test('Fix All in File applies the safe rewrites', async () => {
  const document = await vscode.workspace.openTextDocument(file('articles/export-your-notes.md'))
  await vscode.window.showTextDocument(document)
  await findings(document.uri)
  await vscode.commands.executeCommand('poise.fixAll')
  for (let attempt = 0; attempt < 100 && document.getText().includes('Unfortunately'); attempt++) await sleep(100)
  assert.match(document.getText(), /^Comments are not part of an export\./m)
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
})

test('a restart keeps the findings', async () => {
  const uri = file('macros/handed-to-engineering.md')
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
  const before = (await findings(uri)).map(({message}) => message)
  await vscode.commands.executeCommand('poise.restart')
  const after = await findings(uri, found => found.length === before.length)
  assert.deepEqual(
    after.map(({message}) => message),
    before,
  )
})

test('the task checks the folder, and its matcher puts closed files into Problems', async () => {
  const [task] = await vscode.tasks.fetchTasks({type: 'poise'})
  assert.ok(task)
  const ended = new Promise<number | undefined>(resolve => {
    vscode.tasks.onDidEndTaskProcess(({execution, exitCode}) => {
      if (execution.task.name === task.name) resolve(exitCode)
    })
  })
  await vscode.tasks.executeTask(task)
  assert.equal(await ended, 1)
  const matched = () =>
    vscode.languages.getDiagnostics(file('macros/saved-replies.md')).filter(({source}) => source === 'poise check')
  for (let attempt = 0; attempt < 50 && matched().length === 0; attempt++) await sleep(100)
  const vague = matched().find(({code}) => code === 'vague-time')
  assert.ok(vague, JSON.stringify(matched()))
  assert.match(vague.message, /leaves open when it happens\.$/)
  const text = await vscode.workspace.openTextDocument(file('macros/saved-replies.md'))
  const [ours] = await findings(text.uri)
  assert.ok(ours)
})

test('the debug information names versions and settings, and nothing of the texts', async () => {
  const text = await vscode.commands.executeCommand<string>('poise.copyDebugInformation')
  assert.match(text, /^Poise \d+\.\d+\.\d+\n/)
  assert.doesNotMatch(text, /macros|articles|\.md/)
})

export const run = runTests
