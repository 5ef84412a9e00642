import {type CodeAction, CodeActionKind} from 'vscode-languageserver'
import {purposes} from '../../rules/kit/types.ts'
import {isPageName} from '../formats/files/file.ts'
import {purposeEdit} from '../formats/markdown/purpose-line.ts'
import {action, diagnosticOf, findingsAt, includes, type Place} from './action.ts'
import {filePurpose} from './purpose.ts'

/** The rules whose findings are beside the point where the purpose was inferred wrongly. */
const ofPurpose = new Set(['boundary-incomplete', 'withdrawal-incomplete', 'escalation-incomplete'])

/** The range and the kinds that actions are asked for. */
export interface Asked {
  readonly start: number
  readonly end: number
  readonly only: readonly string[] | undefined
}

/** The purposes that a reply can be given: as a refactoring where its purpose is shown, as a fix where a finding depends on it. */
export function purposeActions(place: Place, {start, end, only}: Asked): Promise<CodeAction[]>[] {
  const {session, analysis} = place
  const {document} = analysis
  const shown = isPageName(document.uri) ? filePurpose(analysis) : undefined
  if (shown === undefined) return []
  const {purpose: own, span} = shown
  const text = document.getText()
  const unclear = [
    ...findingsAt(analysis, start, end)
      .filter(({rule}) => ofPurpose.has(rule))
      .map(finding => diagnosticOf(place, finding)),
    ...place.given.filter(({code}) => code === 'unknown-purpose'),
  ]
  const kind = unclear.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite
  const isHere = unclear.length > 0 || (start <= span.end && span.start <= end)
  if (!isHere || !includes(only, kind, true)) return []
  const diagnostics = unclear.length > 0 && {diagnostics: unclear}
  // What is inferred comes first: to write it down is to agree.
  const others = purposes.filter(purpose => purpose !== own.is)
  return (own.given ? others : [own.is, ...others])
    .filter(purpose => purposeEdit(text, purpose) !== undefined)
    .map(purpose => {
      const {t} = session.client
      const title =
        purpose === own.is ? t('Purpose: write down “{0}”', purpose) : t('Purpose: change to “{0}”', purpose)
      return action(session, analysis, {title, kind, ...diagnostics}, {does: 'purpose', purpose})
    })
}
