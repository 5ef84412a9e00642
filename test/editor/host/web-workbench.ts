import {once} from 'node:events'
import {createServer} from 'node:http'
import type {Browser} from 'playwright-core'
import {startBrowser} from './browser.ts'
import {ensureWebHost} from './install.ts'
import {STEP_MS} from './waiting.ts'
import {startWebServer, type WebServer} from './web-server.ts'
import {Workbench} from './workbench.ts'

/** What Chromium asks its maker for by itself. */
const CHROMIUM = /^(?:http:\/\/)?[\w.-]+\.(?:google|googleapis|gstatic|gvt1)\.com[:/]/

/** A window of the web workbench on a folder of this machine, which it sees as a virtual file system. */
export interface WebWindow {
  readonly window: Workbench
  readonly browser: Browser
  /** Opens a file by the names on the way to it; the search of this workbench knows no virtual files. */
  open(...names: readonly string[]): Promise<void>
  /** The hosts beyond this machine that anything in the browser has tried to reach. */
  contacted(): readonly string[]
  stop(): Promise<void>
}

/** Opens it with a packaged extension; throws with the reason when this machine cannot have it. */
export async function openWebWindow(vsix: string, folder: string): Promise<WebWindow> {
  const host = await ensureWebHost()
  if (!host.available) throw new Error(host.reason)
  const outside = await listenForOutside()
  let server: WebServer | undefined
  let browser: Browser | undefined
  const stop = async () => {
    await browser?.close()
    await server?.stop()
    outside.close()
  }
  try {
    server = await startWebServer(host.parts, vsix, folder)
    browser = await startBrowser(host.parts, [`--proxy-server=127.0.0.1:${outside.port}`])
    const context = await browser.newContext({viewport: {width: 1280, height: 800}})
    const page = await context.newPage()
    page.setDefaultTimeout(STEP_MS)
    await page.goto(server.url)
    const row = (name: string) =>
      page.locator('.explorer-folders-view .monaco-list-row').filter({hasText: name}).first()
    await row('articles').waitFor()
    return {
      window: new Workbench(page),
      browser,
      async open(...names) {
        for (const name of names.slice(0, -1)) await row(name).click()
        await row(names.at(-1) ?? '').dblclick()
        await page.locator(`.tab.active[data-resource-name=${JSON.stringify(names.at(-1))}]`).waitFor()
      },
      contacted: outside.hosts,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A proxy that lets nothing through: a browser asks it for all that is not on this machine. */
async function listenForOutside() {
  const hosts: string[] = []
  const proxy = createServer((request, response) => {
    hosts.push(request.url ?? '')
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    hosts.push(request.url ?? '')
    socket.end()
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return {port: address.port, hosts: () => hosts.filter(host => !CHROMIUM.test(host)), close: () => void proxy.close()}
}
