import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {editorTests, picture, saved} from './editor.ts'
import type {Workbench} from './host/index.ts'
import {treeRows, treeTexts} from './host/tree-rows.ts'

const {test} = await editorTests()

test(
  'the tree lists documents by principle, the riskiest first, and keeps open what is open',
  undefined,
  async (window, folder) => {
    await window.runCommand('Poise: Focus on Findings View')
    await window.page.getByText('A scan looks at all files of the workspace').waitFor()
    await window.screenshot(picture('tree-welcome'))
    await window.runCommand('Poise: Scan Workspace')
    // Until the scan is over, documents move down the tree as riskier ones come.
    await window.page
      .getByText(/^Poise: \d+ files · /)
      .first()
      .waitFor()
    const rows = await until(window, all => /zendesk-macros/.test(between(all, /^Intent/, /^Understanding/).join()))
    await window.screenshot(picture('tree'))
    const risks = between(rows, /^Intent/, /^Understanding/).map(row => Number(/^ +(\d+) /.exec(row)?.[1] ?? -1))
    assert.ok(risks.length > 2 && risks.every(risk => risk >= 0), rows.join('\n'))
    assert.deepEqual(
      risks,
      [...risks].sort((a, b) => b - a),
    )

    await open(window, 'Intent', 'sync-first-reply-before.md')
    const opened = await until(window, all => all.some(row => row.includes('as soon as possible')))
    assert.ok(
      opened.some(row => /“as soon as possible”→ Change to “by \[/.test(row)),
      opened.join('\n'),
    )
    await window.screenshot(picture('tree-open'))
    await window.page.locator('[aria-label*="Poise"][aria-label*="warnings"]').first().waitFor()

    // What is found now stands elsewhere, and the document stays open in the tree.
    await treeRows(window.page).filter({hasText: 'as soon as possible'}).first().click()
    await window.waitForSquiggles('warning')
    await window.goTo(6, 1)
    await window.page.keyboard.insertText('We will try to help you as soon as possible.\n\n')
    await until(window, all => all.filter(row => row.includes('as soon as possible')).length === 2)
    await window.screenshot(picture('tree-grown'))

    // An action of the tree writes a comment that silences the finding.
    await treeRows(window.page).filter({hasText: 'as soon as possible'}).first().click({button: 'right'})
    await window.page.locator('.monaco-menu').getByText('Ignore Here').waitFor()
    await window.screenshot(picture('tree-menu'))
    await window.page.locator('.monaco-menu').getByText('Ignore Here').click()
    const file = path.join(folder, 'macros/sync-first-reply-before.md')
    const comment = /<!-- poise-ignore vague-time/
    assert.match(await saved(window, file, comment), comment)
    await until(window, all => all.filter(row => row.includes('as soon as possible')).length === 1)
    assert.match(readFileSync(file, 'utf8'), comment)
  },
)

test(
  'pausing takes every finding away, and resuming brings them back',
  'macros/sync-first-reply-before.md',
  async window => {
    await window.waitForSquiggles('warning')
    await window.runCommand('Poise: Pause or Resume in This Window')
    await window.waitForSquiggles('warning', 0)
    await window.runCommand('Poise: Focus on Findings View')
    await window.page.getByText('Checking is paused in this window').waitFor()
    await window.page.locator('.pane-body').getByText('Resume').click()
    await window.waitForSquiggles('warning')
  },
)

/** Opens a document of a group by keyboard. */
async function open(window: Workbench, group: string, document: string): Promise<void> {
  const rows = await treeTexts(window.page)
  const at = rows.findIndex(row => row.startsWith(group))
  const index = rows.findIndex((row, each) => each > at && row.includes(document))
  assert.ok(at >= 0 && index > at, rows.join('\n'))
  await treeRows(window.page).nth(index).click()
}

function between(rows: readonly string[], first: RegExp, end: RegExp): readonly string[] {
  return rows.slice(
    rows.findIndex(row => first.test(row)) + 1,
    rows.findIndex(row => end.test(row)),
  )
}

async function until(window: Workbench, isDone: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const rows = await treeTexts(window.page)
    if (isDone(rows)) return rows
    await sleep(200)
  }
  assert.fail(`The tree never showed it:\n${(await treeTexts(window.page)).join('\n')}`)
}
