import {commands, type Disposable, EventEmitter, l10n, Uri, window, workspace} from 'vscode'
import type {Server} from './server.ts'

const scheme = 'poise-preview'
/** Milliseconds from the last change of a document to the next look at its rewrites. */
const pause = 400

/** Registers the preview: a document beside itself with every safe rewrite applied, which follows while one writes. */
export function registerPreview(server: Server): Disposable[] {
  const changed = new EventEmitter<Uri>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  return [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const source = sourceOf(uri)
        const text = await server.ask<string | null>('poise/rewritten', {uri: source.toString()})
        return text ?? (await workspace.openTextDocument(source)).getText()
      },
    }),
    workspace.onDidChangeTextDocument(({document: {uri}}) => {
      const preview = previewOf(uri)
      if (!workspace.textDocuments.some(each => each.uri.toString() === preview.toString())) return
      clearTimeout(timers.get(preview.toString()))
      timers.set(
        preview.toString(),
        setTimeout(() => changed.fire(preview), pause),
      )
    }),
    workspace.onDidCloseTextDocument(({uri}) => {
      clearTimeout(timers.get(uri.toString()))
      timers.delete(uri.toString())
    }),
    commands.registerCommand('poise.previewRewrites', preview),
  ]

  async function preview(given: unknown): Promise<void> {
    const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri
    if (uri === undefined) return
    const document = await workspace.openTextDocument(uri)
    const text = await server.ask<string | null>('poise/rewritten', {uri: document.uri.toString()})
    if (text === null || text === undefined || text === document.getText()) {
      void window.showInformationMessage(
        l10n.t('No rewrite here is safe to make by itself: each finding needs your decision.'),
      )
      return
    }
    await commands.executeCommand(
      'vscode.diff',
      uri,
      previewOf(uri),
      l10n.t('{0} ↔ with safe rewrites', uri.path.split('/').at(-1) ?? ''),
    )
  }
}

/** The address of a preview has the path of its document, by which the editor knows the language. */
function previewOf(uri: Uri): Uri {
  return Uri.from({scheme, path: uri.path, query: uri.toString()})
}

function sourceOf({query}: Uri): Uri {
  return Uri.parse(query)
}
