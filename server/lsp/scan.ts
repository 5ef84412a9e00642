import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Severity} from '../../rules/kit/types.ts'
import {makeBreath} from '../workspace/breath.ts'
import {type Found, findDocument, findDocuments} from '../workspace/find-documents.ts'
import {makeQueue} from '../workspace/queue.ts'
import type {Scanned} from '../workspace/scan.ts'
import type {Analyser} from './analyser.ts'
import type {Progress} from './progress.ts'
import type {Results} from './results.ts'
import type {Session} from './session.ts'
import {showConfigs} from './watch.ts'

/** What a scan saw, for one line in the editor. */
export interface ScanSummary {
  readonly files: number
  readonly findings: Readonly<Record<Severity, number>>
  readonly problems: number
  /** Files that could not be read, and links, pipes and folders that were left out. */
  readonly skipped: number
  readonly cancelled: boolean
  /** Whether that was because another scan took its place. */
  readonly replaced: boolean
  /** Whether there were more files than a person wants to have scanned. */
  readonly cut: boolean
}

/** Why a scan ends where the next one begins. */
export const replaced = 'replaced'

/** Milliseconds of one turn of a scan, which a keystroke may have to wait for. */
const turn = 4

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
  const counts = {files: 0, problems: 0, skipped: 0, findings: {warning: 0, suggestion: 0, hint: 0}}
  const stale = new Set(results.shown().map(uri => host.pathOf(uri)))
  let cut = false
  // Found while the first are checked: a large folder takes seconds to list.
  const queue = makeQueue(findAll(session, signal, {onLeftOut: () => (counts.skipped += 1), onCut: () => (cut = true)}))
  const breathe = makeBreath(turn, session.quiet.wait)
  let percent = 0
  let done = 0
  const step = () => {
    done += 1
    const now = Math.floor((done / queue.found()) * 100)
    if (now > percent) progress.report(now, `${done} of ${queue.found()} files`)
    percent = Math.max(percent, now)
  }
  for await (const scanned of analyser.scan(queue.items, {signal, breathe, onNotOurs: step})) {
    stale.delete(scanned.path)
    count(counts, scanned)
    onScanned?.(scanned)
    show(session, results, scanned)
    step()
  }
  for (const {path, problems} of configuration.configs().files()) {
    stale.delete(path)
    counts.problems += problems.length
  }
  showConfigs(session, results)
  // What an unfinished scan did not come to may still hold.
  if (!signal.aborted) for (const path of stale) if (path !== undefined) results.clear(host.uriOf(path))
  return {...counts, cancelled: signal.aborted, replaced: signal.reason === replaced, cut}
}

interface Hearers {
  readonly onLeftOut: () => void
  readonly onCut: () => void
}

/** The documents of all folders, each once, those that are open first. */
async function* findAll(session: Session, signal: AbortSignal, {onLeftOut, onCut}: Hearers): AsyncGenerator<Found> {
  const {host, configuration, documents, quiet} = session
  const {isExcluded, maxFiles} = session.personal()
  const configs = configuration.configs()
  const found = new Set<string>()
  for (const {uri} of documents.all()) {
    const path = host.pathOf(uri)
    const inside = path !== undefined && session.folders().some(folder => path.startsWith(`${folder}/`))
    const open = inside ? await findDocument(configs, path) : undefined
    if (open === undefined || found.has(open.path)) continue
    found.add(open.path)
    yield open
  }
  const breathe = makeBreath(turn, quiet.wait)
  const options = {signal, onLeftOut, breathe, ...(isExcluded && {isExcluded})}
  for (const folder of session.folders()) {
    for await (const each of findDocuments(configuration.files, configs, folder, options)) {
      if (found.has(each.path)) continue
      if (found.size >= maxFiles) return onCut()
      found.add(each.path)
      yield each
    }
  }
}

function count(
  counts: {files: number; problems: number; skipped: number; findings: Record<Severity, number>},
  {text, report}: Scanned,
): void {
  counts.files += 1
  counts.problems += report.problems.length
  if (text === undefined) counts.skipped += 1
  for (const {severity} of report.findings) counts.findings[severity] += 1
}

function show(session: Session, results: Results, {path, text = '', report}: Scanned): void {
  const {host, documents, configuration} = session
  const uri = host.uriOf(path)
  const open = documents.get(uri)
  // An open document is shown as it is now, by its own way.
  if (open !== undefined) results.update(open.uri)
  else
    results.show({
      document: TextDocument.create(uri, '', 0, text),
      report,
      generation: configuration.generation(),
      focus: 0,
      unchecked: 0,
    })
}
