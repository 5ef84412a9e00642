import path from 'node:path'
import type {Browser, Locator, Page} from 'playwright-core'
import type {EditorServer} from './server.ts'
import {asPattern, plain, retry, STEP_MS, within} from './waiting.ts'

/** The kinds of squiggle that an editor draws under text. */
export type SquiggleKind = 'error' | 'warning' | 'info' | 'hint'

/** What a new window shows at once, and the display language that it tells extensions. */
export interface Shown {
  readonly file: string | undefined
  readonly language: string | undefined
}

/** More than any menu of quick fixes holds. */
const MOST_ACTIONS = 40

/** One VS Code window in the browser, driven by keyboard as a user would. */
export class Workbench {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a folder of this machine in a new window, and a file in it when given, which is faster than by keyboard. */
  static async open(
    browser: Browser,
    server: EditorServer,
    folder: string,
    {file, language}: Shown,
  ): Promise<Workbench> {
    const context = await browser.newContext({viewport: {width: 1280, height: 800}})
    const page = await context.newPage()
    page.setDefaultTimeout(STEP_MS)
    if (language !== undefined)
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`)
    const query = new URLSearchParams({folder})
    if (file !== undefined) {
      query.set('payload', JSON.stringify([['openFile', server.remote(path.resolve(folder, file))]]))
    }
    await page.goto(`${server.url}/?${query}`)
    await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor()
    const workbench = new Workbench(page)
    if (file !== undefined) await workbench.#waitForFile(file)
    return workbench
  }

  /** Closes the window with its browser storage. */
  async close(): Promise<void> {
    await this.page.context().close()
  }

  /** Opens a file of the folder by its name with Quick Open and waits until its editor has the focus. */
  async openFile(name: string): Promise<void> {
    await this.#chooseInQuickInput('Control+P', name, path.basename(name))
    await this.#waitForFile(name)
  }

  /** Runs a command by its title, opening the palette again until the command is listed. */
  async runCommand(title: string): Promise<void> {
    await this.#chooseInQuickInput('F1', `>${title}`, title)
  }

  /** Puts the focus into the active text editor. */
  async focusEditor(): Promise<void> {
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused')
    await retry(async () => {
      if (await focused.isVisible()) return true
      await this.page.keyboard.press('Control+1')
      return within(1000, focused)
    }, 'the editor to take the focus')
  }

  /** Moves the cursor to a line and column, both counted from one. */
  async goTo(line: number, column: number): Promise<void> {
    await this.focusEditor()
    await this.page.keyboard.press('Control+G')
    const input = this.page.locator('.quick-input-widget .quick-input-box input')
    await input.waitFor()
    await input.fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.focusEditor()
  }

  /** The squiggles of one kind in the active editor. */
  squiggles(kind: SquiggleKind): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${kind}`)
  }

  /** Waits until squiggles of a kind are drawn, or exactly as many as given, and says how many there are. */
  async waitForSquiggles(kind: SquiggleKind, count?: number): Promise<number> {
    const found = this.squiggles(kind)
    await retry(
      async () => {
        const now = await found.count()
        return count === undefined ? now > 0 : now === count
      },
      `${count ?? 'some'} ${kind} squiggles`,
    )
    return found.count()
  }

  /** Opens the Problems view and puts the focus into it. */
  async openProblems(): Promise<void> {
    await this.runCommand('Problems: Focus on Problems View')
    await this.page.locator('.markers-panel').waitFor()
  }

  /** The rows that the Problems view shows, as their texts: file rows and findings. */
  async problemRows(): Promise<string[]> {
    return plain(await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts())
  }

  /** Opens the quick fixes at the cursor with the keyboard and returns their titles. */
  async openQuickFixes(): Promise<string[]> {
    const rows = this.#actionRows()
    await retry(async () => {
      await this.focusEditor()
      await this.page.keyboard.press('Control+.')
      // The menu waits for every provider; until they are there it is short of entries or says that there are none.
      return within(2000, rows.first())
    }, 'the quick fixes to open')
    return plain(await rows.allInnerTexts())
  }

  /** Chooses the quick fix at the cursor whose title holds a text, opening the menu again until it is listed. */
  async quickFix(text: string): Promise<void> {
    await retry(async () => {
      await this.openQuickFixes()
      // A long menu shows no more rows than there is room for, so the keyboard finds those below.
      return this.#chooseActionRow(text, MOST_ACTIONS)
    }, `the quick fix "${text}"`)
    await this.#actionRows().first().waitFor({state: 'hidden'})
  }

  /** Saves a picture of the window. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({path: file})
  }

  async #waitForFile(name: string): Promise<void> {
    await this.page
      .locator(`.tab.active[data-resource-name=${JSON.stringify(path.basename(name))}]`)
      .first()
      .waitFor()
    await this.focusEditor()
  }

  #actionRows(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action')
  }

  async #chooseActionRow(text: string, rows: number): Promise<boolean> {
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused')
    for (let step = 0; step <= rows; step++) {
      const [title = ''] = plain(await focused.allInnerTexts())
      if (title.includes(text)) {
        await this.page.keyboard.press('Enter')
        return true
      }
      await this.page.keyboard.press('ArrowDown')
    }
    await this.page.keyboard.press('Escape')
    return false
  }

  async #chooseInQuickInput(key: string, query: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input')
    const first = this.page.locator('.quick-input-widget .monaco-list-row.focused')
    await retry(async () => {
      await this.page.keyboard.press(key)
      if (!(await within(2000, input))) return false
      await input.fill(query)
      const listed = await within(600, first.filter({hasText: asPattern(label)}))
      await this.page.keyboard.press(listed ? 'Enter' : 'Escape')
      return listed
    }, `"${label}" to be listed`)
    await input.waitFor({state: 'hidden'})
  }
}
