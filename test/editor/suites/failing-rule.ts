import assert from 'node:assert/strict'
import {setTimeout as sleep} from 'node:timers/promises'
import * as vscode from 'vscode'
import {runTests, test} from '../host/suite-runner.ts'

const sound = 'You should be able to see it.\n\nYou can simply reply.\n'

// A client may give a document up for good after one answer that is an error; see `requests.ts`.
test('a document whose check fails is shown again as soon as it can be checked', async () => {
  const document = await vscode.workspace.openTextDocument({language: 'markdown', content: sound})
  const editor = await vscode.window.showTextDocument(document)
  await shown(document, ['minimiser', 'outcome-should'])
  const write = (word: string) => editor.edit(edit => edit.replace(document.lineAt(2).range, `You can simply ${word}.`))
  for (let round = 0; round < 3; round++) {
    await write('ask kaboom')
    await shown(document, ['outcome-should', 'rule-failed'])
    await write('ask meltdown')
    await shown(document, [])
    await write('reply')
    await shown(document, ['minimiser', 'outcome-should'])
  }
})

test('a document whose check never ends is left out after two restarts', async () => {
  const document = await vscode.workspace.openTextDocument({language: 'markdown', content: sound})
  const editor = await vscode.window.showTextDocument(document)
  await shown(document, ['minimiser', 'outcome-should'])
  await editor.edit(edit => edit.replace(document.lineAt(2).range, 'You can simply ask treadmill.'))
  await sleep(1000)
  await vscode.commands.executeCommand('poise.restart')
  await sleep(2000)
  await vscode.commands.executeCommand('poise.restart')
  await shown(document, ['left-out'])
  const other = await vscode.workspace.openTextDocument({language: 'markdown', content: sound})
  await vscode.window.showTextDocument(other)
  await shown(other, ['minimiser', 'outcome-should'])
})

async function shown(document: vscode.TextDocument, wanted: readonly string[]): Promise<void> {
  const now = () =>
    vscode.languages
      .getDiagnostics(document.uri)
      .map(({code}) => String(typeof code === 'object' ? code.value : code))
      .sort()
  for (let attempt = 0; attempt < 200 && now().join() !== wanted.join(); attempt++) await sleep(100)
  assert.deepEqual(now(), wanted)
}

export const run = runTests
