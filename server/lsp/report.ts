import type {CancellationToken} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {type FileReport, placedFindings, placedRecorded} from '../engine/check-file.ts'
import {type Digest, digestOf} from '../report/digest.ts'
import {linksFrom, viewLinks} from '../report/links.ts'
import {filePage, viewPage} from '../report/page.ts'
import {makeSummary, type ReportSummary} from '../report/summary.ts'
import {today} from '../report/wording.ts'
import {nameOf, parentOf} from '../workspace/path.ts'
import {makeBaselines} from './baselines.ts'
import {asRecord} from './capabilities.ts'
import type {ScanSummary} from './scan.ts'
import type {Scans} from './scans.ts'
import type {Session} from './session.ts'
import {teamBaselines} from './team-baseline.ts'

/** The request that scans the workspace and answers with the figures of the report, as data that a client may keep. */
const reportMethod = 'poise/report'
/** The request that sets such figures as a page: a view of the editor, or a file. */
const reportPageMethod = 'poise/reportPage'

/** Answers the two requests. */
export function answerReport(session: Session, scans: Scans): void {
  const {connection} = session
  connection.onRequest(reportMethod, (_params: unknown, token: CancellationToken) =>
    scanForReport(session, scans, token),
  )
  connection.onRequest(reportPageMethod, (params: unknown) => reportPage(session, params))
}

/** How often a report begins anew when another scan takes the place of its own: a configuration that changes starts one. */
const mostAttempts = 3

/** Scans all workspace folders, and adds up what the report is made of. */
async function scanForReport(session: Session, scans: Scans, token: CancellationToken): Promise<ReportSummary> {
  const {configuration} = session
  const folders = session.folders()
  const baselines = await teamBaselines(makeBaselines(configuration.files), folders)
  const attempt = async (left: number): Promise<readonly [ReturnType<typeof makeSummary>, ScanSummary]> => {
    const all = makeSummary()
    const scan = await scans.run(token, undefined, ({path, text = '', report}) => {
      for (const digest of digests(path, text, baselines.withoutRecorded(path, text, report))) all.add(digest)
    })
    return scan.replaced && left > 1 ? attempt(left - 1) : [all, scan]
  }
  const [all, scan] = await attempt(mostAttempts)
  const stopped = scan.cancelled ? ['The scan was stopped before its end, so some documents are missing.'] : []
  const cut = scan.cut ? ['There are more files than the setting poise.maxFiles lets a scan take.'] : []
  const mistaken = configuration
    .configs()
    .files()
    .filter(({problems}) => problems.length > 0)
    .map(({path}) => `${path} has mistakes, so a part of it was not followed.`)
  // What an unfinished scan did not come to is not mended.
  const recorded = baselines.recorded !== undefined && (scan.cancelled || scan.cut) ? 'unknown' : baselines.recorded
  return all.summary({
    title: folders.map(nameOf).join(', '),
    date: today(),
    skipped: scan.skipped,
    ...(recorded !== undefined && {recorded}),
    notes: [...stopped, ...cut, ...baselines.mistakes, ...mistaken],
  })
}

function digests(path: string, text: string, {documents}: FileReport): readonly Digest[] {
  const lines = TextDocument.create('', '', 0, text)
  return documents.flatMap(document => {
    const {report, reply} = document
    const checked = {
      path,
      text,
      ...(reply !== undefined && {reply: reply.title}),
      report: {...report, findings: placedFindings(document)},
      recorded: placedRecorded(document),
    }
    return digestOf(checked, ({start}) => lines.positionAt(start).line + 1) ?? []
  })
}

/** The page of a report; `params` are `summary`, `nonce`, and either `file`, where it is to lie, or `script`. */
function reportPage(session: Session, params: unknown): string {
  const {summary, nonce, file, script, busy} = asRecord(params)
  const folders = session.folders()
  const known = isSummary(summary) ? summary : undefined
  const sign = String(nonce)
  if (typeof file === 'string' && known !== undefined)
    return filePage(known, sign, linksFrom(parentOf(session.host.pathOf(file) ?? '') ?? '/', folders))
  const links = viewLinks(folders, session.host.uriOf)
  const view = {nonce: sign, script: String(script), links, hasFolder: folders.length > 0, busy: busy === true}
  return viewPage(known, view)
}

/** Whether it is a summary of this build: a view may have kept one of another. */
function isSummary(value: unknown): value is ReportSummary {
  return asRecord(value)['version'] === 1
}
