import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Browser} from 'playwright-core'

/** Draws `icon.png`, which the listing shows, from `icon.svg`. */
export async function drawIcon(browser: Browser, media: string): Promise<void> {
  const page = await browser.newPage({viewport: {width: 256, height: 256}})
  await page.setContent(`<body style="margin:0">${readFileSync(path.join(media, 'icon.svg'), 'utf8')}</body>`)
  await page.locator('svg').screenshot({path: path.join(media, 'icon.png'), omitBackground: true})
  await page.close()
}
