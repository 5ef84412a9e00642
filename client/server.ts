import {
  type CancellationToken,
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type WorkspaceEdit,
  window,
} from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import type {Status} from './status.ts'

/** The language server, as the rest of the extension sees it. */
export interface Server {
  readonly start: () => Promise<void>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops the server and takes away what it showed, or starts it again; says whether it is paused then. */
  readonly toggle: () => Promise<boolean>
  /** Asks the server to scan the workspace; waits until it runs. */
  readonly scan: () => Promise<ScanSummary>
  /** Runs another command of the server; waits until it runs. */
  readonly run: <Answer>(command: string, argument: unknown) => Promise<Answer>
  /** Asks the server something that the protocol has no word for; undefined where it is not running. */
  readonly ask: <Answer>(method: string, params: object, token?: CancellationToken) => Promise<Answer | undefined>
  /** The same for a question that an edit answers. */
  readonly askEdit: (method: string, params: object) => Promise<WorkspaceEdit | undefined>
  /** The same, with the figures of the report, which only the server reads. */
  readonly report: () => Promise<unknown>
  /** Sets a report as a page. */
  readonly reportPage: (page: ReportPage) => Promise<string>
}

/** How a report is to be set. */
export interface ReportPage {
  /** From `report`; without any the page says how to come by one. */
  readonly summary: unknown
  readonly nonce: string
  /** The address of a view's script. */
  readonly script?: string
  readonly busy?: boolean
  /** Where a page that stands for itself is to lie. */
  readonly file?: string
}

/** What a scan saw, as the server counts it. */
export interface ScanSummary {
  readonly files: number
  readonly findings: Readonly<Record<'warning' | 'suggestion' | 'hint', number>>
  readonly problems: number
  readonly recorded: number
  readonly skipped: number
  /** How many of the skipped are over the limit of size. */
  readonly tooLarge: number
  readonly cancelled: boolean
  /** Whether there were more files than `poise.maxFiles`. */
  readonly cut: boolean
}

/** Makes the server; nothing runs before `start`. */
export function makeServer(context: ExtensionContext, log: LogOutputChannel, status: Status): Server {
  let client: BaseLanguageClient | undefined
  let starting: Promise<void> = Promise.resolve()
  let scanned = false
  let paused = false

  async function onGivenUp(): Promise<void> {
    status.stopped()
    const again = l10n.t('Restart')
    const more = l10n.t('Show Log')
    const choice = await window.showErrorMessage(
      l10n.t('Poise stopped five times within three minutes. Your files are unharmed; the log says more.'),
      again,
      more,
    )
    if (choice === again) await restart()
    if (choice === more) log.show()
  }

  async function launch(): Promise<void> {
    try {
      // Loaded only now: it is nearly all of the bundle, and activation must not wait for it.
      const {makeClient} = await import('./language-client.ts')
      client = makeClient({context, log, status, scanned: () => scanned, onGivenUp: () => void onGivenUp()})
      await client.start()
    } catch (error) {
      log.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`)
      status.stopped()
    }
  }

  function start(): Promise<void> {
    starting = launch()
    return starting
  }

  async function stop(): Promise<void> {
    await starting
    const old = client
    client = undefined
    // A client whose server is gone already can't be stopped once more.
    await old?.dispose().catch(() => undefined)
  }

  async function restart(): Promise<void> {
    await stop()
    await setPaused(false)
    await start()
  }

  async function setPaused(now: boolean): Promise<void> {
    paused = now
    await commands.executeCommand('setContext', 'poise.paused', paused)
  }

  async function running(): Promise<BaseLanguageClient> {
    await starting
    if (client === undefined) throw new Error('The server is not running.')
    return client
  }

  return {
    start,
    stop,
    restart,
    async toggle() {
      if (paused) {
        await restart()
        return false
      }
      await setPaused(true)
      status.paused()
      await stop()
      return true
    },
    async scan() {
      scanned = true
      return (await running()).sendRequest('workspace/executeCommand', {command: 'poise.server.scanWorkspace'})
    },
    async run(command, argument) {
      return (await running()).sendRequest('workspace/executeCommand', {command, arguments: [argument]})
    },
    async ask(method, params, token) {
      await starting
      if (!client?.isRunning()) return undefined
      return token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token)
    },
    async askEdit(method, params) {
      const client = await running()
      const edit = await client.sendRequest<Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0]>(
        method,
        params,
      )
      return (await client.protocol2CodeConverter.asWorkspaceEdit(edit)) ?? undefined
    },
    async report() {
      scanned = true
      return (await running()).sendRequest('poise/report', {})
    },
    reportPage: async page => (await running()).sendRequest('poise/reportPage', page),
  }
}
