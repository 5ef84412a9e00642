import * as vscode from 'vscode'
import type {Server} from './server.ts'

/** The part of VS Code's interface that came with 1.95; the extension runs in older ones too. */
interface ToolsApi {
  readonly lm?: {
    readonly registerTool?: (
      name: string,
      tool: {
        readonly prepareInvocation: () => {readonly invocationMessage: string}
        readonly invoke: (options: {readonly input: unknown}) => Promise<object>
      },
    ) => vscode.Disposable
  }
  readonly LanguageModelToolResult: new (content: readonly object[]) => object
  readonly LanguageModelTextPart: new (value: string) => object
}

/** What a tool answers: plain data, or what the assistant has to mend. */
interface ToolAnswer {
  readonly result?: object
  readonly mistake?: string
}

/** The tools by what is shown while they work; the manifest says the rest of them. */
const tools = {
  check_text: vscode.l10n.t('Checking the text with Poise'),
  list_rewrites: vscode.l10n.t('Asking Poise for rewrites'),
  explain_rule: vscode.l10n.t('Asking Poise for the reason'),
  list_rules: vscode.l10n.t('Reading Poise’s rules'),
}

/** Registers what an assistant in VS Code can ask for; nothing where this VS Code has no such tools. */
export function registerAssistantTools(server: Server): vscode.Disposable[] {
  const {lm, LanguageModelToolResult, LanguageModelTextPart} = vscode as unknown as ToolsApi
  const {registerTool} = lm ?? {}
  if (registerTool === undefined || isBefore95(vscode.version)) return []
  return Object.entries(tools).map(([tool, invocationMessage]) =>
    registerTool(`poise_${tool}`, {
      prepareInvocation: () => ({invocationMessage}),
      async invoke({input}) {
        const asked = {tool, input, folder: folderInFront()}
        const answer = await server.ask<ToolAnswer>('poise/askTool', asked)
        const {result, mistake} = answer ?? {mistake: 'Poise is not running. “Poise: Restart Server” starts it.'}
        // What is thrown is told to the assistant, which then asks again.
        if (mistake !== undefined) throw new Error(mistake)
        return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(result))])
      },
    }),
  )
}

/** Before 1.95 the interface is a proposal: it is there, and throws where an extension calls it. */
function isBefore95(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 1 && minor < 95
}

/** The address of the folder that the writer works in. */
function folderInFront(): string | undefined {
  const document = vscode.window.activeTextEditor?.document.uri
  const folder = document && vscode.workspace.getWorkspaceFolder(document)
  return (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri.toString()
}
