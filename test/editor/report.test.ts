import assert from 'node:assert/strict'
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {FrameLocator} from 'playwright-core'
import {editorTests, picture} from './editor.ts'
import {repositoryRoot, type Workbench} from './host/index.ts'

const {test, editor} = await editorTests({settings: {'workbench.colorTheme': 'Default Light Modern'}})

/** The document of the report's view, which lies in a frame of a frame. */
function report(window: Workbench): FrameLocator {
  return window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
}

test('the report is shown, leads to a line, and is there again after a reload', undefined, async (window, folder) => {
  const view = report(window)
  await window.runCommand('Poise: Show Report')
  await view.locator('h2#worst').waitFor()
  assert.match(
    (await view.locator('.lead').textContent()) ?? '',
    /^5 articles and 30 macros were read\. In 30 of them Poise marks/,
  )
  assert.equal(await view.locator('.worst tbody tr').count(), 20)

  const link = view.locator('.worst a').first()
  const [uri, line] = [await link.getAttribute('data-uri'), await link.getAttribute('data-line')]
  const file = fileURLToPath(uri ?? '')
  assert.ok(existsSync(file) && file.startsWith(folder), file)
  await link.focus()
  await window.page.keyboard.press('Enter')
  await window.page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor()
  await window.page.locator('.statusbar-item', {hasText: `Ln ${line}, Col 1`}).waitFor()
  await window.page.keyboard.press('Control+W')

  // Whatever a view sends, no file but those of the workspace is opened.
  const outside = path.join(path.dirname(folder), 'outside.md')
  writeFileSync(outside, '# Outside\n')
  for (const forged of [
    pathToFileURL(outside).href,
    `${pathToFileURL(folder).href}/../outside.md`,
    'command:poise.restart',
  ]) {
    await link.evaluate((element, to) => element.setAttribute('data-uri', to), forged)
    await link.dispatchEvent('click')
  }
  await sleep(1000)
  assert.equal(await window.page.locator('.tab[data-resource-name="outside.md"]').count(), 0)
  rmSync(outside)
  await link.evaluate((element, to) => element.setAttribute('data-uri', to), uri ?? '')

  await view.locator('#spread-table summary').click()
  await view.locator('#spread-table[open] table').waitFor()
  await view.locator('h2#phrases').scrollIntoViewIfNeeded()
  // In a browser, VS Code keeps what views remember every five seconds, where it is idle.
  await sleep(8000)
  await window.runCommand('Developer: Reload Window')
  await view.locator('#spread-table[open]').waitFor()
  assert.match((await view.locator('.lead').textContent()) ?? '', /^5 articles and 30 macros were read/)
  assert.ok((await view.locator('html').evaluate(html => html.scrollTop)) > 300, 'the place is kept too')

  writeFileSync(path.join(folder, 'articles/another.md'), '# Invoices\n\nSelect **Invoices** to see them.\n')
  await view.locator('button[data-command=scan]').click()
  await view.locator('.lead', {hasText: '6 articles and 30 macros'}).waitFor()
})

test('the report is legible in light, in dark and in high contrast', undefined, async (_window, folder) => {
  const settings = path.join(editor().server.userData, 'User', 'settings.json')
  const before = readFileSync(settings, 'utf8')
  for (const [theme, sign] of [
    ['Default Light Modern', 'vscode-light'],
    ['Default Dark Modern', 'vscode-dark'],
    ['Default High Contrast', 'vscode-high-contrast'],
  ] as const) {
    writeFileSync(settings, JSON.stringify({...JSON.parse(before), 'workbench.colorTheme': theme}))
    // A window reads its settings when it opens.
    const window = await editor().open(folder)
    try {
      const view = report(window)
      await window.runCommand('Poise: Show Report')
      await view.locator(`body.${sign} h2#worst`).waitFor()
      for (const place of ['header', '#spread', '#phrases', '#kinds']) {
        await view.locator(place).evaluate(element => element.scrollIntoView())
        await sleep(300)
        await window.screenshot(picture(`report-${sign}-${place}`))
      }
    } finally {
      await window.close()
      writeFileSync(settings, before)
    }
  }
})

test('the report is saved as a file that stands for itself', undefined, async (window, folder) => {
  const view = report(window)
  await window.runCommand('Poise: Show Report')
  await view.locator('button[data-command=save]').click()
  const input = window.page.locator('.quick-input-widget input[type=text]').first()
  await input.waitFor()
  // The dialog looks at the folder before it offers a name, and would write that over another one.
  for (let wait = 0; wait < 100 && !(await input.inputValue()).endsWith('poise-report.html'); wait++) await sleep(100)
  const file = path.join(folder, 'report.html')
  await input.fill(file)
  // It looks once more at what was typed, and as long as it does it takes no answer.
  for (let wait = 0; wait < 60 && !existsSync(file); wait++) {
    if (await input.isVisible()) await window.page.keyboard.press('Enter')
    await sleep(500)
  }
  const html = readFileSync(file, 'utf8')
  assert.match(html, /<a href="\.\/macros\/sync-first-reply-before\.md#L\d+">/)
  assert.doesNotMatch(html, /<script|data-uri|--vscode-/)
})

test(
  'the saved page is as good in a browser, by day, by night and on a narrow screen',
  undefined,
  async (_window, folder) => {
    execFileSync(process.execPath, [path.join(repositoryRoot, 'dist/cli.mjs'), 'baseline'], {cwd: folder})
    const file = path.join(folder, 'report.html')
    const {stdout} = spawnSync(
      process.execPath,
      [path.join(repositoryRoot, 'dist/cli.mjs'), 'check', '--format', 'html'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    writeFileSync(file, stdout)
    for (const [colorScheme, width] of [
      ['light', 1100],
      ['dark', 1100],
      ['light', 360],
    ] as const) {
      const context = await editor().browser.newContext({colorScheme, viewport: {width, height: 1300}})
      const page = await context.newPage()
      const said: string[] = []
      const asked: string[] = []
      page.on('console', message => said.push(message.text()))
      page.on('request', request => asked.push(request.url()))
      await page.goto(pathToFileURL(file).href)
      assert.equal(await page.locator('.worst tbody tr').count(), 20)
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
      for (const place of ['header', '#spread', '#kinds']) {
        await page.locator(place).evaluate(element => element.scrollIntoView())
        await page.screenshot({path: picture(`report-file-${colorScheme}-${width}-${place}`)})
      }
      assert.deepEqual([said, asked], [[], [pathToFileURL(file).href]])
      await context.close()
    }
  },
)
