import assert from 'node:assert/strict'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {editorTests} from './editor.ts'

const {test, editor} = await editorTests({logLevel: 'trace'})
const marker = 'zebra-marker-7f3a'

test('no text of an article is in the log at trace level', undefined, async (window, folder) => {
  const text = `# ${marker}\n\nYou should be able to see ${marker}. Simply open ${marker}.\n`
  writeFileSync(path.join(folder, 'marked.md'), text)
  await window.openFile('marked.md')
  assert.ok((await window.waitForSquiggles('warning')) > 0)
  await window.goTo(3, 5)
  assert.ok((await window.openQuickFixes()).length > 0)
  await window.page.keyboard.press('Escape')
  await window.runCommand('Poise: Scan Workspace')
  await window.openProblems()
  const {userData} = editor().server
  const logs = readdirSync(path.join(userData, 'logs'), {recursive: true, encoding: 'utf8'})
    .filter(name => /poise\.poise.*\.log$/.test(name))
    .map(name => readFileSync(path.join(userData, 'logs', name), 'utf8'))
    .join('')
  assert.match(logs, /\[trace\] .*textDocument\/diagnostic/)
  assert.match(logs, /\[trace\] .*textDocument\/codeAction/)
  assert.equal(logs.includes(marker), false, logs)
})
