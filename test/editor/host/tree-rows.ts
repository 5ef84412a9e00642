import type {Locator, Page} from 'playwright-core'
import {plain} from './waiting.ts'

/** The rows of the view of findings, or of another tree view in a pane. */
export function treeRows(page: Page, pane = '.pane-body .customview-tree'): Locator {
  return page.locator(`${pane} .monaco-list-row`)
}

/** The rows as their texts, each with its level. */
export async function treeTexts(page: Page): Promise<readonly string[]> {
  const rows = treeRows(page)
  const levels = await rows.evaluateAll(all => all.map(row => Number(row.getAttribute('aria-level') ?? 1)))
  return plain(await rows.allInnerTexts()).map((text, index) => `${'  '.repeat((levels[index] ?? 1) - 1)}${text}`)
}
