import {type ExtensionContext, Uri} from 'vscode'
import {type BaseLanguageClient, LanguageClient, type LanguageClientOptions} from 'vscode-languageclient/browser'

/** A client whose server is a worker, for editors in a browser. Each start has a worker of its own, which ends with its server. */
export function connect(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true)
  return new LanguageClient('poise', 'Poise', async () => new Worker(script), options)
}
