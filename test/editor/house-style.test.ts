import assert from 'node:assert/strict'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {parse} from 'jsonc-parser'
import {editorTests, picture} from './editor.ts'
import type {Workbench} from './host/index.ts'

const {test} = await editorTests()

const file = 'macros/sync-first-reply-before.md'

test('a selection becomes a rule of the house, which is found at once', file, async (window, folder) => {
  const config = path.join(folder, '.poise.json')
  writeFileSync(config, '{\n  // ours\n  "rules": {}\n}\n')
  const before = path.join(folder, file)
  const lines = readFileSync(before, 'utf8').split('\n')
  const line = lines.findIndex(text => text.includes('your notes')) + 1
  assert.ok(line > 0)
  await window.waitForSquiggles('warning')
  await window.goTo(line, (lines[line - 1] ?? '').indexOf('your notes') + 1)
  for (let step = 0; step < 'your notes'.length; step++) await window.page.keyboard.press('Shift+ArrowRight')
  await window.quickFix('Add to house style')
  const input = window.page.locator('.quick-input-widget input')
  await input.waitFor()
  await window.screenshot(picture('house-style-input'))
  await window.page.keyboard.type('your documents')
  await window.page.keyboard.press('Enter')
  await window.openProblems()
  const rows = await problems(window, /house\/your-notes/)
  assert.ok(
    rows.some(row => row.includes('“your notes” isn’t our house style. Say “your documents”.')),
    rows.join('\n'),
  )
  await window.screenshot(picture('house-style-found'))
  // Save All saves what has a tab, and VS Code gives one to a file that was edited unseen only after most of a second.
  await window.page.locator('.tab.dirty[data-resource-name=".poise.json"]').waitFor()
  await window.runCommand('File: Save All Files')
  const text = await written(config, /phrases/)
  assert.match(text, /\/\/ ours/)
  assert.deepEqual(parse(text), {rules: {}, phrases: [{find: 'your notes', say: 'your documents'}]})
})

test('a scan lists the mistakes of a style file', undefined, async (window, folder) => {
  // The view shows no more rows than there is room for.
  for (const name of ['articles', 'macros', 'mail']) rmSync(path.join(folder, name), {recursive: true})
  writeFileSync(path.join(folder, 'words.poise-style.json'), '[{"find": "a (b", "sya": "x"}]\n')
  writeFileSync(path.join(folder, '.poise.json'), '{"phrases": ["words.poise-style.json"]}\n')
  await window.runCommand('Poise: Scan Workspace')
  await window.openProblems()
  const rows = await problems(window, /lacks its partner/)
  assert.ok(
    rows.some(row => /A phrase rule has no “sya”/.test(row)),
    rows.join('\n'),
  )
  await window.screenshot(picture('house-style-problems'))
})

async function written(name: string, wanted: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = readFileSync(name, 'utf8')
    if (wanted.test(text)) return text
    await sleep(100)
  }
  return assert.fail(`${name} was never written:\n${readFileSync(name, 'utf8')}`)
}

/** The rows of the Problems view, once one of them matches. */
async function problems(window: Workbench, wanted: RegExp): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const rows = await window.problemRows()
    if (rows.some(row => wanted.test(row))) return rows
    await sleep(200)
  }
  return assert.fail(`Problems never listed ${wanted}:\n${(await window.problemRows()).join('\n')}`)
}
