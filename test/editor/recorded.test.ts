import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {editorTests, picture} from './editor.ts'

const {test} = await editorTests()

test(
  'what is recorded becomes faint, and what is new does not',
  'articles/export-your-notes.md',
  async (window, folder) => {
    const before = await window.waitForSquiggles('warning')
    await window.runCommand('Poise: Record Baseline')
    await window.waitForSquiggles('warning', 0)
    assert.ok((await window.waitForSquiggles('hint')) >= before)
    assert.match(readFileSync(path.join(folder, '.poise-baseline.json'), 'utf8'), /"articles\/export-your-notes\.md"/)
    await window.goTo(3, 1)
    await window.page.keyboard.type('You should be able to see it. ')
    await window.waitForSquiggles('warning', 1)
    await window.screenshot(picture('recorded'))
  },
)
