import type {Browser} from 'playwright-core'
import {startBrowser} from './browser.ts'
import {ensureHost} from './install.ts'
import {type EditorServer, type ServerOptions, startServer} from './server.ts'
import {Workbench} from './workbench.ts'

export {type ExtensionSuite, runExtensionSuite} from './extension-suite.ts'
export {ensureBrowser, ensureHost, ensureWebHost, type HostResult, repositoryRoot} from './install.ts'
export type {EditorServer, ServerOptions} from './server.ts'
export {openWebWindow, type WebWindow} from './web-workbench.ts'
export type {SquiggleKind, Workbench} from './workbench.ts'

/** One server and one browser that the tests of a file share. */
export interface Editor {
  readonly server: EditorServer
  readonly browser: Browser
  /** Opens a folder in a new window, with a file of it when given. */
  open(folder: string, file?: string): Promise<Workbench>
  /** Ends both and removes what they have written. */
  stop(): Promise<void>
}

/** Starts VS Code and a browser for a test file; throws with the reason when this machine cannot have them. */
export async function startEditor(options: ServerOptions = {}): Promise<Editor> {
  const host = await ensureHost()
  if (!host.available) throw new Error(host.reason)
  const [starting, launching] = await Promise.allSettled([startServer(host.parts, options), startBrowser(host.parts)])
  if (starting.status === 'fulfilled' && launching.status === 'fulfilled') {
    const server = starting.value
    const browser = launching.value
    return {
      server,
      browser,
      open: (folder, file) => Workbench.open(browser, server, folder, {file, language: options.language}),
      stop: async () => {
        await browser.close()
        await server.stop()
      },
    }
  }
  if (starting.status === 'fulfilled') await starting.value.stop()
  if (launching.status === 'fulfilled') await launching.value.close()
  throw starting.status === 'rejected'
    ? starting.reason
    : launching.status === 'rejected'
      ? launching.reason
      : undefined
}
