import type {Severity} from '../../rules/kit/types.ts'
import {makeBreath} from '../workspace/breath.ts'
import {type Found, findDocument, findDocuments, type LeftOut} from '../workspace/find-documents.ts'
import {makeQueue} from '../workspace/queue.ts'
import type {Scanned} from '../workspace/scan.ts'
import type {Analyser} from './analyser.ts'
import {type Analysis, recordedCount} from './analysis.ts'
import {closedAnalysis} from './closed.ts'
import {tooLarge} from './diagnostics.ts'
import {type Progress, stepsOf} from './progress.ts'
import type {Results} from './results.ts'
import type {Session} from './session.ts'
import {sendStatus} from './status.ts'
import {showConfigs} from './watch.ts'

/** What a scan saw, for one line in the editor. */
export interface ScanSummary {
  readonly files: number
  readonly findings: Readonly<Record<Severity, number>>
  /** What the team has recorded; it is not among the findings. */
  readonly recorded: number
  readonly problems: number
  /** Files that could not be read, and links, pipes and folders that were left out. */
  readonly skipped: number
  /** How many of them are over the limit of size. */
  readonly tooLarge: number
  readonly cancelled: boolean
  /** Whether that was because another scan took its place. */
  readonly replaced: boolean
  /** Whether there were more files than a person wants to have scanned. */
  readonly cut: boolean
}

/** Why a scan ends where the next one begins. */
export const replaced = 'replaced'

/** Milliseconds of one turn of a scan, which a keystroke may have to wait for. */
export const turn = 4
/** How many of the files that a scan leaves out the log names. */
const mostLogged = 50

/** Checks all documents of all workspace folders, open ones first, and shows what it finds as it goes. */
export async function scanWorkspace(
  session: Session,
  analyser: Analyser,
  results: Results,
  signal: AbortSignal,
  progress: Progress,
  onScanned?: (scanned: Scanned) => void,
): Promise<ScanSummary> {
  const {host, configuration} = session
  const counts: Counts = {
    files: 0,
    problems: 0,
    skipped: 0,
    tooLarge: 0,
    recorded: 0,
    findings: {warning: 0, suggestion: 0, hint: 0},
  }
  const stale = new Set(results.shown().keys())
  let cut = false
  const leftOut: string[] = []
  const leave = (path: string, reason: string) => {
    counts.skipped += 1
    if (leftOut.length < mostLogged) leftOut.push(`${path} (${reason})`)
  }
  const onLeftOut = ({path, reason}: LeftOut) => leave(path, reason)
  // Found while the first are checked: a large folder takes seconds to list.
  const queue = makeQueue(findAll(session, signal, {onLeftOut, onCut: () => (cut = true)}))
  const breathe = makeBreath(turn, session.quiet.wait)
  const step = stepsOf(progress, queue.found)
  for await (const scanned of analyser.scan(queue, {signal, breathe, onNotOurs: step})) {
    stale.delete(scanned.path)
    const {path, text = '', report} = scanned
    const generation = configuration.generation()
    const seen = closedAnalysis(host, {path, text, report, generation}, await configuration.comparisonOf(path))
    count(counts, scanned, seen)
    if (scanned.text === undefined) leave(path, report.problems[0]?.code ?? 'unreadable')
    show(session, results, seen)
    onScanned?.(scanned)
    step()
  }
  for (const {path, problems} of configuration.configs().files()) {
    stale.delete(path)
    counts.problems += problems.length
  }
  if (leftOut.length > 0) session.connection.console.info(`Left out, ${counts.skipped} in all: ${leftOut.join(', ')}`)
  showConfigs(session, results)
  // What an unfinished scan did not come to may still hold.
  if (!signal.aborted) clearAll(session, results, stale)
  return {...counts, cancelled: signal.aborted, replaced: signal.reason === replaced, cut}
}

/** Takes away what is shown of files; a text without a path was not looked for. */
function clearAll({host}: Session, results: Results, stale: Iterable<string>): void {
  for (const key of stale) {
    const uri = results.shown().get(key)
    if (uri !== undefined && host.pathOf(uri) !== undefined) results.clear(uri)
  }
}

interface Hearers {
  readonly onLeftOut: (leftOut: LeftOut) => void
  readonly onCut: () => void
}

/** The documents of all folders, each once, those that are open first. */
export async function* findAll(
  session: Session,
  signal: AbortSignal,
  {onLeftOut, onCut}: Hearers,
): AsyncGenerator<Found> {
  const {host, configuration, documents, quiet} = session
  const {
    isExcluded,
    window: {maxFiles},
  } = session.personal()
  const own = (each: Found): Found => ({...each, config: configuration.withPersonal(each.config, each.path)})
  const configs = configuration.configs()
  const found = new Set<string>()
  for (const {uri} of documents.all()) {
    const path = host.pathOf(uri)
    const inside = path !== undefined && session.folders().some(folder => path.startsWith(`${folder}/`))
    const open = inside ? await findDocument(configs, path) : undefined
    if (open === undefined || found.has(open.path)) continue
    found.add(open.path)
    yield own(open)
  }
  const breathe = makeBreath(turn, quiet.wait)
  const options = {signal, onLeftOut, breathe, ...(isExcluded && {isExcluded})}
  for (const folder of session.folders()) {
    for await (const each of findDocuments(configuration.files, configs, folder, options)) {
      if (found.has(each.path)) continue
      if (found.size >= maxFiles) return onCut()
      found.add(each.path)
      yield own(each)
    }
  }
}

interface Counts {
  files: number
  problems: number
  skipped: number
  tooLarge: number
  recorded: number
  readonly findings: Record<Severity, number>
}

function count(counts: Counts, {report: {problems}}: Scanned, seen: Analysis): void {
  counts.files += 1
  counts.problems += problems.length
  if (problems.some(({code}) => code === tooLarge)) counts.tooLarge += 1
  counts.recorded += recordedCount(seen)
  for (const {severity} of seen.report.findings) counts.findings[severity] += 1
}

function show(session: Session, results: Results, seen: Analysis): void {
  const open = session.documents.get(seen.document.uri)
  // An open document is shown as it is now, by its own way.
  if (open !== undefined) {
    results.update(open.uri)
    return
  }
  results.show(seen)
  if (seen.report.findings.length > 0) sendStatus(session, seen)
}
