import type {CodeAction, Diagnostic} from 'vscode-languageserver'
import type {Finding} from '../engine/report.ts'
import {type Analysis, shownIn} from './analysis.ts'
import {findingDiagnostic} from './diagnostics.ts'
import {editOf, type Fix} from './fix.ts'
import type {Session} from './session.ts'
import {ticketFor} from './ticket.ts'

/** Where actions are asked for: in the text of `analysis`, by a client that shows the diagnostics `given`. */
export interface Place {
  readonly session: Session
  readonly analysis: Analysis
  readonly given: readonly Diagnostic[]
}

/** The findings that a range touches: those about a few words before those about a whole document. */
export function findingsAt(analysis: Analysis, start: number, end: number): readonly Finding[] {
  const here = shownIn(analysis, {start, end})
  return [...here.filter(({level}) => level !== 'document'), ...here.filter(({level}) => level === 'document')]
}

/** The action with a ticket where the client can ask for the edit later, else with the edit itself. */
export async function action(session: Session, analysis: Analysis, shown: CodeAction, fix: Fix): Promise<CodeAction[]> {
  if (session.client.resolveEdit) return [{...shown, data: ticketFor(analysis, fix)}]
  const edit = await editOf(session, analysis, fix)
  return edit === undefined ? [] : [{...shown, edit}]
}

/** Whether a client that asks for `only` wants `kind`: kinds are prefixes at the dots. */
export function includes(only: readonly string[] | undefined, kind: string, unasked: boolean): boolean {
  if (only === undefined || only === null) return unasked
  return only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
}

/** The diagnostic of a finding, as the client gave it where it did. */
export function diagnosticOf({session, analysis, given}: Place, finding: Finding): Diagnostic {
  const own = findingDiagnostic(analysis.document, finding, session.client)
  return given.find(each => each.code === own.code && sameRange(each, own)) ?? own
}

function sameRange({range: a}: Diagnostic, {range: b}: Diagnostic): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  )
}
