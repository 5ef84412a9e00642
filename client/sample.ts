import {
  commands,
  type Disposable,
  type ExtensionContext,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'

/** Registers the steps of the walkthrough: they work on a copy of a sample, so without a folder too. */
export function registerSample(context: ExtensionContext): Disposable[] {
  const sample = Uri.joinPath(context.globalStorageUri, 'sample.macro.md')
  let most = 0

  /** Opens the copy; a fresh one, unless it is being changed. */
  async function open(): Promise<TextDocument> {
    const known = workspace.textDocuments.find(({uri}) => uri.toString() === sample.toString())
    if (known === undefined) {
      const source = Uri.joinPath(context.extensionUri, 'media', 'walkthrough', 'sample.macro.md')
      await workspace.fs.createDirectory(context.globalStorageUri)
      await workspace.fs.writeFile(sample, await workspace.fs.readFile(source))
    }
    const document = await workspace.openTextDocument(sample)
    await window.showTextDocument(document)
    return document
  }

  /** Opens the copy at its first finding, and then what a key opens there. */
  async function openAt(command: string): Promise<void> {
    const document = await open()
    const found = await firstFinding(document.uri)
    if (found === undefined) return
    await window.showTextDocument(document, {selection: new Range(found.start, found.start)})
    await commands.executeCommand(command)
  }

  return [
    commands.registerCommand('poise.openSample', () => openAt('editor.action.showHover')),
    commands.registerCommand('poise.rewriteSample', () => openAt('editor.action.quickFix')),
    languages.onDidChangeDiagnostics(({uris}) => {
      if (!uris.some(uri => uri.toString() === sample.toString())) return
      const count = languages.getDiagnostics(sample).length
      if (count > 0 && count < most) void commands.executeCommand('setContext', 'poise.sampleRewritten', true)
      most = Math.max(most, count)
    }),
  ]
}

/** Milliseconds to wait for the first findings: the server may be starting just now. */
const patience = 10_000

/** The first finding of a few words, once there is one. */
async function firstFinding(uri: Uri): Promise<Range | undefined> {
  const find = () =>
    languages
      .getDiagnostics(uri)
      .filter(({source, range}) => source === 'poise' && range.isSingleLine && !range.isEmpty)
      .sort((a, b) => a.range.start.compareTo(b.range.start))[0]?.range
  const end = Date.now() + patience
  while (find() === undefined && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 100))
  return find()
}
