import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import {purposes} from '../../rules/kit/types.ts'
import {safeEdits} from '../engine/fix.ts'
import type {Finding, Suggestion} from '../engine/report.ts'
import {plainSlots} from '../engine/slots.ts'
import {purposeEdit, purposeSpan} from '../formats/purpose-line.ts'
import type {Analysis} from './analysis.ts'
import {fixAllKind, openRuleCommand} from './capabilities.ts'
import {folderOf} from './configuration-edit.ts'
import {findingDiagnostic, oneLine} from './diagnostics.ts'
import {editOf, type Fix} from './fix.ts'
import type {Session} from './session.ts'
import {isFor, readTicket, ticketFor} from './ticket.ts'

/** The actions for the findings in a range of an open document, and those of the kinds that are asked for by name. */
export async function codeActions(
  session: Session,
  {textDocument, range, context}: CodeActionParams,
): Promise<CodeAction[]> {
  const analysis = await session.analyse(textDocument.uri)
  if (analysis?.reading === undefined) return []
  const start = analysis.document.offsetAt(range.start)
  const end = analysis.document.offsetAt(range.end)
  const actions: Promise<CodeAction[]>[] = []
  if (includes(context.only, CodeActionKind.QuickFix, true)) {
    const here = findingsIn(analysis, start, end)
    const place = {session, analysis, given: context.diagnostics}
    for (const finding of here) actions.push(...findingActions(place, finding))
    for (const rule of new Set(here.map(each => each.rule)))
      actions.push(
        ...ruleActions(
          place,
          here.filter(each => each.rule === rule),
          rule,
        ),
      )
  }
  actions.push(...purposeActions({session, analysis, given: context.diagnostics}, {start, end, only: context.only}))
  if (includes(context.only, fixAllKind, false) && safeEdits(analysis.report.findings).length > 0) {
    actions.push(action(session, analysis, {title: 'Fix all that is safe to fix', kind: fixAllKind}, {does: 'all'}))
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
    return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since this fix was offered.')
  }
  return {...action, edit}
}

/** The findings that a range touches: those about a few words before those about a whole document. */
function findingsIn({report}: Analysis, start: number, end: number): readonly Finding[] {
  const here = report.findings.filter(({span}) => span.start <= end && start <= span.end)
  return [...here.filter(({level}) => level !== 'document'), ...here.filter(({level}) => level === 'document')]
}

/** Where actions are asked for: in the text of `analysis`, by a client that shows the diagnostics `given`. */
interface Place {
  readonly session: Session
  readonly analysis: Analysis
  readonly given: readonly Diagnostic[]
}

/** The rewrites of one finding, best first, and the comment that silences it. */
function findingActions(place: Place, finding: Finding): Promise<CodeAction[]>[] {
  const {session, analysis} = place
  const {
    rule,
    level,
    span: {start, end},
  } = finding
  const diagnostics = [diagnosticOf(place, finding)]
  const kind = CodeActionKind.QuickFix
  const rewrites = finding.suggestions.map((suggestion, index) => {
    const preferred = index === 0 && suggestion.safety === 'safe' && {isPreferred: true}
    return action(
      session,
      analysis,
      {title: titleOf(suggestion), kind, diagnostics, ...preferred},
      {does: 'suggestion', rule, start, end, index},
    )
  })
  // A document rule looks at the whole file, so a comment for the next block has no place.
  if (level === 'document') return rewrites
  const ignore = action(
    session,
    analysis,
    {title: `Ignore “${rule}” here`, kind, diagnostics},
    {does: 'ignore-here', rule, start, end},
  )
  return [...rewrites, ignore]
}

/** What can be done about all findings of one rule, some of which are `here`. */
function ruleActions(place: Place, here: readonly Finding[], rule: string): Promise<CodeAction[]>[] {
  const {session, analysis} = place
  const diagnostics = here.map(finding => diagnosticOf(place, finding))
  const offer = (title: string, fix: Fix) =>
    action(session, analysis, {title, kind: CodeActionKind.QuickFix, diagnostics}, fix)
  const fixable = analysis.report.findings.filter(each => each.rule === rule && each.suggestions[0]?.safety === 'safe')
  return [
    ...(fixable.length > 1 ? [offer(`Fix all “${rule}” in this file`, {does: 'all', rule})] : []),
    offer(`Ignore “${rule}” in this file`, {does: 'ignore-file', rule}),
    ...(canConfigure(session, analysis)
      ? [offer(`Turn off “${rule}” in this workspace`, {does: 'turn-off', rule})]
      : []),
    ...(session.client.openRule ? [Promise.resolve([openPage(rule, diagnostics)])] : []),
  ]
}

/** The rules whose findings are beside the point where the purpose was inferred wrongly. */
const ofPurpose = new Set(['boundary-incomplete', 'withdrawal-incomplete', 'escalation-incomplete'])

interface Asked {
  readonly start: number
  readonly end: number
  readonly only: readonly string[] | undefined
}

/** The purposes that a reply can be given: as a refactoring where its purpose is shown, as a fix where a finding depends on it. */
function purposeActions(place: Place, {start, end, only}: Asked): Promise<CodeAction[]>[] {
  const {session, analysis} = place
  const {document, report} = analysis
  const own = report.purpose
  if (own === undefined) return []
  const text = document.getText()
  const unclear = [
    ...findingsIn(analysis, start, end)
      .filter(({rule}) => ofPurpose.has(rule))
      .map(finding => diagnosticOf(place, finding)),
    ...place.given.filter(({code}) => code === 'unknown-purpose'),
  ]
  const kind = unclear.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite
  const span = purposeSpan(text)
  const isHere = unclear.length > 0 || (start <= span.end && span.start <= end)
  if (!isHere || !includes(only, kind, true)) return []
  const diagnostics = unclear.length > 0 && {diagnostics: unclear}
  // What is inferred comes first: to write it down is to agree.
  const others = purposes.filter(purpose => purpose !== own.is)
  return (own.given ? others : [own.is, ...others])
    .filter(purpose => purposeEdit(text, purpose) !== undefined)
    .map(purpose => {
      const title = purpose === own.is ? `Purpose: write down “${purpose}”` : `Purpose: change to “${purpose}”`
      return action(session, analysis, {title, kind, ...diagnostics}, {does: 'purpose', purpose})
    })
}

/** A rule is turned off in a file of the workspace, so a document elsewhere has no place for it. */
function canConfigure(session: Session, {document}: Analysis): boolean {
  const path = session.host.pathOf(document.uri)
  return path !== undefined && folderOf(session, path) !== undefined
}

function diagnosticOf({session, analysis, given}: Place, finding: Finding): Diagnostic {
  const own = findingDiagnostic(analysis.document, finding, session.client)
  return given.find(each => each.code === own.code && sameRange(each, own)) ?? own
}

function openPage(rule: string, diagnostics: Diagnostic[]): CodeAction {
  const title = `Open the page of “${rule}”`
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: {title, command: openRuleCommand, arguments: [rule]},
  }
}

/** The action with a ticket where the client can ask for the edit later, else with the edit itself. */
async function action(session: Session, analysis: Analysis, shown: CodeAction, fix: Fix): Promise<CodeAction[]> {
  if (session.client.resolveEdit) return [{...shown, data: ticketFor(analysis, fix)}]
  const edit = await editOf(session, analysis, fix)
  return edit === undefined ? [] : [{...shown, edit}]
}

function titleOf({title, safety}: Suggestion): string {
  const shown = oneLine(plainSlots(title))
  if (safety === 'if-verified') return `${shown} (if verified)`
  return safety === 'needs-input' ? `${shown} (needs your input)` : shown
}

/** Whether a client that asks for `only` wants `kind`: kinds are prefixes at the dots. */
function includes(only: readonly string[] | undefined, kind: string, unasked: boolean): boolean {
  if (only === undefined || only === null) return unasked
  return only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
}

function sameRange({range: a}: Diagnostic, {range: b}: Diagnostic): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  )
}
