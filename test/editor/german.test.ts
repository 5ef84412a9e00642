import assert from 'node:assert/strict'
import {editorTests, picture} from './editor.ts'
import {treeRows, treeTexts} from './host/tree-rows.ts'

const {test} = await editorTests({language: 'de'})

test('in an editor in German, Poise speaks German', 'macros/sync-first-reply-before.md', async window => {
  // The manifest's texts.
  await window.runCommand('Poise: Focus on Befunde View')
  await window.runCommand('Poise: Arbeitsbereich durchsuchen')
  // The client's.
  await treeRows(window.page).filter({hasText: 'Absicht'}).first().waitFor()
  const rows = await treeTexts(window.page)
  assert.ok(
    rows.some(row => /^Absicht.*\d+ in \d+ Dateien, nach Risiko/.test(row)),
    rows.join('\n'),
  )
  // The server's.
  await window.page
    .locator('.codelens-decoration')
    .getByText(/^Risiko \d+ von 100: /)
    .first()
    .waitFor()
  await window.page.keyboard.press('Control+1')
  await window.waitForSquiggles('warning')
  await window.focusEditor()
  await window.page.keyboard.press('F8')
  const titles = await window.openQuickFixes()
  assert.ok(
    titles.some(title => /^„[a-z-]+“ hier ignorieren$/.test(title)),
    titles.join('\n'),
  )
  await window.screenshot(picture('german'))
})
