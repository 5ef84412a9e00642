import {
  commands,
  type Disposable,
  type ExtensionContext,
  FileType,
  type LogOutputChannel,
  l10n,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode'
import {counted} from './counted.ts'
import type {ScanSummary, Server} from './server.ts'
import type {Status} from './status.ts'

/** Registers the commands of the palette and the one that quick fixes call. */
export function registerCommands(
  context: ExtensionContext,
  server: Server,
  log: LogOutputChannel,
  status: Status,
): Disposable[] {
  return [
    commands.registerCommand('poise.scanWorkspace', () => scanWorkspace(server, log, status)),
    commands.registerCommand('poise.recordBaseline', () => recordBaseline(server, log, status)),
    commands.registerCommand('poise.fixAll', fixAll),
    commands.registerCommand('poise.restart', () => status.during(server.restart())),
    commands.registerCommand('poise.toggle', () => server.toggle()),
    commands.registerCommand('poise.showLog', () => log.show()),
    commands.registerCommand('poise.createConfiguration', createConfiguration),
    commands.registerCommand('poise.addToHouseStyle', (uri: unknown, find: unknown) =>
      addToHouseStyle(server, uri, find),
    ),
    commands.registerCommand('poise.openRule', (rule: unknown) => openRule(context, rule)),
  ]
}

async function scanWorkspace(server: Server, log: LogOutputChannel, status: Status): Promise<ScanSummary | undefined> {
  if (workspace.workspaceFolders === undefined) {
    void window.showInformationMessage(l10n.t('Poise scans the folders of a workspace. Open a folder first.'))
    return undefined
  }
  try {
    const summary = await status.during(server.scan())
    await commands.executeCommand('setContext', 'poise.scanned', true)
    window.setStatusBarMessage(lineOf(summary), 15_000)
    log.info(lineOf(summary))
    return summary
  } catch (error) {
    log.error(`The scan ended early: ${error instanceof Error ? error.message : String(error)}`)
    void window.showWarningMessage(l10n.t('The scan ended early. Run it again; “Poise: Show Log” says more.'))
    return undefined
  }
}

function lineOf(summary: ScanSummary): string {
  const {files, findings, recorded, problems, skipped, tooLarge, cancelled, cut} = summary
  const {warning, suggestion, hint} = findings
  const counts = [counted(warning, 'warning'), counted(suggestion, 'suggestion'), counted(hint, 'hint')].join(', ')
  const rest = [
    ...(recorded > 0 ? [l10n.t('{0} recorded', recorded)] : []),
    ...(problems > 0 ? [counted(problems, 'problem')] : []),
    ...(skipped > 0 ? [skippedOf(skipped, tooLarge)] : []),
    ...(cut ? [l10n.t('stopped at poise.maxFiles')] : []),
  ]
  const line = [counted(files, 'file'), counts, ...rest].join(' · ')
  return cancelled ? l10n.t('Poise: {0} (stopped early)', line) : `Poise: ${line}`
}

function skippedOf(skipped: number, tooLarge: number): string {
  if (tooLarge === 0) return l10n.t('{0} skipped', skipped)
  return l10n.t('{0} skipped, {1} too large', skipped, tooLarge)
}

async function recordBaseline(server: Server, log: LogOutputChannel, status: Status): Promise<void> {
  const folder = await chooseFolder(l10n.t('The folder whose findings are recorded'))
  if (folder === undefined) return
  try {
    await status.during(server.run('poise.server.recordBaseline', folder.uri.toString()))
  } catch (error) {
    log.error(`Nothing was recorded: ${error instanceof Error ? error.message : String(error)}`)
    void window.showWarningMessage(l10n.t('Nothing was recorded. Run it again; “Poise: Show Log” says more.'))
  }
}

/** Asks what to say instead of a phrase, and adds it to the house style of a document; called by a quick fix. */
async function addToHouseStyle(server: Server, uri: unknown, find: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof find !== 'string') return
  const say = await window.showInputBox({
    title: l10n.t('Add to house style'),
    prompt: l10n.t('What to say instead of “{0}”. Leave it empty where there is no one answer.', find),
    placeHolder: l10n.t('Other words'),
  })
  if (say === undefined) return
  try {
    const {message} = await server.run<{readonly message?: string}>('poise.server.addPhrase', {uri, find, say})
    if (message !== undefined) void window.showWarningMessage(message)
  } catch {
    void window.showWarningMessage(
      l10n.t('Nothing was added: the server is not running. “Poise: Restart Server” starts it.'),
    )
  }
}

async function fixAll(): Promise<void> {
  if (window.activeTextEditor === undefined) return
  // VS Code applies it as it does on save: the server checks the text as it is at that moment.
  await commands.executeCommand('editor.action.sourceAction', {kind: 'source.fixAll.poise', apply: 'first'})
}

async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder(l10n.t('The folder that the configuration is for'))
  if (folder === undefined) return
  const uri = Uri.joinPath(folder.uri, '.poise.json')
  if (!(await exists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(template()))
  await window.showTextDocument(uri)
}

const template = () => `{
  // ${l10n.t('Rules by name: "off", or a severity of your own: "warning", "suggestion", "hint".')}
  "rules": {},
  // ${l10n.t('Folders and files that hold macros (canned replies); files named *.macro.md always do.')}
  "macros": ["macros/**"],
  // ${l10n.t('Folders and files that Poise leaves out.')}
  "ignore": []
}
`

async function chooseFolder(placeHolder: string): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1) return window.showWorkspaceFolderPick({placeHolder})
  return folders[0]
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown
  } catch {
    return false
  }
}

/** Shows a rule's page, or the list of them; both are packed with the extension, so that this works without a network. */
async function openRule(context: ExtensionContext, rule: unknown): Promise<void> {
  const name = typeof rule === 'string' && /^[a-z-]+$/.test(rule) ? rule : 'README'
  const page = Uri.joinPath(context.extensionUri, 'dist', 'rules', `${name}.md`)
  try {
    await commands.executeCommand('markdown.showPreview', page)
  } catch {
    await window.showTextDocument(page)
  }
}
