import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {editorTests, picture} from './editor.ts'
import type {Workbench} from './host/index.ts'
import {plain} from './host/waiting.ts'

const {test} = await editorTests()

const article = 'articles/export-your-notes.md'
const texts = (folder: string) =>
  ['macros/sync-first-reply-before.md', article, 'macros/zendesk-macros.json'].map(name =>
    readFileSync(path.join(folder, name), 'utf8'),
  )

test(
  'safe rewrites of a workspace are looked through first, rule by rule, and then written',
  article,
  async (window, folder) => {
    const before = texts(folder)
    await closeMessages(window)
    await window.waitForSquiggles('info')
    // The text in the editor counts, not the one on the disk.
    await window.goTo(19, 1)
    await window.page.keyboard.insertText('You can simply reply.\n')
    await window.runCommand('Poise: Apply Safe Rewrites in the Workspace…')
    const rows = await previewRows(window)
    await window.screenshot(picture('refactor-preview'))
    assert.ok(
      rows.some(row => /^export-your-notes\.md/.test(row)),
      rows.join('\n'),
    )
    await window.page.getByRole('button', {name: 'Group Changes By Type'}).click()
    await previewRows(window, /safe\srewrites\sof\s“already-told-you”/)
    await window.screenshot(picture('refactor-preview-by-rule'))
    assert.deepEqual(texts(folder), before)
    await window.page.locator('.bulk-edit-panel').getByRole('button', {name: 'Apply'}).click()
    const [macro = '', text = ''] = await changed(() => texts(folder), before)
    assert.match(text, /You can reply\./)
    assert.match(text, /^Comments are not part of an export\./m)
    assert.match(macro, /You should be able to see/)
  },
)

test(
  'one rule is rewritten everywhere from a quick fix, and Discard leaves all as it is',
  article,
  async (window, folder) => {
    const before = texts(folder)
    await window.waitForSquiggles('info')
    await window.goTo(7, 42)
    await window.quickFix('Fix all “minimiser” in the workspace…')
    const rows = await previewRows(window)
    assert.ok(
      rows.every(row => !row.includes('unfortunately-lead')),
      rows.join('\n'),
    )
    await window.page.locator('.bulk-edit-panel').getByRole('button', {name: 'Discard'}).click()
    await sleep(1000)
    assert.deepEqual(texts(folder), before)
  },
)

test(
  'the preview of rewrites is a diff that follows what is written, and is not checked itself',
  article,
  async window => {
    await window.waitForSquiggles('info')
    await window.runCommand('Poise: Preview Rewrites')
    await window.page.locator('.monaco-diff-editor').waitFor()
    const right = window.page.locator('.monaco-diff-editor .editor.modified .view-lines')
    await right.getByText('Comments are not part').waitFor()
    await sleep(1500)
    await window.screenshot(picture('preview'))
    assert.equal(await window.page.locator('.editor.modified [class*="squiggly-"]').count(), 0)
    await window.page.locator('.editor.original .view-line').filter({hasText: 'Large'}).click()
    await window.page.keyboard.press('End')
    await window.page.keyboard.insertText(' You can simply write to us.')
    await right.getByText(/You\scan\swrite\sto\sus/).waitFor()
    await window.screenshot(picture('preview-follows'))
  },
)

/** Closes what covers a button: the preview opens a page of HTML, and the editor's own server for HTML says so where it can't start. */
async function closeMessages({page}: Workbench): Promise<void> {
  const messages = page.locator('.notification-toast')
  // A message may go while it is closed, so nothing waits for it.
  const close = (): Promise<void> =>
    messages.locator('.codicon-notifications-clear').evaluateAll(all => {
      for (const button of all) button.dispatchEvent(new Event('click', {bubbles: true}))
    })
  await page.addLocatorHandler(messages.first(), close, {noWaitAfter: true})
}

/** The rows of the refactor preview, once one of them matches. */
async function previewRows(window: Workbench, wanted = /./): Promise<readonly string[]> {
  const rows = window.page.locator('.bulk-edit-panel .monaco-list-row')
  await rows.filter({hasText: wanted}).first().waitFor()
  return plain(await rows.allInnerTexts())
}

async function changed(read: () => readonly string[], before: readonly string[]): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const now = read()
    if (now.every((text, index) => text !== before[index])) return now
    await sleep(200)
  }
  assert.fail('Not all was written')
}
