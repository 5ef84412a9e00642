import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import type {SquiggleKind} from './workbench.ts'

// As text, for what the transpiler adds to a function is not known in the page.
const inPage = readFileSync(new URL('drawn-text.page.js', import.meta.url), 'utf8').trim()

/** The words over each squiggle of the active editor, from top to bottom: told by where both are drawn. */
export function wordsOverSquiggles(page: Page, ...kinds: readonly SquiggleKind[]): Promise<readonly string[]> {
  const classes = kinds.map(kind => `.squiggly-${kind}`).join()
  return page.evaluate<readonly string[]>(`${inPage}.wordsOver(${JSON.stringify(classes)})`)
}

/** The colours in which the active editor draws a text that is in sight. */
export function coloursOf(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`${inPage}.coloursOf(${JSON.stringify(text)})`)
}
