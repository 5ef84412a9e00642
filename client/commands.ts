import {
  commands,
  type Disposable,
  type ExtensionContext,
  FileType,
  type LogOutputChannel,
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
    commands.registerCommand('poise.fixAll', fixAll),
    commands.registerCommand('poise.restart', () => status.during(server.restart())),
    commands.registerCommand('poise.toggle', () => server.toggle()),
    commands.registerCommand('poise.showLog', () => log.show()),
    commands.registerCommand('poise.createConfiguration', createConfiguration),
    commands.registerCommand('poise.openRule', (rule: unknown) => openRule(context, rule)),
  ]
}

async function scanWorkspace(server: Server, log: LogOutputChannel, status: Status): Promise<ScanSummary | undefined> {
  if (workspace.workspaceFolders === undefined) {
    void window.showInformationMessage('Poise scans the folders of a workspace. Open a folder first.')
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
    void window.showWarningMessage('The scan ended early. Run it again; “Poise: Show Log” says more.')
    return undefined
  }
}

function lineOf({files, findings: {warning, suggestion, hint}, problems, skipped, cancelled}: ScanSummary): string {
  const counts = [counted(warning, 'warning'), counted(suggestion, 'suggestion'), counted(hint, 'hint')].join(', ')
  const rest = [...(problems > 0 ? [counted(problems, 'problem')] : []), ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return `Poise: ${[counted(files, 'file'), counts, ...rest].join(' · ')}${cancelled ? ' (stopped early)' : ''}`
}

async function fixAll(): Promise<void> {
  if (window.activeTextEditor === undefined) return
  // VS Code applies it as it does on save: the server checks the text as it is at that moment.
  await commands.executeCommand('editor.action.sourceAction', {kind: 'source.fixAll.poise', apply: 'first'})
}

async function createConfiguration(): Promise<void> {
  const folder = await chooseFolder()
  if (folder === undefined) return
  const uri = Uri.joinPath(folder.uri, '.poise.json')
  if (!(await exists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(template))
  await window.showTextDocument(uri)
}

const template = `{
  // Rules by name: "off", or a severity of your own: "warning", "suggestion", "hint".
  "rules": {},
  // Folders and files that hold macros (canned replies); files named *.macro.md always do.
  "macros": ["macros/**"],
  // Folders and files that Poise leaves out.
  "ignore": []
}
`

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1)
    return window.showWorkspaceFolderPick({placeHolder: 'The folder that the configuration is for'})
  return folders[0]
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown
  } catch {
    return false
  }
}

/** Shows a rule's section of the page that is packed with the extension, so that it works without a network. */
async function openRule(context: ExtensionContext, rule: unknown): Promise<void> {
  const page = Uri.joinPath(context.extensionUri, 'dist', 'rules.md')
  const fragment = typeof rule === 'string' ? rule : ''
  try {
    await commands.executeCommand('markdown.showPreview', page.with({fragment}))
  } catch {
    await window.showTextDocument(page)
  }
}
