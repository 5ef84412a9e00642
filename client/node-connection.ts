import type {ExtensionContext} from 'vscode'
import {
  type BaseLanguageClient,
  LanguageClient,
  type LanguageClientOptions,
  TransportKind,
} from 'vscode-languageclient/node'

/** A client whose server is a process of its own. */
export function connect(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient {
  const module = context.asAbsolutePath('dist/lsp.cjs')
  const transport = TransportKind.ipc
  const debug = {module, transport, options: {execArgv: ['--nolazy', '--inspect=6009']}}
  return new LanguageClient('poise', 'Poise', {run: {module, transport}, debug}, options)
}
