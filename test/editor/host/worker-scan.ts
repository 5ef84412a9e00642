import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {Diagnostic} from 'vscode-languageserver-protocol'
import {startBrowser} from './browser.ts'

const inPage = readFileSync(new URL('worker-client.page.js', import.meta.url), 'utf8').trim()

/** What the server, as the worker of a page in a real browser, publishes for a scan of a folder in memory: by the names of its files. */
export async function scanInWorker(
  chromium: string,
  script: string,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const server = createServer(({url}, response) => {
    const isScript = url === '/server.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? readFileSync(script) : '<!doctype html>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address !== 'string' ? address.port : 0
  const browser = await startBrowser({chromium})
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const content = Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]))
    const call = `${inPage}.scan('/server.js', ${JSON.stringify(folder)}, ${JSON.stringify(content)})`
    const published = await page.evaluate<Record<string, readonly Diagnostic[]>>(call)
    return new Map(
      Object.entries(published).map(([uri, found]) => [decodeURIComponent(uri.slice(folder.length + 1)), found]),
    )
  } finally {
    await browser.close()
    server.close()
  }
}
