import assert from 'node:assert/strict'
import {test} from 'node:test'
import {startBrowser} from '../editor/host/browser.ts'
import {findChromium} from '../editor/host/install.ts'
import {showDocument} from './codemirror-page.ts'
import {configurationOf} from './editors-page.ts'
import {reasonToSkip} from './programs.ts'

const reason = await reasonToSkip({
  name: 'CodeMirror',
  isThere: () => findChromium() !== undefined,
  packages: ['chromium', 'fonts-liberation'],
})

test('CodeMirror, set up by the page, marks what is behind an emoji, says why on hover, and follows the typing', {
  skip: reason ?? false,
  timeout: 90_000,
}, async t => {
  const browser = await startBrowser({chromium: findChromium() ?? ''})
  t.after(() => browser.close())
  const {page, server} = await showDocument(browser, configurationOf('CodeMirror 6'), {
    text: '# Exports\n\n👋 You should be able to see it now.\n',
    uri: 'file:///nowhere/exports.md',
  })
  t.after(() => server.kill('SIGKILL'))

  const marked = page.locator('.cm-lintRange')
  await marked.first().waitFor()
  assert.deepEqual(await marked.allTextContents(), ['You should be able to see'])

  await marked.first().hover()
  const tooltip = page.locator('.cm-tooltip', {hasText: 'outcome-should'})
  await tooltip.first().waitFor()
  assert.match((await tooltip.allTextContents()).join('\n'), /makes the result sound like a guess/)

  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Just click Save. ')
  await page.locator('.cm-lintRange', {hasText: /^Just$/}).waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Click Save.')
  await marked.first().waitFor({state: 'detached'})
  assert.equal(await marked.count(), 0)
})
