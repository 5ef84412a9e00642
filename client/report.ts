import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type {Server} from './server.ts'
import type {Status} from './status.ts'

const viewType = 'poise.report'

/** Registers the command that shows the report, and what brings it back after a reload. */
export function registerReport(
  context: ExtensionContext,
  server: Server,
  log: LogOutputChannel,
  status: Status,
): Disposable[] {
  const media = Uri.joinPath(context.extensionUri, 'dist', 'view')
  let panel: WebviewPanel | undefined
  let summary: unknown
  let scanning = false

  function adopt(given: WebviewPanel): void {
    panel = given
    panel.webview.options = {enableScripts: true, localResourceRoots: [media]}
    panel.webview.onDidReceiveMessage(receive, undefined, context.subscriptions)
    panel.onDidDispose(() => {
      if (panel === given) panel = undefined
    })
  }

  async function draw(busy = false): Promise<void> {
    const target = panel
    if (target === undefined) return
    const script = target.webview.asWebviewUri(Uri.joinPath(media, 'report.js')).toString()
    try {
      target.webview.html = await server.reportPage({summary, nonce: nonce(), script, busy})
    } catch (error) {
      target.webview.html = `<p>${l10n.t('Poise is not running. “Poise: Restart Server” starts it again.')}</p>`
      log.error(`The report could not be shown: ${messageOf(error)}`)
    }
  }

  async function scan(): Promise<void> {
    if (scanning) return
    if (workspace.workspaceFolders !== undefined) {
      scanning = true
      if (summary === undefined) await draw(true)
      try {
        summary = await status.during(server.report())
      } catch (error) {
        log.error(`The scan ended early: ${messageOf(error)}`)
        void window.showWarningMessage(l10n.t('The scan ended early. Run it again; “Poise: Show Log” says more.'))
      } finally {
        scanning = false
      }
    }
    await draw()
  }

  async function save(): Promise<void> {
    const folder = workspace.workspaceFolders?.[0]?.uri
    const file = await window.showSaveDialog({
      ...(folder && {defaultUri: Uri.joinPath(folder, 'poise-report.html')}),
      filters: {HTML: ['html']},
    })
    if (file === undefined) return
    try {
      const page = await server.reportPage({summary, nonce: nonce(), file: file.toString()})
      await workspace.fs.writeFile(file, new TextEncoder().encode(page))
      window.setStatusBarMessage(l10n.t('Poise: saved {0}', workspace.asRelativePath(file)), 15_000)
    } catch (error) {
      void window.showErrorMessage(l10n.t('The report was not saved: {0} Choose another place.', messageOf(error)))
    }
  }

  function receive(message: {readonly [name: string]: unknown}): void {
    const {command, uri, line, rule} = message
    if (command === 'scan') void scan()
    if (command === 'save') void save()
    if (typeof rule === 'string') void commands.executeCommand('poise.openRule', rule)
    if (typeof uri === 'string') void open(uri, Number(line))
  }

  return [
    commands.registerCommand('poise.showReport', async () => {
      if (panel === undefined)
        adopt(window.createWebviewPanel(viewType, l10n.t('Poise Report'), ViewColumn.Active, {enableScripts: true}))
      else panel.reveal()
      await scan()
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(restored: WebviewPanel, state: unknown) {
        panel?.dispose()
        summary = summaryIn(state)
        adopt(restored)
        await draw()
      },
    }),
  ]
}

/** What a view kept of the report that it showed. */
function summaryIn(state: unknown): unknown {
  const kept = typeof state === 'object' && state !== null && 'summary' in state ? state.summary : undefined
  try {
    return typeof kept === 'string' ? JSON.parse(kept) : undefined
  } catch {
    return undefined
  }
}

async function open(uri: string, line: number): Promise<void> {
  // Joining takes a way upwards out of a path, which would begin as one of the workspace does.
  const file = Uri.joinPath(Uri.parse(uri), '.')
  // A report names files of the workspace alone, so that no other is opened whatever a view sends.
  if (workspace.getWorkspaceFolder(file) === undefined || !Number.isInteger(line) || line < 1) return
  try {
    const editor = await window.showTextDocument(file, {viewColumn: ViewColumn.Beside})
    const last = Math.min(line, editor.document.lineCount) - 1
    editor.selection = new Selection(last, 0, last, 0)
    editor.revealRange(editor.selection, TextEditorRevealType.InCenter)
  } catch {
    void window.showWarningMessage(l10n.t('{0} is no longer there. Scan again.', workspace.asRelativePath(file)))
  }
}

const nonce = (): string => crypto.randomUUID().replaceAll('-', '')

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
