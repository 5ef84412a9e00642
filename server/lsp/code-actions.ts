import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import {safeEdits} from '../engine/fix.ts'
import {action, includes} from './action.ts'
import {fixAllKind} from './capabilities.ts'
import {findingActions} from './finding-actions.ts'
import {editOf} from './fix.ts'
import {houseStyleActions} from './house-style-actions.ts'
import {purposeActions} from './purpose-actions.ts'
import type {Session} from './session.ts'
import {isFor, readTicket} from './ticket.ts'

/** The actions for the findings in a range of an open document, and those of the kinds that are asked for by name. */
export async function codeActions(
  session: Session,
  {textDocument, range, context}: CodeActionParams,
): Promise<CodeAction[]> {
  const analysis = await session.analyse(textDocument.uri)
  if (analysis?.file === undefined) return []
  const start = analysis.document.offsetAt(range.start)
  const end = analysis.document.offsetAt(range.end)
  const place = {session, analysis, given: context.diagnostics}
  const asked = {start, end, only: context.only}
  const {first, last} = includes(context.only, CodeActionKind.QuickFix, true)
    ? findingActions(place, start, end)
    : {first: [], last: []}
  const actions = [...first, ...houseStyleActions(place, asked), ...last, ...purposeActions(place, asked)]
  if (includes(context.only, fixAllKind, false) && safeEdits(analysis.report.findings).length > 0) {
    actions.push(
      action(
        session,
        analysis,
        {title: session.client.t('Fix all that is safe to fix'), kind: fixAllKind},
        {does: 'all'},
      ),
    )
  }
  return (await Promise.all(actions)).flat()
}

/** The same action with its edit; an error where the document has moved on since the action was offered. */
export async function resolveCodeAction(
  session: Session,
  action: CodeAction,
): Promise<CodeAction | ResponseError<void>> {
  const ticket = readTicket(action.data)
  if (ticket === undefined) return action
  const analysis = await session.analyse(ticket.uri)
  const edit = isFor(ticket, analysis) ? await editOf(session, analysis, ticket.fix) : undefined
  if (edit === undefined || session.documents.get(ticket.uri)?.revision !== analysis?.revision) {
    return new ResponseError(
      LSPErrorCodes.ContentModified,
      session.client.t('The document has changed since this fix was offered.'),
    )
  }
  return {...action, edit}
}
