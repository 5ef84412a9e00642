import assert from 'node:assert/strict'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {folderOf} from '../cli/poise.ts'
import {around} from '../hardening/everything.ts'
import {layTraps} from '../hardening/hostile-folder.ts'
import {editorTests, picture} from './editor.ts'

const {test, editor} = await editorTests({trust: 'on'})

test(
  'in Restricted Mode the findings are the same, for nothing of the folder is run',
  'macros/sync-first-reply-before.md',
  async window => {
    await window.page.getByText('Restricted Mode').first().waitFor()
    assert.ok((await window.waitForSquiggles('warning')) > 0)
    await window.goTo(11, 30)
    const titles = await window.openQuickFixes()
    assert.ok(
      titles.some(title => title.includes("You'll see")),
      titles.join('\n'),
    )
    await window.screenshot(picture('restricted'))
  },
)

test(
  'settings, scripts and a repository that are made to harm change nothing and run nothing',
  undefined,
  async (_, __, t) => {
    const files = {'a.macro.md': around('the invoice')}
    const outside = mkdtempSync(path.join(tmpdir(), 'poise-ran-'))
    t.after(() => rmSync(outside, {recursive: true, force: true}))
    const ran = path.join(outside, 'ran')
    const hostile = folderOf(t, files)
    layTraps(hostile, ran)
    rmSync(ran, {force: true})
    const counts: number[] = []
    for (const folder of [folderOf(t, files), hostile]) {
      const window = await editor().open(folder, 'a.macro.md')
      try {
        await window.page.getByText('Restricted Mode').first().waitFor()
        counts.push(await window.waitForSquiggles('warning'))
        await window.goTo(3, 5)
        assert.ok((await window.openQuickFixes()).some(title => title.includes("You'll see")))
        await window.page.keyboard.press('Escape')
        await window.runCommand('Poise: Scan Workspace')
        await window.openProblems()
      } finally {
        await window.close()
      }
    }
    assert.equal(counts[0], counts[1])
    assert.equal(existsSync(ran) ? readFileSync(ran, 'utf8') : '', '')
  },
)
