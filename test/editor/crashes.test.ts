import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {editorTests, picture} from './editor.ts'
import type {Workbench} from './host/index.ts'

const {test, editor} = await editorTests()

test(
  'a server that dies comes back by itself, and after the fifth time when a person presses Restart',
  'macros/sync-first-reply-before.md',
  async window => {
    const before = await window.waitForSquiggles('warning')
    let server = await nextServer()
    for (let death = 1; death <= 4; death++) {
      process.kill(server, 'SIGKILL')
      server = await nextServer(server)
    }
    // The last of them says the same, and checks what is typed.
    await typeFinding(window, 14, before + 1)
    process.kill(server, 'SIGKILL')
    const messages = window.page.locator('.notification-toast')
    const message = messages.filter({hasText: 'Poise stopped five times within three minutes'})
    await message.waitFor()
    await window.screenshot(picture('stopped-five-times'))
    await sleep(4000)
    assert.deepEqual(servers(), [])
    assert.equal(await messages.count(), 1)
    await message.getByText('Restart', {exact: true}).click()
    await nextServer(server)
    await typeFinding(window, 12, before + 2)
  },
)

/** Types a sentence that is marked into an empty line, and waits until so many are. */
async function typeFinding(window: Workbench, line: number, count: number): Promise<void> {
  await window.goTo(line, 1)
  await window.page.keyboard.type('You should be able to see it. ')
  await window.waitForSquiggles('warning', count)
}

/** The server that comes after another one. */
async function nextServer(before?: number): Promise<number> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const [found, ...others] = servers().filter(pid => pid !== before)
    if (found !== undefined && others.length === 0) return found
    await sleep(200)
  }
  throw new Error('No server came.')
}

/** The processes of the language server that belong to this editor. */
function servers(): readonly number[] {
  const script = path.join(editor().server.extensions, 'poise.poise-')
  return execFileSync('ps', ['-ewwo', 'pid=,stat=,args='], {encoding: 'utf8'})
    .split('\n')
    .filter(line => line.includes(script) && line.includes('lsp.cjs') && !/^\s*\d+ Z/.test(line))
    .map(line => Number.parseInt(line, 10))
}
