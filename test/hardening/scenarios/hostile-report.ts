// File names, replies and phrases that would be markup, code or links, in the report as a browser shows it. The page's own policy is switched
// off there, so that what is seen is what escaping does alone.
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {folderOf, poise} from '../../cli/poise.ts'
import {startBrowser} from '../../editor/host/browser.ts'
import {ensureBrowser} from '../../editor/host/index.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {none, say} from '../measured.ts'

const mark = 'window.entered = true'
const hostile = [
  `<img src=x onerror="${mark}">`,
  `<script>${mark}</script>`,
  `" onmouseover="${mark}" x="`,
  `' autofocus onfocus='${mark}`,
  `]]><svg onload=${mark}>`,
  `--><iframe srcdoc="<script>parent.entered = true</script>">`,
  `javascript:${mark}`,
  `command:workbench.action.terminal.new`,
  `\${${mark}}`,
  `{{constructor.constructor("${mark}")()}}`,
]
const fileName = (text: string): string => text.replaceAll('/', '∕')
const phrase = 'Simply click it. You should be able to see it, unfortunately.'
const replies = JSON.stringify({
  macros: hostile.map(title => ({title, actions: [{field: 'comment_value', value: `${title}\n\n${phrase}`}]})),
})
const house = {phrases: hostile.map(text => ({find: text.replace(/[^a-z ]/gi, ' ').trim() || 'x', say: `${text} y`}))}
const files: Record<string, string> = {
  '.poise.json': JSON.stringify(house),
  'macros.json': replies,
  ...Object.fromEntries(hostile.map(text => [`${fileName(text)}.md`, `# ${text}\n\n${text} ${phrase}\n`])),
}

/** Whatever a page does that it should not: runs what was put into it, asks for something, opens something. */
async function watch(browser: Browser, html: string, file: string): Promise<readonly string[]> {
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, html)
  const context = await browser.newContext({bypassCSP: true})
  const page = await context.newPage()
  const seen: string[] = []
  page.on('dialog', dialog => {
    seen.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (request.url() !== pathToFileURL(file).href) seen.push(`asks for ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href)
  for (const details of await page.locator('details > summary').all()) await details.click()
  for (const link of await page.locator('a, button, q, code').all()) {
    await link.dispatchEvent('mouseover')
    await link.dispatchEvent('focus')
  }
  if (await page.evaluate('window.entered === true')) seen.push('ran what was put into it')
  const targets = await page.locator('a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  seen.push(...targets.filter(target => /^\s*(?:javascript|command|data|vbscript):/i.test(target)))
  const foreign = await page
    .locator('img, iframe, svg [onload], object, embed, form, [onerror], [onfocus], [onmouseover]')
    .count()
  if (foreign > 0) seen.push(`${foreign} foreign elements`)
  await context.close()
  return seen
}

const host = await ensureBrowser()
if (!host.available) throw new Error(`There is no browser to try it in: ${host.reason}`)
const browser = await startBrowser(host.parts)
scene.after(() => browser.close())
const cwd = folderOf(scene, files)
const {out} = await poise(['check', '--format', 'html'], {cwd})
const ofFile = await watch(browser, out, join(cwd, 'report.html'))
none('the report as a file', hostile.length, out.includes('window.entered') ? ofFile : ['the texts are not in it'])

const client = await startClient(scene, {files})
const summary = await client.connection.sendRequest('poise/report', {})
const view = await client.connection.sendRequest<string>('poise/reportPage', {
  summary,
  nonce: 'N',
  script: 'https://127.0.0.1/none.js',
  busy: false,
})
const page = view.replace(/<script[^>]*src="[^"]*"[^>]*><\/script>/, '')
const ofView = await watch(browser, page, join(cwd, 'view.html'))
none(
  'the report as the editor shows it',
  hostile.length,
  view.includes('window.entered') ? ofView : ['the texts are not in it'],
)
const policy =
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(view)?.[1]?.replaceAll('&#39;', "'") ?? ''
const strict = /^default-src 'none'/.test(policy) && !/unsafe|\*/.test(policy)
say({input: 'its policy', toReach: 'nothing but what bears the nonce', reached: policy.slice(0, 80), passed: strict})
await tidy()
