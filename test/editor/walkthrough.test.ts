import assert from 'node:assert/strict'
import {setTimeout as sleep} from 'node:timers/promises'
import {editorTests, picture} from './editor.ts'
import type {Workbench} from './host/index.ts'
import {retry, within} from './host/waiting.ts'

const {test} = await editorTests({settings: {'editor.hover.delay': 100}})

test('the walkthrough opens a sample with a hover, and sees that a rewrite was taken', undefined, async window => {
  // Wide enough for the picture beside the steps.
  await window.page.setViewportSize({width: 1700, height: 900})
  await openWalkthrough(window)
  const start = window.page.locator('.gettingStartedContainer')
  await start.getByText('See what makes a customer push back').waitFor()
  await sleep(1500)
  await window.screenshot(picture('walkthrough'))

  await start.getByRole('button', {name: 'Open the Sample Reply'}).click()
  await window.page.locator('.tab.active[data-resource-name="sample.macro.md"]').waitFor()
  await window.waitForSquiggles('warning')
  await window.page.locator('.monaco-hover-content').first().waitFor()
  await window.screenshot(picture('walkthrough-sample'))
  await window.page.keyboard.press('Escape')

  await window.goTo(8, 56)
  await window.quickFix('Remove “simply”')
  await window.page
    .locator('.view-lines')
    .getByText(/after\syou\ssign\sout/)
    .waitFor()
  await sleep(1000)
  await openWalkthrough(window)
  const done = start.locator('.getting-started-step .codicon-getting-started-step-checked')
  for (let attempt = 0; attempt < 50 && (await done.count()) < 2; attempt++) await sleep(200)
  await window.screenshot(picture('walkthrough-done'))
  assert.equal(await done.count(), 2)
})

async function openWalkthrough({page}: Workbench): Promise<void> {
  const input = page.locator('.quick-input-widget input')
  const rows = page.locator('.quick-input-widget .monaco-list-row')
  await retry(async () => {
    await page.keyboard.press('F1')
    await input.fill('>Welcome: Open Walkthrough...')
    if (!(await within(2000, rows.first()))) return false
    await page.keyboard.press('Enter')
    return within(3000, rows.filter({hasText: 'Write replies'}))
  }, 'the list of walkthroughs')
  await rows.filter({hasText: 'Write replies'}).click()
}
