import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  ExecuteCommandRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import {askTool, askToolRequest} from './ask-tool.ts'
import {codeActions, resolveCodeAction} from './code-actions.ts'
import type {Commands} from './commands.ts'
import {completionsAt} from './completions.ts'
import {hoverAt} from './hover.ts'
import {logError} from './log.ts'
import {foldsOf, lensesOf, outlineOf} from './replies.ts'
import type {Results} from './results.ts'
import type {Session} from './session.ts'

/** Answers the requests of the client. */
export function answerRequests(session: Session, results: Results, commands: Commands): void {
  const {connection, client} = session
  // Result ids of a server that has crashed must never count as those of its successor.
  const nonce = Date.now().toString(36)

  connection.languages.diagnostics.on(
    async ({textDocument, previousResultId}, token): Promise<DocumentDiagnosticReport> => {
      refuseCancelled(token)
      try {
        const document = session.documents.get(textDocument.uri)
        const unsaved = document !== undefined && document.revision !== document.savedRevision
        const waitsIn = results.waitsIn(textDocument.uri)
        const isLater = (session.settingsFor(textDocument.uri).run === 'onSave' && unsaved) || waitsIn === 'file'
        if (isLater && previousResultId !== undefined) return unchanged(previousResultId)
        const pulled = await timed(session, 'textDocument/diagnostic', textDocument.uri, () =>
          results.pull(textDocument.uri),
        )
        refuseCancelled(token)
        if (pulled === undefined) return {kind: DocumentDiagnosticReportKind.Full, items: []}
        const resultId = `${nonce} ${pulled.analysis.revision} ${pulled.analysis.generation} ${pulled.analysis.unchecked} ${waitsIn}`
        return resultId === previousResultId
          ? unchanged(resultId)
          : {kind: DocumentDiagnosticReportKind.Full, resultId, items: pulled.items}
      } catch (error) {
        if (error instanceof ResponseError) throw error
        // A client may stop asking for good after one error, so an error here is an empty answer.
        logError(connection, 'textDocument/diagnostic', error)
        return {kind: DocumentDiagnosticReportKind.Full, items: []}
      }
    },
  )

  connection.onHover((params, token) =>
    answer(session, 'textDocument/hover', params.textDocument.uri, token, null, async () => {
      const analysis = await session.analyse(params.textDocument.uri)
      return (analysis && hoverAt(analysis, params.position, client)) ?? null
    }),
  )
  connection.onCompletion((params, token) =>
    answer(session, 'textDocument/completion', params.textDocument.uri, token, [], async () => {
      const analysis = await session.analyse(params.textDocument.uri)
      return analysis === undefined ? [] : completionsAt(analysis, params, client)
    }),
  )
  connection.onDocumentSymbol((params, token) =>
    answer(session, 'textDocument/documentSymbol', params.textDocument.uri, token, [], async () => {
      const analysis = await session.analyse(params.textDocument.uri)
      return analysis === undefined ? [] : outlineOf(analysis, client)
    }),
  )
  connection.onCodeLens((params, token) =>
    answer(session, 'textDocument/codeLens', params.textDocument.uri, token, [], async () => {
      const {uri} = params.textDocument
      // A piece of a page, as a cell is, has no risk of its own.
      if (!session.settingsFor(uri).codeLens || session.documents.notebookOf(uri) !== undefined) return []
      const analysis = await session.analyse(uri)
      return analysis === undefined ? [] : lensesOf(analysis, client)
    }),
  )
  connection.onFoldingRanges((params, token) =>
    answer(session, 'textDocument/foldingRange', params.textDocument.uri, token, [], async () => {
      const analysis = await session.analyse(params.textDocument.uri)
      return analysis === undefined ? [] : foldsOf(analysis)
    }),
  )
  connection.onCodeAction((params, token) =>
    answer(session, 'textDocument/codeAction', params.textDocument.uri, token, [], () => codeActions(session, params)),
  )
  connection.onCodeActionResolve((action, token) =>
    answer(
      session,
      'codeAction/resolve',
      'a finding',
      token,
      new ResponseError(ErrorCodes.InternalError, 'The edit could not be made.'),
      () => resolveCodeAction(session, action),
    ),
  )
  connection.onRequest(askToolRequest, asked => askTool(session, asked))
  // Not `onExecuteCommand`, which takes the client's progress token away.
  connection.onRequest(ExecuteCommandRequest.type, ({command, arguments: given, workDoneToken}, token) => {
    const run = Object.hasOwn(commands, command) ? commands[command] : undefined
    if (run === undefined) return new ResponseError(ErrorCodes.InvalidParams, 'There is no such command.')
    return run({argument: given?.[0], token, progress: workDoneToken})
  })
}

/** What `work` answers, or `otherwise` where it fails: the rest of the session goes on. */
export async function answer<Answer>(
  session: Session,
  method: string,
  uri: string,
  token: CancellationToken,
  otherwise: Answer,
  work: () => Promise<Answer>,
): Promise<Answer> {
  refuseCancelled(token)
  try {
    return await timed(session, method, uri, work)
  } catch (error) {
    logError(session.connection, method, error)
    return otherwise
  }
}

function timed<Answer>(
  {host, slow}: Session,
  method: string,
  uri: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return slow.request(method, host.pathOf(uri) ?? uri, work)
}

function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
}

function unchanged(resultId: string): DocumentDiagnosticReport {
  return {kind: DocumentDiagnosticReportKind.Unchanged, resultId}
}
