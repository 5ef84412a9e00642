import {
  CodeActionKind,
  DiagnosticTag,
  type InitializeParams,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import {makeSay, type Say} from './words.ts'

/** The cells of notebooks that are checked: those of Markdown, in notebooks of any kind. */
const notebookSelector = [{notebook: '*', cells: [{language: 'markdown'}]}]

/** The command that scans all workspace folders; a client sends it by `workspace/executeCommand`. */
export const scanCommand = 'poise.server.scanWorkspace'
/** The command that writes a phrase rule into the nearest configuration; a client sends it with a document, what to find and what to say. */
export const addPhraseCommand = 'poise.server.addPhrase'
/** The client's own command that asks what to say instead of a phrase, given a document and the phrase. */
export const addToHouseStyleCommand = 'poise.addToHouseStyle'
/** The command that records the baseline of a workspace folder, given its address where there are several. */
export const recordCommand = 'poise.server.recordBaseline'
/** The command that offers the safe rewrites of all workspace folders, or those of the rule that its argument names. */
export const fixWorkspaceCommand = 'poise.server.fixWorkspace'
/** The client's own command that shows a rule's page, given the rule's id. */
export const openRuleCommand = 'poise.openRule'
/** The kind of the action that applies all safe rewrites. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.poise`

/** The characters that open a placeholder of some system, and the one that goes on with its name. */
const placeholderSigns = ['{', '%', '[', '$', '#', '.'] as const

/** What the client can do, as it said when it started the server; `false` for all that it did not mention. */
export interface Client {
  /** `dynamic` clients pull as soon as asked to; the word of `static` ones is not enough, some never pull. */
  readonly pull: 'dynamic' | 'static' | 'none'
  readonly refreshDiagnostics: boolean
  readonly refreshLenses: boolean
  readonly diagnosticData: boolean
  readonly diagnosticLinks: boolean
  readonly unnecessaryTag: boolean
  readonly versionedPush: boolean
  readonly codeActions: boolean
  readonly resolveEdit: boolean
  readonly documentChanges: boolean
  readonly createFile: boolean
  readonly snippetEdits: boolean
  /** Lets a person look through an edit before it applies it. */
  readonly reviewsEdits: boolean
  /** Opens its preview for one change that needs confirmation, and ticks those that don't. */
  readonly ticksUnconfirmed: boolean
  readonly markdownHover: boolean
  readonly snippetCompletions: boolean
  readonly nestedSymbols: boolean
  readonly configuration: boolean
  readonly registerConfiguration: boolean
  readonly watchFiles: boolean
  readonly workspaceFolders: boolean
  readonly progress: boolean
  readonly notebooks: boolean
  /** Has the command that opens a rule's page. */
  readonly openRule: boolean
  /** Has the command that asks what to say instead of a phrase. */
  readonly addToHouseStyle: boolean
  /** Reads the files that only it can reach, when asked by `poise/readFile` and its like. */
  readonly files: boolean
  /** Wants `poise/status` notifications. */
  readonly status: boolean
  /** Showed the results of a scan before, by a server that is no more. */
  readonly scanned: boolean
  /** Says a text in the language of the client, where it brought the words. */
  readonly t: Say
}

/** Reads what the client can do from its `initialize` request; any part of which may be missing. */
export function readClient(params: InitializeParams): Client {
  const {textDocument, workspace, window} = params.capabilities ?? {}
  const options = asRecord(params.initializationOptions)
  const {diagnostic, publishDiagnostics, codeAction} = textDocument ?? {}
  const edit = workspace?.workspaceEdit
  return {
    pull: diagnostic == null ? 'none' : diagnostic.dynamicRegistration === true ? 'dynamic' : 'static',
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    diagnosticData: publishDiagnostics?.dataSupport === true || diagnostic?.dataSupport === true,
    diagnosticLinks: publishDiagnostics?.codeDescriptionSupport === true || diagnostic?.codeDescriptionSupport === true,
    unnecessaryTag: [publishDiagnostics, diagnostic].some(
      each => each?.tagSupport?.valueSet?.includes(DiagnosticTag.Unnecessary) === true,
    ),
    versionedPush: publishDiagnostics?.versionSupport === true,
    codeActions: codeAction?.codeActionLiteralSupport != null,
    resolveEdit: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties?.includes('edit') === true,
    documentChanges: edit?.documentChanges === true,
    createFile: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    snippetEdits: edit?.documentChanges === true && edit.snippetEditSupport === true,
    reviewsEdits:
      workspace?.applyEdit === true && edit?.documentChanges === true && edit.changeAnnotationSupport != null,
    ticksUnconfirmed: options['ticksUnconfirmed'] === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    notebooks: params.capabilities?.notebookDocument?.synchronization !== undefined,
    openRule: options['openRule'] === true,
    addToHouseStyle: options['addToHouseStyle'] === true,
    files: options['files'] === true,
    status: options['status'] === true,
    scanned: options['scan'] === true,
    t: makeSay(asRecord(options['words'])),
  }
}

/** What the server tells the client that it does. */
export function serverCapabilities(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: {includeText: false}},
    ...(client.notebooks && {notebookDocumentSync: {notebookSelector, save: true}}),
    hoverProvider: true,
    completionProvider: {triggerCharacters: [...placeholderSigns]},
    documentSymbolProvider: {label: 'Poise'},
    codeLensProvider: {},
    foldingRangeProvider: true,
    executeCommandProvider: {
      commands: [scanCommand, addPhraseCommand, recordCommand, ...(client.reviewsEdits ? [fixWorkspaceCommand] : [])],
    },
    ...(client.codeActions && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
        resolveProvider: client.resolveEdit,
      },
    }),
    ...(client.pull === 'static' && {diagnosticProvider: pullOptions}),
    ...(client.workspaceFolders && {workspace: {workspaceFolders: {supported: true, changeNotifications: true}}}),
  }
}

/** How diagnostics are pulled: one document at a time. */
export const pullOptions = {identifier: 'poise', interFileDependencies: false, workspaceDiagnostics: false} as const

/** A JSON object, or an empty one for anything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
