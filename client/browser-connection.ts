import {type ExtensionContext, Uri} from 'vscode'
import {
  type BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser'

/** A client whose server is a worker, for editors in a browser. Each start has a worker of its own, which ends with its server. */
export function connect(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true)
  const start = async () => {
    // The editor puts a class of its own in the place of `Worker`, so the client would not know what this is.
    const worker = new Worker(script)
    return {reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker)}
  }
  return new LanguageClient('poise', 'Poise', start, options)
}
