import {type CancellationToken, MessageType, type ProgressToken, ShowMessageNotification} from 'vscode-languageserver'
import type {FileReport} from '../engine/check-file.ts'
import {makeBreath} from '../workspace/breath.ts'
import type {Found} from '../workspace/find-documents.ts'
import {makeQueue} from '../workspace/queue.ts'
import {readFound} from '../workspace/scan.ts'
import type {Analyser} from './analyser.ts'
import {part} from './analysis.ts'
import type {Progress, ShowProgress} from './progress.ts'
import {type FixedText, reviewedEdit} from './reviewed-edit.ts'
import {safeRewrites} from './safe-edits.ts'
import {findAll, turn} from './scan.ts'
import type {Session} from './session.ts'
import type {Say} from './words.ts'

/** What came of rewriting the workspace. */
export interface FixSummary {
  readonly files: number
  readonly rewrites: number
  /** Whether the person let the client apply them, all or some. */
  readonly applied: boolean
  readonly cancelled: boolean
}

/** Offers all safe rewrites in the workspace, or those of one rule, to be looked through and applied in the client. */
export type FixWorkspace = (
  rule: string | undefined,
  token: CancellationToken,
  progress?: ProgressToken,
) => Promise<FixSummary>

/** Makes it for a session; a new run stops the one before. */
export function makeFixWorkspace(session: Session, analyser: Analyser, showProgress: ShowProgress): FixWorkspace {
  let stop = new AbortController()

  return async (rule, token, progressToken) => {
    stop.abort()
    stop = new AbortController()
    const own = stop
    token.onCancellationRequested(() => own.abort())
    const progress = await showProgress({token: progressToken, cancellable: true, stop: () => own.abort()})
    let fixed: readonly FixedText[]
    try {
      fixed = await collect(session, analyser, rule, own.signal, progress.report)
    } finally {
      progress.done()
    }
    const rewrites = fixed.reduce((sum, each) => sum + each.rewrites.length, 0)
    const summary = {files: fixed.length, rewrites, applied: false, cancelled: own.signal.aborted}
    if (summary.cancelled) return summary
    if (rewrites === 0) {
      tell(session, nothingSafe(session.client.t, rule))
      return summary
    }
    const {applied} = await session.connection.workspace.applyEdit({
      label: session.client.t('Poise: safe rewrites'),
      edit: reviewedEdit(fixed, session.client),
      // So the client saves what it changed, where the person wants that of refactorings.
      metadata: {isRefactoring: true},
    })
    if (!applied && fixed.some(each => !isCurrent(session, each)))
      tell(
        session,
        session.client.t(
          'Nothing was rewritten: a document has changed meanwhile. Run it again for the text as it is now.',
        ),
      )
    return {...summary, applied}
  }
}

/** The rewrites of every file, each found in its text as it is at the end of the run. */
async function collect(
  session: Session,
  analyser: Analyser,
  rule: string | undefined,
  signal: AbortSignal,
  report: Progress['report'],
): Promise<readonly FixedText[]> {
  const queue = makeQueue(findAll(session, signal, {onLeftOut: () => {}, onCut: () => {}}))
  const breathe = makeBreath(turn, session.quiet.wait)
  const fixed: (FixedText & {readonly found: Found})[] = []
  let [done, percent] = [0, 0]
  const step = () => {
    done += 1
    const now = Math.floor((done / queue.found()) * 100)
    if (now > percent) report(now, done, queue.found())
    percent = Math.max(percent, now)
  }
  for await (const {text, report: findings, ...found} of analyser.scan(queue, {
    signal,
    breathe,
    onNotOurs: step,
  })) {
    step()
    const next = text === undefined ? undefined : await fixedText(session, found, text, rule, findings)
    if (next !== undefined) fixed.push({...next, found})
  }
  const current: FixedText[] = []
  for (const each of fixed) {
    if (signal.aborted) break
    const text = await textNow(session, each.found)
    if (text === undefined) continue
    const next =
      text === each.text ? {...each, ...placeOf(session, each.found)} : await fixedText(session, each.found, text, rule)
    if (next !== undefined) current.push(next)
  }
  return current
}

/** The safe rewrites of one text, if it has any; without a report, the text is checked first. */
async function fixedText(
  session: Session,
  found: Found,
  text: string,
  rule: string | undefined,
  report?: FileReport,
): Promise<FixedText | undefined> {
  const place = placeOf(session, found)
  const check = await session.freshCheckerOf(place.uri)
  const comparison = await session.configuration.comparisonOf(found.path)
  const fresh = report && comparison ? part(report, text, comparison).report : (report ?? check(text))
  const rewrites = safeRewrites(text, fresh, check, rule)
  return rewrites.length === 0 ? undefined : {...place, text, rewrites}
}

async function textNow(session: Session, found: Found): Promise<string | undefined> {
  return openOf(session, found.path)?.text.getText() ?? (await readFound(found, session.host.files))?.text
}

function openOf({documents, host}: Session, path: string) {
  return documents.get(host.uriOf(path))
}

function placeOf(session: Session, {path}: Found): Pick<FixedText, 'uri' | 'version'> {
  const open = openOf(session, path)
  return {uri: open?.uri ?? session.host.uriOf(path), version: open?.text.version ?? null}
}

function isCurrent({documents}: Session, {uri, version}: FixedText): boolean {
  return (documents.get(uri)?.text.version ?? null) === version
}

function nothingSafe(t: Say, rule: string | undefined): string {
  return rule === undefined
    ? t('There is nothing to rewrite by itself here: what was found needs your decision, one by one.')
    : t('No finding of “{0}” can be rewritten by itself: each needs your decision.', rule)
}

function tell({connection}: Session, message: string): void {
  connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Info, message}).catch(() => undefined)
}
