import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Editor, Workbench} from '../../test/editor/host/index.ts'

/** In pixels; the width at which a README shows it. */
const size = {width: 960, height: 600}

/** Films a writer who opens a reply, reads why, takes a rewrite and mends the rest; writes `writing.gif`. */
export async function makeAnimation(editor: Editor, folder: string, media: string): Promise<void> {
  const frames = mkdtempSync(path.join(tmpdir(), 'poise-frames-'))
  const list: string[] = []
  const window = await editor.open(folder, 'macros/sync-first-reply-before.md')
  await window.page.setViewportSize(size)

  /** Adds what the window shows now, to be seen for so many seconds. */
  const show = async (seconds: number): Promise<void> => {
    const file = path.join(frames, `${list.length / 2}.png`)
    await window.screenshot(file)
    list.push(`file '${file}'`, `duration ${seconds}`)
  }
  await write(window, show)
  // The last picture of a list needs its file once more, or its time is lost.
  const last = list.at(-2) ?? ''
  writeFileSync(path.join(frames, 'list.txt'), [...list, last].join('\n'))
  await window.close()
  encode(path.join(frames, 'list.txt'), path.join(media, 'writing.gif'))
  rmSync(frames, {recursive: true})
}

async function write(window: Workbench, show: (seconds: number) => Promise<void>): Promise<void> {
  await window.runCommand('View: Toggle Primary Side Bar Visibility')
  await window.waitForSquiggles('warning')
  await window.focusEditor()
  await sleep(1000)
  await show(2)
  await window.goTo(11, 32)
  await window.page.keyboard.press('Control+K')
  await window.page.keyboard.press('Control+I')
  await window.page.locator('.monaco-hover:not(.hidden)').first().waitFor()
  await sleep(500)
  await show(3.5)
  await window.page.keyboard.press('Escape')
  await window.openQuickFixes()
  await show(2.5)
  await window.page.keyboard.press('Escape')
  await window.quickFix("You'll see")
  await sleep(1500)
  await show(2.5)
  await window.runCommand('Poise: Fix All in File')
  await sleep(2000)
  await show(4)
}

function encode(list: string, to: string): void {
  const filter = 'split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=none:diff_mode=rectangle'
  const args = ['-y', '-loglevel', 'error', '-f', 'concat', '-safe', '0', '-i', list, '-vf', filter, to]
  const {status, error} = spawnSync('ffmpeg', args, {stdio: 'inherit'})
  if (error !== undefined) throw new Error('The animation needs ffmpeg: install it, then run this again.')
  if (status !== 0) throw new Error('ffmpeg could not write the animation.')
}
