import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {after, before, type TestContext, test} from 'node:test'
import {setTimeout as sleep} from 'node:timers/promises'
import {
  type Editor,
  ensureHost,
  type HostResult,
  repositoryRoot,
  type ServerOptions,
  startEditor,
  type Workbench,
} from './host/index.ts'

/** The packaged extension, as users install it. */
export const vsix = path.join(repositoryRoot, 'poise.vsix')

/** Whether the editor can be had; a reason to skip otherwise. Under CI the tests must run, so there the reason is an error. */
export async function reasonToSkip(
  ensure: () => Promise<HostResult<unknown>> = ensureHost,
): Promise<string | undefined> {
  const host = await ensure()
  if (host.available) return undefined
  if (process.env['CI'] === 'true') throw new Error(`The tests in VS Code must run here: ${host.reason}`)
  console.log(`Skipped the tests in VS Code: ${host.reason}.`)
  return host.reason
}

/** Tests in windows of one editor that is started for the test file. */
export interface EditorTests {
  /** A test in a window of its own, on a fresh copy of the examples; `file` is open when it starts. */
  readonly test: (
    name: string,
    file: string | undefined,
    body: (window: Workbench, folder: string, t: TestContext) => Promise<void>,
  ) => void
  readonly editor: () => Editor
}

/** Starts an editor with the extension for the tests of one file. */
export async function editorTests(options: ServerOptions = {}): Promise<EditorTests> {
  const reason = await reasonToSkip()
  let editor: Editor | undefined
  const started = (): Editor => {
    if (!editor) throw new Error('The editor has not started.')
    return editor
  }
  if (reason === undefined) {
    before(async () => {
      editor = await startEditor({vsix, ...options})
    })
    after(() => editor?.stop())
  }
  return {
    editor: started,
    test(name, file, body) {
      test(name, {skip: reason ?? false, timeout: 300_000}, async t => {
        // A window that doesn't come up or loses a key on a busy machine gets a second chance; a fault of ours fails twice.
        try {
          await inWindow(started(), name, file, (window, folder) => body(window, folder, t))
        } catch (error) {
          console.log(`Once more: ${name} (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`)
          await inWindow(started(), name, file, (window, folder) => body(window, folder, t))
        }
      })
    },
  }
}

async function inWindow(
  editor: Editor,
  name: string,
  file: string | undefined,
  body: (window: Workbench, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-editor-'))
  cpSync(path.join(repositoryRoot, 'examples'), folder, {recursive: true})
  const window = await editor.open(folder, file)
  try {
    await body(window, folder)
  } catch (error) {
    await window.screenshot(picture(`failed-${name}`))
    throw error
  } finally {
    await window.close()
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Where a test's picture goes. */
export function picture(name: string): string {
  const folder = path.join(repositoryRoot, '.vscode-test', 'pictures')
  mkdirSync(folder, {recursive: true})
  return path.join(folder, `${name.replace(/[^\w-]+/g, '-')}.png`)
}

/**
 * Saves until the file matches, as a user would press the keys again, and gives its text. A busy machine can lose a key to a menu that is
 * closing, or give up on the actions of a save.
 */
export async function saved(window: Workbench, file: string, wanted: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await window.focusEditor()
    await window.page.keyboard.press('Control+S')
    for (let wait = 0; wait < 15; wait++) {
      const text = readFileSync(file, 'utf8')
      if (wanted.test(text)) return text
      await sleep(200)
    }
  }
  return readFileSync(file, 'utf8')
}
