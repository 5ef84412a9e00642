import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {TestContext} from 'node:test'
import {pathToFileURL} from 'node:url'
import {buildSync} from 'esbuild'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  Registration,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol'
import {TextDocument} from 'vscode-languageserver-textdocument'

/** How a test starts the server. */
export interface Start {
  readonly capabilities?: object
  readonly options?: object
  /** What the client answers to `workspace/configuration`; a function is asked each time, with the folder's address. */
  readonly settings?: unknown
  /** Folders of the workspace, as names in `folder`; that itself where there are none. */
  readonly folders?: readonly string[]
  /** What it answers for other sections than its own. */
  readonly sections?: Readonly<Record<string, unknown>>
  /** Files of the workspace folder, by their path in it. */
  readonly files?: Readonly<Record<string, string>>
  readonly initialize?: boolean
  /** The workspace folder of another client, to come after it; a new one otherwise. */
  readonly folder?: string
  /** Arguments for Node, such as how much memory the server may take. */
  readonly node?: readonly string[]
  /** Another server than the packaged one. */
  readonly server?: string
}

/** A client of the real server, which runs as a process of its own and is stopped at the end of the test. */
export interface Client {
  readonly connection: MessageConnection
  readonly process: ChildProcess
  readonly folder: string
  readonly result: InitializeResult
  readonly registrations: Registration[]
  readonly logs: string[]
  /** What the server had the client show. */
  readonly messages: string[]
  readonly statuses: {
    readonly uri: string
    readonly version: number
    readonly findings: number
    readonly explanation: string
    readonly recorded: number
    readonly shown?: number
    readonly largerThan?: number
  }[]
  readonly refreshes: () => number
  readonly uri: (name: string) => string
  readonly write: (name: string, text: string) => void
  readonly open: (name: string, text: string, version?: number) => void
  readonly change: (name: string, text: string, version: number) => void
  readonly close: (name: string) => void
  readonly pull: (
    name: string,
    previousResultId?: string,
  ) => Promise<{kind: string; resultId?: string; items: Diagnostic[]}>
  /** The next published diagnostics of a file that `when` accepts, among those to come and the last one. */
  readonly published: (
    name: string,
    when?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>
  /** The same of a document that is no file of the folder. */
  readonly publishedAt: (
    address: string,
    when?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>
  /** Hears of all that is published, until the function that it answers is called. */
  readonly onPublished: (listener: (params: PublishDiagnosticsParams) => void) => () => void
  readonly last: (name: string) => PublishDiagnosticsParams | undefined
  readonly actions: (name: string, diagnostic: Diagnostic, only?: string[]) => Promise<CodeAction[]>
}

/** The server as it is packaged: a bundle, which also starts much faster than its sources. */
const packaged = bundleServer()
/** Where the servers of this process keep passing files, so that they leave nothing behind. */
export const passing = dirname(packaged)

/** Bundles the server, with modules of this folder that run before it. */
export function bundleServer(...before: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'poise-server-'))
  const outfile = join(folder, 'lsp.cjs')
  buildSync({
    entryPoints: [join(import.meta.dirname, '../../server/node/lsp.ts')],
    outfile,
    inject: before.map(name => join(import.meta.dirname, name)),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  })
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  return outfile
}

/** Starts the server and makes it ready as the client that `start` describes. */
export async function startClient(context: Pick<TestContext, 'after'>, start: Start = {}): Promise<Client> {
  const folder = start.folder ?? realpathSync(mkdtempSync(join(tmpdir(), 'poise-lsp-')))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  for (const [name, text] of Object.entries(start.files ?? {})) write(name, text)
  const child = spawn(process.execPath, [...(start.node ?? []), start.server ?? packaged, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {...process.env, TMPDIR: passing, TEMP: passing},
  })
  const errors: string[] = []
  child.stderr.on('data', data => errors.push(String(data)))
  const reader = new StreamMessageReader(child.stdout)
  // Of a server that is killed half a message may be left, for whose rest the reader would wait, and the process with it.
  reader.partialMessageTimeout = 0
  const connection = createMessageConnection(reader, new StreamMessageWriter(child.stdin))
  context.after(() => {
    connection.dispose()
    child.kill('SIGKILL')
    rmSync(folder, {recursive: true, force: true})
  })
  // A test may end before its last words are read.
  const send = (method: string, params: object) =>
    void connection.sendNotification(method, params).catch(() => undefined)

  const death = new Promise<never>((_, reject) => {
    child.once('exit', code => reject(new Error(`The server ended with ${code}. ${errors.join('')}`)))
  })
  death.catch(() => undefined)

  const uri = (name: string) => pathToFileURL(join(folder, name)).href
  const registrations: Registration[] = []
  const logs: string[] = []
  const messages: string[] = []
  const statuses: Client['statuses'] = []
  const latest = new Map<string, PublishDiagnosticsParams>()
  const listeners = new Set<(params: PublishDiagnosticsParams) => void>()
  let refreshes = 0
  connection.onRequest('client/registerCapability', (params: {registrations: Registration[]}) => {
    registrations.push(...params.registrations)
    return null
  })
  const settingsAt = (scope: string | undefined) =>
    typeof start.settings === 'function' ? start.settings(scope) : start.settings
  connection.onRequest('workspace/configuration', ({items}: {items: {section: string; scopeUri?: string}[]}) =>
    items.map(
      ({section, scopeUri}) => (section === 'poise' ? settingsAt(scopeUri) : start.sections?.[section]) ?? null,
    ),
  )
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1
    return null
  })
  connection.onRequest('window/workDoneProgress/create', () => null)
  connection.onNotification('window/logMessage', (params: {message: string}) => void logs.push(params.message))
  connection.onNotification('window/showMessage', (params: {message: string}) => void messages.push(params.message))
  connection.onNotification('poise/status', status => void statuses.push(status))
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, params)
    for (const listener of listeners) listener(params)
  })
  connection.listen()

  let result: InitializeResult = {capabilities: {}}
  if (start.initialize !== false) {
    const initialize = connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: (start.folders ?? ['.']).map(name => ({uri: pathToFileURL(join(folder, name)).href, name})),
      capabilities: start.capabilities ?? vscode,
      initializationOptions: start.options,
    })
    result = await Promise.race([initialize, death])
    await connection.sendNotification('initialized', {})
  }
  const publishedAt: Client['publishedAt'] = (address, when = () => true) =>
    new Promise((resolve, reject) => {
      const known = latest.get(address)
      if (known && when(known)) return resolve(known)
      const timer = setTimeout(
        () => reject(new Error(`Nothing was published for ${address}. ${logs.join('\n')}${errors.join('')}`)),
        8000,
      )
      const listener = (params: PublishDiagnosticsParams) => {
        if (params.uri !== address || !when(params)) return
        listeners.delete(listener)
        clearTimeout(timer)
        resolve(params)
      }
      listeners.add(listener)
    })
  const texts = new Map<string, string>()
  return {
    connection,
    process: child,
    folder,
    result,
    registrations,
    logs,
    messages,
    statuses,
    refreshes: () => refreshes,
    uri,
    write,
    open(name, text, version = 1) {
      texts.set(name, text)
      send('textDocument/didOpen', {textDocument: {uri: uri(name), languageId: 'markdown', version, text}})
    },
    change(name, text, version) {
      const before = TextDocument.create('', '', 0, texts.get(name) ?? '')
      texts.set(name, text)
      const range = {start: {line: 0, character: 0}, end: before.positionAt(before.getText().length)}
      const textDocument = {uri: uri(name), version}
      send('textDocument/didChange', {textDocument, contentChanges: [{range, text}]})
    },
    close: name => send('textDocument/didClose', {textDocument: {uri: uri(name)}}),
    pull: (name, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {textDocument: {uri: uri(name)}, previousResultId}),
    published: (name, when) => publishedAt(uri(name), when),
    publishedAt,
    onPublished(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    last: name => latest.get(uri(name)),
    actions: async (name, diagnostic, only) =>
      (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: {uri: uri(name)},
        range: diagnostic.range,
        context: {diagnostics: [diagnostic], ...(only && {only})},
      })) ?? [],
  }
}

/** The text of one document after a workspace edit; a slot to type at is filled with its own name. */
export function applyWorkspaceEdit(uri: string, text: string, edit: WorkspaceEdit | undefined): string {
  const edits: TextEdit[] = []
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change) || change.textDocument.uri !== uri) continue
    for (const each of change.edits) {
      const snippet = 'snippet' in each ? each.snippet.value : undefined
      edits.push({
        range: each.range,
        newText:
          snippet?.replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1').replace(/\\(.)/g, '$1') ??
          ('newText' in each ? each.newText : ''),
      })
    }
  }
  edits.push(...(edit?.changes?.[uri] ?? []))
  return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits)
}

/** What VS Code says that it can do. */
export const vscode: ClientCapabilities & object = {
  general: {positionEncodings: ['utf-16']},
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: {dynamicRegistration: true},
    didChangeWatchedFiles: {dynamicRegistration: true},
    diagnostics: {refreshSupport: true},
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      snippetEditSupport: true,
    },
  },
  textDocument: {
    synchronization: {didSave: true},
    publishDiagnostics: {
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: {valueSet: [1, 2]},
    },
    diagnostic: {
      dynamicRegistration: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: {valueSet: [1, 2]},
    },
    hover: {contentFormat: ['markdown', 'plaintext']},
    codeAction: {
      codeActionLiteralSupport: {codeActionKind: {valueSet: ['', 'quickfix', 'source', 'source.fixAll']}},
      isPreferredSupport: true,
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: {properties: ['edit', 'command']},
    },
  },
  window: {workDoneProgress: true},
}

/** What Neovim 0.7 says: no pull, no versioned edits. */
export const neovim = {
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    workspaceEdit: {resourceOperations: ['rename', 'create', 'delete']},
  },
  textDocument: {
    synchronization: {didSave: true},
    publishDiagnostics: {relatedInformation: true, tagSupport: {valueSet: [1, 2]}},
    hover: {contentFormat: ['markdown', 'plaintext']},
    codeAction: {
      codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}},
      dataSupport: true,
      resolveSupport: {properties: ['edit']},
    },
  },
  window: {workDoneProgress: true},
}

/** What eglot 1.9 says: no resolve; its answer to `workspace/configuration` is null. */
export const eglot = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: {dynamicRegistration: true},
    workspaceEdit: {documentChanges: true},
  },
  textDocument: {
    publishDiagnostics: {relatedInformation: false, codeDescriptionSupport: false, tagSupport: {valueSet: [1, 2]}},
    hover: {contentFormat: ['plaintext']},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}}, isPreferredSupport: true},
  },
}

/** What @codemirror/lsp-client says: it claims to pull and never does. */
export const codemirror = {
  textDocument: {diagnostic: {}, publishDiagnostics: {versionSupport: true}, hover: {contentFormat: ['markdown']}},
}

/** What Kate says: nothing of the workspace. */
export const kate = {
  textDocument: {
    publishDiagnostics: {relatedInformation: true},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: []}}},
    hover: {contentFormat: ['markdown', 'plaintext']},
  },
  window: {workDoneProgress: true},
}
