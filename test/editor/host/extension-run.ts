import {format} from 'node:util'
import type {Browser} from 'playwright-core'
import {startBrowser} from './browser.ts'
import {ensureHost} from './install.ts'
import {parseLaunchArguments} from './launch-arguments.ts'
import {type EditorServer, startServer} from './server.ts'
import {parseSummary} from './suite-runner.ts'

const TIMEOUT_VARIABLE = 'VSCODE_HOST_TIMEOUT_MS'
const DEFAULT_TIMEOUT_MS = 180_000
// What VS Code itself reports in every run, in the same stream as the tests' output.
const NOISE =
  /^(Ignoring fetch|Updating add|Resolv(ing|ed) connection |Creating a socket |\[(reconnection|remote-|Service W|AgentH|AccountP))/
const WORKBENCH_FRAMES = /\n\s+at .*workbench\.js:.*/g

/** Runs extension tests from VS Code's command line in the test host, prints their output and returns the exit code. */
export async function runExtensionTests(argv: readonly string[]): Promise<number> {
  let server: EditorServer | undefined
  let browser: Browser | undefined
  try {
    const launch = parseLaunchArguments(argv)
    const host = await ensureHost()
    if (!host.available) return fail(host.reason)
    const starting = startServer(host.parts, {
      trust: launch.trust,
      settings: launch.settings,
      extensionTests: true,
    })
    browser = await startBrowser(host.parts)
    server = await starting
    const {remote} = server
    const payload = [
      ...launch.extensions.map(folder => ['extensionDevelopmentPath', remote(folder)]),
      ['extensionTestsPath', remote(launch.tests)],
      ['skipWelcome', 'true'],
    ]
    const query = new URLSearchParams({payload: JSON.stringify(payload)})
    const kind = launch.folder?.endsWith('.code-workspace') ? 'workspace' : 'folder'
    if (launch.folder !== undefined) query.set(kind, launch.folder)
    const {code, summary} = await runInPage(browser, `${server.url}/?${query}`)
    if (typeof code === 'string') return fail(code)
    // VS Code reports success too when the extension host has crashed or was left by process.exit.
    if (summary === undefined) return fail('the tests ended without a summary: did the extension host end early?')
    if (summary.passed === 0) return fail('no test has passed')
    return code === 0 && summary.failed > 0 ? 1 : code
  } catch (error) {
    return fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    await browser?.close()
    await server?.stop()
  }
}

async function runInPage(browser: Browser, url: string) {
  const timeoutMs = Number(process.env[TIMEOUT_VARIABLE] ?? DEFAULT_TIMEOUT_MS)
  let output = ''
  const page = await browser.newPage()
  await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => {
    const text = format(...args).replace(WORKBENCH_FRAMES, '')
    // VS Code logs its own end after the tests' last line.
    if (NOISE.test(text) || parseSummary(output) !== undefined) return
    output += `${text}\n`
    process.stdout.write(`${text}\n`)
  })
  let timer: NodeJS.Timeout | undefined
  const code = await new Promise<number | string>((resolve, reject) => {
    timer = setTimeout(() => resolve(`the tests did not end within ${timeoutMs} ms`), timeoutMs)
    page.once('crash', () => resolve('the page crashed'))
    page.once('close', () => resolve('the browser ended early'))
    page
      .exposeFunction('codeAutomationExit', (exitCode: number) => resolve(exitCode))
      .then(() => page.goto(url))
      .catch(reject)
  })
  clearTimeout(timer)
  return {code, summary: parseSummary(output)}
}

function fail(reason: string): number {
  process.stderr.write(`Extension tests failed: ${reason}\n`)
  return 1
}
