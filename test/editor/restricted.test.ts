import assert from 'node:assert/strict'
import {editorTests, picture} from './editor.ts'

const {test} = await editorTests({trust: 'on'})

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
