import {type CodeAction, CodeActionKind, type Diagnostic} from 'vscode-languageserver'
import type {FileReport} from '../engine/check-file.ts'
import type {Finding, Suggestion} from '../engine/report.ts'
import {rulePage} from '../engine/rule-page.ts'
import {plainSlots} from '../engine/slots.ts'
import {isPageName} from '../formats/files/file.ts'
import {action, diagnosticOf, findingsAt, type Place} from './action.ts'
import {allowableAt} from './allowable.ts'
import {fixWorkspaceCommand, openRuleCommand} from './capabilities.ts'
import {canConfigure} from './configuration-edit.ts'
import {oneLine, problemDiagnostic} from './diagnostics.ts'
import type {Fix} from './fix.ts'
import type {Say} from './words.ts'

type Actions = readonly Promise<CodeAction[]>[]

/** The findings of one rule in a range, with their diagnostics. */
interface Group {
  readonly rule: string
  readonly here: readonly Finding[]
  readonly diagnostics: Diagnostic[]
}

/**
 * What can be done about the findings in a range, in the order of a menu: `first` is what changes the text or lets it stand there, `last` what
 * concerns the rule itself.
 */
export function findingActions(
  place: Place,
  start: number,
  end: number,
): {readonly first: Actions; readonly last: Actions} {
  const {session, analysis} = place
  const here = findingsAt(analysis, start, end)
  const groups = [...new Set(here.map(({rule}) => rule))].map((rule): Group => {
    const own = here.filter(each => each.rule === rule)
    return {rule, here: own, diagnostics: own.map(finding => diagnosticOf(place, finding))}
  })
  // Where words are marked, the pages of what the whole reply lacks would crowd the menu.
  const marked = here.filter(({level}) => level !== 'document')
  const paged = new Set((marked.length > 0 ? marked : here).filter(hasOwnPage).map(({rule}) => rule))
  const isPage = isPageName(analysis.document.uri)
  const isConfigurable = canConfigure(session, analysis)
  return {
    first: [
      ...here.flatMap(finding => rewrites(place, finding)),
      ...problemActions(place, start, end),
      ...groups.flatMap(group => fixesOf(place, group, isConfigurable)),
      // Data and mail have no place for comments.
      ...(isPage ? [...here.flatMap(finding => ignoreHere(place, finding)), ...groups.map(ignoreIn(place))] : []),
      ...(isConfigurable ? allowActions(place, here) : []),
    ],
    last: [
      ...(isConfigurable ? groups.map(turnOff(place)) : []),
      ...(session.client.openRule
        ? groups.filter(({rule}) => paged.has(rule)).map(group => Promise.resolve([openPage(session.client.t, group)]))
        : []),
    ],
  }
}

/** Whether the client can show the page: it has those of our own rules. */
function hasOwnPage({by}: Finding): boolean {
  return by.outside === undefined && rulePage(by) !== undefined
}

/** The rewrites of one finding, best first. */
function rewrites(place: Place, finding: Finding): Actions {
  const {session, analysis} = place
  const {
    rule,
    span: {start, end},
  } = finding
  const diagnostics = [diagnosticOf(place, finding)]
  return finding.suggestions.map((suggestion, index) => {
    const preferred = index === 0 && suggestion.safety === 'safe' && {isPreferred: true}
    const shown = {
      title: titleOf(session.client.t, suggestion),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...preferred,
    }
    return action(session, analysis, shown, {does: 'suggestion', rule, start, end, index})
  })
}

/** The comment that silences one finding; a document rule looks at the whole file, so one for the next block has no place. */
function ignoreHere(place: Place, finding: Finding): Actions {
  const {
    rule,
    level,
    span: {start, end},
  } = finding
  if (level === 'document') return []
  const {t} = place.session.client
  const diagnostics = [diagnosticOf(place, finding)]
  return [
    offer(place, t('Ignore “{0}” here', rule), diagnostics, {
      does: 'ignore-here',
      rule,
      start,
      end,
    }),
  ]
}

const ignoreIn =
  (place: Place, {t} = place.session.client) =>
  ({rule, diagnostics}: Group) =>
    offer(place, t('Ignore “{0}” in this file', rule), diagnostics, {does: 'ignore-file', rule})

const turnOff =
  (place: Place, {t} = place.session.client) =>
  ({rule, diagnostics}: Group) =>
    offer(place, t('Turn off “{0}” in this workspace', rule), diagnostics, {
      does: 'turn-off',
      rule,
    })

function offer({session, analysis}: Place, title: string, diagnostics: Diagnostic[], fix: Fix): Promise<CodeAction[]> {
  return action(session, analysis, {title, kind: CodeActionKind.QuickFix, diagnostics}, fix)
}

/** The rewrites of all findings of one rule, some of which are here. */
function fixesOf(place: Place, {rule, here, diagnostics}: Group, isConfigurable: boolean): Actions {
  const {session, analysis} = place
  const {t} = session.client
  const isFixable = (finding: Finding) => finding.rule === rule && finding.suggestions[0]?.safety === 'safe'
  if (!here.some(isFixable)) return []
  return [
    ...(countUpTo(2, analysis.report.documents, isFixable) > 1
      ? [offer(place, t('Fix all “{0}” in this file', rule), diagnostics, {does: 'all', rule})]
      : []),
    ...(session.client.reviewsEdits && isConfigurable ? [Promise.resolve([fixEverywhere(t, rule, diagnostics)])] : []),
  ]
}

/** Allows the words that are marked, each once, however many rules mark them. */
function allowActions(place: Place, here: readonly Finding[]): Promise<CodeAction[]>[] {
  const {t} = place.session.client
  const text = place.analysis.document.getText()
  const phrases = new Set(here.flatMap(finding => allowableAt(text, finding) ?? []))
  return [...phrases].map(phrase => {
    const diagnostics = here
      .filter(finding => allowableAt(text, finding) === phrase)
      .map(finding => diagnosticOf(place, finding))
    return offer(place, t('Always allow “{0}”', phrase), diagnostics, {does: 'allow', phrase})
  })
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

function openPage(t: Say, {rule, diagnostics}: Group): CodeAction {
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
