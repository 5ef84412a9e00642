import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type {FileReport} from '../engine/check-file.ts'
import {safeEdits} from '../engine/fix.ts'
import type {Finding, Suggestion} from '../engine/report.ts'
import {rulePage} from '../engine/rule-page.ts'
import {plainSlots} from '../engine/slots.ts'
import {isPageName} from '../formats/files/file.ts'
import {action, diagnosticOf, findingsAt, includes, type Place} from './action.ts'
import {fixAllKind, fixWorkspaceCommand, openRuleCommand} from './capabilities.ts'
import {canConfigure} from './configuration-edit.ts'
import {oneLine, problemDiagnostic} from './diagnostics.ts'
import {editOf, type Fix} from './fix.ts'
import {houseStyleActions} from './house-style-actions.ts'
import {purposeActions} from './purpose-actions.ts'
import type {Session} from './session.ts'
import {isFor, readTicket} from './ticket.ts'
import type {Say} from './words.ts'

/** The actions for the findings in a range of an open document, and those of the kinds that are asked for by name. */
export async function codeActions(
  session: Session,
  {textDocument, range, context}: CodeActionParams,
): Promise<CodeAction[]> {
  const analysis = await session.analyse(textDocument.uri)
  if (analysis?.file === undefined) return []
  const start = analysis.document.offsetAt(range.start)
  const end = analysis.document.offsetAt(range.end)
  const actions: Promise<CodeAction[]>[] = []
  if (includes(context.only, CodeActionKind.QuickFix, true)) {
    const here = findingsAt(analysis, start, end)
    const place = {session, analysis, given: context.diagnostics}
    for (const finding of here) actions.push(...findingActions(place, finding))
    // Where words are marked, the pages of what the whole reply lacks would crowd the menu.
    const marked = here.filter(({level}) => level !== 'document')
    const paged = new Set((marked.length > 0 ? marked : here).map(each => each.rule))
    for (const rule of new Set(here.map(each => each.rule))) {
      const own = here.filter(each => each.rule === rule)
      actions.push(...ruleActions(place, own, rule, paged.has(rule)))
    }
    actions.push(...problemActions(place, start, end))
  }
  const asked = {start, end, only: context.only}
  actions.push(...purposeActions({session, analysis, given: context.diagnostics}, asked))
  actions.push(...houseStyleActions({session, analysis, given: context.diagnostics}, asked))
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
      {title: titleOf(session.client.t, suggestion), kind, diagnostics, ...preferred},
      {does: 'suggestion', rule, start, end, index},
    )
  })
  // A document rule looks at the whole file, so a comment for the next block has no place; data and mail have none at all.
  if (level === 'document' || !isPageName(analysis.document.uri)) return rewrites
  const ignore = action(
    session,
    analysis,
    {title: session.client.t('Ignore “{0}” here', rule), kind, diagnostics},
    {does: 'ignore-here', rule, start, end},
  )
  return [...rewrites, ignore]
}

/** What mends a problem of the text itself, such as the likely spelling of a placeholder. */
function problemActions({session, analysis}: Place, start: number, end: number): Promise<CodeAction[]>[] {
  return analysis.report.problems.flatMap(problem => {
    const {fix, span, code} = problem
    if (fix === undefined || span.start > end || span.end < start) return []
    const title = fix === '' ? session.client.t('Remove it') : session.client.t('Change to “{0}”', oneLine(fix))
    const diagnostics = [problemDiagnostic(analysis.document, problem, session.client)]
    const kind = CodeActionKind.QuickFix
    return [
      action(
        session,
        analysis,
        {title, kind, diagnostics, isPreferred: true},
        {does: 'problem', code, start: span.start, end: span.end},
      ),
    ]
  })
}

/** What can be done about all findings of one rule, some of which are `here`. */
function ruleActions(place: Place, here: readonly Finding[], rule: string, hasPage: boolean): Promise<CodeAction[]>[] {
  const {session, analysis} = place
  const {t} = session.client
  const diagnostics = here.map(finding => diagnosticOf(place, finding))
  const offer = (title: string, fix: Fix) =>
    action(session, analysis, {title, kind: CodeActionKind.QuickFix, diagnostics}, fix)
  const isFixable = (finding: Finding) => finding.rule === rule && finding.suggestions[0]?.safety === 'safe'
  return [
    ...(here.some(isFixable) && countUpTo(2, analysis.report.documents, isFixable) > 1
      ? [offer(t('Fix all “{0}” in this file', rule), {does: 'all', rule})]
      : []),
    ...(session.client.reviewsEdits && canConfigure(session, analysis) && here.some(isFixable)
      ? [Promise.resolve([fixEverywhere(t, rule, diagnostics)])]
      : []),
    ...(isPageName(analysis.document.uri)
      ? [offer(t('Ignore “{0}” in this file', rule), {does: 'ignore-file', rule})]
      : []),
    ...(canConfigure(session, analysis)
      ? [offer(t('Turn off “{0}” in this workspace', rule), {does: 'turn-off', rule})]
      : []),
    ...(hasPage && session.client.openRule && rulePage(rule) !== undefined
      ? [Promise.resolve([openPage(t, rule, diagnostics)])]
      : []),
  ]
}

/** Looks no further than it has to, for what is asked of a finding can be costly. */
function countUpTo(most: number, documents: FileReport['documents'], test: (finding: Finding) => boolean): number {
  let count = 0
  for (const {report} of documents) {
    for (const finding of report.findings) if (test(finding) && ++count >= most) return count
  }
  return count
}

function fixEverywhere(t: Say, rule: string, diagnostics: Diagnostic[]): CodeAction {
  const title = t('Fix all “{0}” in the workspace…', rule)
  const command = {title, command: fixWorkspaceCommand, arguments: [{rule}]}
  return {title, kind: CodeActionKind.QuickFix, diagnostics, command}
}

function openPage(t: Say, rule: string, diagnostics: Diagnostic[]): CodeAction {
  const title = t('Open the page of “{0}”', rule)
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: {title, command: openRuleCommand, arguments: [rule]},
  }
}

function titleOf(t: Say, {title, safety}: Suggestion): string {
  const shown = oneLine(plainSlots(title))
  if (safety === 'if-verified') return t('{0} (if verified)', shown)
  return safety === 'needs-input' ? t('{0} (needs your input)', shown) : shown
}
