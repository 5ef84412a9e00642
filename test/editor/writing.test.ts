import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {editorTests, picture, saved} from './editor.ts'
import type {Workbench} from './host/index.ts'

const {test, editor} = await editorTests({settings: {'editor.hover.delay': 100}})

const before = 'macros/sync-first-reply-before.md'

test('a macro shows its findings as squiggles, and Problems lists them', before, async (window, folder) => {
  await window.waitForSquiggles('warning')
  await window.openProblems()
  const rows = await problems(window, /outcome-should/)
  assert.ok(
    rows.some(row => /“You should be able to see” makes the result sound like a guess/.test(row)),
    rows.join('\n'),
  )
  await window.focusEditor()
  await window.screenshot(picture('macro'))
  assert.match(readFileSync(path.join(folder, before), 'utf8'), /You should be able to see/)
})

test('a quick fix is chosen with the keyboard, and the finding goes', before, async (window, folder) => {
  await window.waitForSquiggles('warning')
  await window.goTo(11, 30)
  const titles = await window.openQuickFixes()
  await window.screenshot(picture('quick-fix'))
  assert.ok(
    titles.some(title => title.includes("You'll see") && title.includes('if verified')),
    titles.join('\n'),
  )
  await window.page.keyboard.press('Escape')
  await window.quickFix("You'll see")
  await changed(window)
  const wanted = /You'll see your notes after that,/
  assert.match(await saved(window, path.join(folder, before), wanted), wanted)
})

test(
  'a fix that needs a fact waits for it where it belongs',
  'macros/handed-to-engineering.md',
  async (window, folder) => {
    const file = path.join(folder, 'macros/handed-to-engineering.md')
    await window.waitForSquiggles('warning')
    await window.goTo(11, 82)
    await window.quickFix('needs your input')
    await changed(window)
    await window.page.keyboard.type('Friday')
    const wanted = /\bby Friday\b/
    assert.match(await saved(window, file, wanted), wanted)
  },
)

test(
  'an ignore comment is respected, and a quick fix writes one',
  'articles/fix-sync-errors.md',
  async (window, folder) => {
    await window.openProblems()
    const rows = await problems(window, /vague-time/)
    assert.ok(!rows.some(row => row.includes('outcome-should')), rows.join('\n'))
    const line = lineOf(path.join(folder, 'articles/fix-sync-errors.md'), 'as soon as possible')
    await window.goTo(line, 60)
    await window.quickFix('Ignore')
    const comment = /<!-- poise-ignore vague-time/
    assert.match(await saved(window, path.join(folder, 'articles/fix-sync-errors.md'), comment), comment)
    await window.openProblems()
    await noProblem(window, /vague-time/)
  },
)

test('a scan fills Problems with the findings of files that are closed', undefined, async window => {
  await window.runCommand('Poise: Scan Workspace')
  await window.openProblems()
  const rows = await problems(window, /export-your-notes\.md/)
  assert.ok(rows.some(row => row.includes('handed-to-engineering.md')) || rows.length > 5, rows.join('\n'))
  await window.screenshot(picture('scan'))
})

test('a hover says what, why and what is better', before, async window => {
  await window.waitForSquiggles('warning')
  await window.goTo(11, 30)
  await window.runCommand('Show or Focus Hover')
  const hover = window.page.locator('.monaco-hover-content').first()
  await hover.waitFor()
  await window.screenshot(picture('hover'))
  const text = (await hover.textContent()) ?? ''
  assert.match(text, /guess/)
  assert.match(text, /Knowledge/i)
})

test('a killed server comes back with the same findings', before, async window => {
  await window.waitForSquiggles('warning')
  await window.openProblems()
  const rows = await problems(window, /outcome-should/)
  execFileSync('pkill', ['-9', '-f', `${editor().server.extensions}.*lsp\\.cjs`])
  await sleep(4000)
  await window.goTo(9, 1)
  await window.page.keyboard.type(' ')
  await window.page.keyboard.press('Backspace')
  await window.openProblems()
  assert.deepEqual(await problems(window, /outcome-should/), rows)
})

test('the configuration is checked while it is written', '.poise.json', async window => {
  await window.goTo(4, 1)
  await window.page.keyboard.insertText('  "rules": {"outcome-shold": "off"},\n')
  await window.openProblems()
  await problems(window, /outcome-should/)
  await window.screenshot(picture('configuration'))
})

/** Waits until the file that is open has unsaved changes. */
async function changed(window: Workbench): Promise<void> {
  await window.page.locator('.editor-group-container.active .tab.active.dirty').waitFor()
}

/** The rows of the Problems view, once one of them matches. */
async function problems(window: Workbench, wanted: RegExp): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const rows = await window.problemRows()
    if (rows.some(row => wanted.test(row))) return rows
    await sleep(200)
  }
  assert.fail(`Problems never listed ${wanted}:\n${(await window.problemRows()).join('\n')}`)
}

async function noProblem(window: Workbench, unwanted: RegExp): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (!(await window.problemRows()).some(row => unwanted.test(row))) return
    await sleep(200)
  }
  assert.fail(`Problems still lists ${unwanted}:\n${(await window.problemRows()).join('\n')}`)
}

function lineOf(file: string, text: string): number {
  return readFileSync(file, 'utf8').split(text)[0]?.split('\n').length ?? 0
}
