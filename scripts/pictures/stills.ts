import path from 'node:path'
import type {Editor, Workbench} from '../../test/editor/host/index.ts'

/** Takes the pictures of the README and of the report's page that stand still. */
export async function takeStills(editor: Editor, folder: string, media: string): Promise<void> {
  const take = async (name: string, file: string, prepare: (window: Workbench) => Promise<unknown>): Promise<void> => {
    const window = await editor.open(folder, file)
    await window.waitForSquiggles('warning')
    await prepare(window)
    await window.screenshot(path.join(media, `${name}.png`))
    await window.close()
  }
  await take('findings', 'macros/sync-first-reply-before.md', async window => {
    await window.openProblems()
    await window.focusEditor()
  })
  await take('export', 'macros/zendesk-macros.json', async window => {
    await window.goTo(26, 195)
    await window.openQuickFixes()
  })
  await takeReport(editor, folder, path.join(media, 'report.png'))
}

/** The report's view lies in a frame of a frame. */
async function takeReport(editor: Editor, folder: string, file: string): Promise<void> {
  const window = await editor.open(folder)
  await window.runCommand('Poise: Show Report')
  const report = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
  await report.getByText('What to mend first').waitFor()
  await window.screenshot(file)
  await window.close()
}
