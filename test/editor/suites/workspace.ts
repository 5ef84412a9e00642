import assert from 'node:assert/strict'
import {setTimeout as sleep} from 'node:timers/promises'
import * as vscode from 'vscode'
import {runTests, test} from '../host/suite-runner.ts'

const file = (folder: number, name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[folder]?.uri ?? vscode.Uri.file('/'), name)

const found = (uri: vscode.Uri): readonly string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({source}) => source === 'poise')
    .map(({code, severity}) => `${typeof code === 'object' ? code.value : code} ${vscode.DiagnosticSeverity[severity]}`)
    .sort()

/** Waits until the findings of a document are these. */
async function expectFound(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 150 && String(found(uri)) !== String(expected); attempt++) await sleep(100)
  assert.deepEqual(found(uri), expected, uri.toString())
}

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  return document
}

test('two folders of a workspace: each by its own .poise.json and its own settings', async () => {
  assert.equal(vscode.workspace.workspaceFolders?.length, 2)
  await show(file(0, 'a.md'))
  await expectFound(file(0, 'a.md'), ['outcome-should Warning'])
  await show(file(1, 'a.md'))
  await expectFound(file(1, 'a.md'), ['minimiser Information', 'outcome-should Hint'])
  const settings = vscode.workspace.getConfiguration('poise', file(1, 'a.md'))
  await settings.update('rules', {minimiser: 'off'}, vscode.ConfigurationTarget.WorkspaceFolder)
  await expectFound(file(1, 'a.md'), ['outcome-should Warning'])
})

test('of two sides that are compared, the file alone is checked', async () => {
  const text = '# Invoices\n\nYou should be able to see it.\n'
  const provider = vscode.workspace.registerTextDocumentContentProvider('before', {
    provideTextDocumentContent: () => text,
  })
  const left = vscode.Uri.parse('before:/a.md')
  await vscode.commands.executeCommand('vscode.diff', left, file(0, 'a.md'), 'Compared')
  await expectFound(file(0, 'a.md'), ['outcome-should Warning'])
  assert.equal(vscode.workspace.textDocuments.find(({uri}) => uri.scheme === 'before')?.languageId, 'markdown')
  assert.deepEqual(found(left), [])
  provider.dispose()
})

test('the Markdown cells of a notebook are checked, and follow its edits', async () => {
  // As a person opens it: with its tab first.
  await vscode.commands.executeCommand('vscode.open', file(0, 'guide.ipynb'))
  for (let attempt = 0; attempt < 100 && !vscode.window.activeNotebookEditor; attempt++) await sleep(100)
  const [prose, code] = vscode.window.activeNotebookEditor?.notebook.getCells() ?? []
  assert.ok(prose && code)
  assert.equal(prose.document.languageId, 'markdown')
  await expectFound(prose.document.uri, ['outcome-should Warning'])
  assert.deepEqual(found(code.document.uri), [])
  const edit = new vscode.WorkspaceEdit()
  const range = new vscode.Range(0, 0, prose.document.lineCount, 0)
  edit.replace(prose.document.uri, range, 'You can see it.')
  await vscode.workspace.applyEdit(edit)
  await expectFound(prose.document.uri, [])
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
})

test('a new file without a name is checked', async () => {
  const document = await vscode.workspace.openTextDocument({language: 'markdown', content: 'You can simply reply.\n'})
  await vscode.window.showTextDocument(document)
  await expectFound(document.uri, ['minimiser Information'])
})

test('what is new waits for a pause, and an editor that pulls is told when it is over', async () => {
  const settings = vscode.workspace.getConfiguration('poise', file(0, 'b.md'))
  await settings.update('delay', 2500, vscode.ConfigurationTarget.WorkspaceFolder)
  const document = await show(file(0, 'b.md'))
  await expectFound(document.uri, ['outcome-should Warning'])
  const editor = await vscode.window.showTextDocument(document)
  await sleep(500)
  await editor.edit(edit => edit.insert(new vscode.Position(4, 0), 'We hope it will work. '))
  await sleep(1000)
  assert.deepEqual(found(document.uri), ['outcome-should Warning'])
  await expectFound(document.uri, ['hope-outcome Warning', 'outcome-should Warning'])
  await settings.update('delay', undefined, vscode.ConfigurationTarget.WorkspaceFolder)
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
})

test('the page of a rule opens without a network', async () => {
  await vscode.commands.executeCommand('poise.openRule', 'minimiser')
  const labels = () => vscode.window.tabGroups.all.flatMap(({tabs}) => tabs.map(({label}) => label))
  for (let attempt = 0; attempt < 100 && !labels().some(label => /Preview minimiser\.md/.test(label)); attempt++)
    await sleep(100)
  assert.match(labels().join(), /Preview minimiser\.md/)
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
})

test('Record Baseline writes the file of a folder, and what it holds becomes a faint hint', async () => {
  const record = vscode.commands.executeCommand('poise.recordBaseline')
  // The folder is asked for; the first is chosen.
  await sleep(1500)
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
  await record
  const written = await vscode.workspace.fs.readFile(file(0, '.poise-baseline.json'))
  assert.match(new TextDecoder().decode(written), /"a\.md"/)
  await show(file(0, 'a.md'))
  await expectFound(file(0, 'a.md'), ['outcome-should Hint'])
  await vscode.workspace.fs.delete(file(0, '.poise-baseline.json'))
  await expectFound(file(0, 'a.md'), ['outcome-should Warning'])
})

export const run = runTests
