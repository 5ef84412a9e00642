import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {editorTests, picture, saved} from './editor.ts'

const {test} = await editorTests({settings: {'editor.codeActionsOnSave': {'source.fixAll.poise': 'explicit'}}})

test('saving applies every safe rewrite, and nothing else', 'articles/export-your-notes.md', async (window, folder) => {
  const file = path.join(folder, 'articles/export-your-notes.md')
  const before = readFileSync(file, 'utf8')
  await window.waitForSquiggles('info')
  await window.goTo(1, 1)
  await window.page.keyboard.press('Control+End')
  await window.page.keyboard.type('Thanks.')
  const fixed = /with you\. Open \*\*File > Export\*\* and choose/
  const text = await saved(window, file, fixed)
  assert.match(text, fixed)
  assert.match(text, /^Comments are not part of an export\./m)
  const kept = (whole: string): string => /^- [\s\S]*```$/m.exec(whole)?.[0] ?? ''
  assert.equal(kept(text), kept(before))
  await window.screenshot(picture('saved'))
})
