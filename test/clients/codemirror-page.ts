import {type ChildProcess, spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {build} from 'esbuild'
import type {Browser, Page} from 'playwright-core'
import {StreamMessageReader, StreamMessageWriter} from 'vscode-jsonrpc/node'
import {repositoryRoot} from '../editor/host/install.ts'
import {program} from './editors-page.ts'

const pageScript = readFileSync(path.join(import.meta.dirname, 'codemirror.page.js'), 'utf8')

/** Shows a document in a page whose `showEditor` is the given code, its messages carried to a server of its own. */
export async function showDocument(
  browser: Browser,
  code: string,
  document: {readonly text: string; readonly uri: string},
): Promise<{readonly page: Page; readonly server: ChildProcess}> {
  const {outputFiles} = await build({
    stdin: {contents: code + pageScript, resolveDir: repositoryRoot, loader: 'js'},
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'warning',
  })
  const server = spawn(process.execPath, [program, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']})
  const writer = new StreamMessageWriter(server.stdin)
  const page = await browser.newPage()
  const inPage = (call: string, ...values: readonly string[]) =>
    page.evaluate(`${call}(${values.map(value => JSON.stringify(value)).join()})`)
  await page.exposeFunction('toServer', (message: string) => writer.write(JSON.parse(message)))
  new StreamMessageReader(server.stdout).listen(message => {
    // The page may be gone before the server's last words.
    inPage('fromServer', JSON.stringify(message)).catch(() => undefined)
  })
  await page.setContent('<!doctype html><body></body>')
  await page.addScriptTag({content: outputFiles[0]?.text ?? ''})
  await inPage('showDocument', document.text, document.uri)
  return {page, server}
}
