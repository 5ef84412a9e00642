import type {CancellationToken, WorkDoneProgressReporter} from 'vscode-languageserver'
import type {Analyser} from './analyser.ts'
import {logError} from './log.ts'
import type {Results} from './results.ts'
import {type ScanSummary, scanWorkspace} from './scan.ts'
import type {Session} from './session.ts'

/** The scans of a session: one at a time. */
export interface Scans {
  /** Scans with progress; a scan that runs already is stopped first. */
  readonly run: (token?: CancellationToken, given?: WorkDoneProgressReporter) => Promise<ScanSummary>
  /** Scans with progress that is not in the way: nobody asked for this scan just now. */
  readonly runAside: () => Promise<ScanSummary>
  /** Scans once more, quietly, some milliseconds from now; only where there was a scan before. */
  readonly again: () => void
  /** Whether the results of closed files are shown. */
  readonly scanned: () => boolean
}

const pause = 300

/** Makes the scans of a session. */
export function makeScans(session: Session, analyser: Analyser, results: Results): Scans {
  const {connection} = session
  let scanned = false
  let stop = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Waits for the scan before, which ends at once, so that two never publish at the same time. */
  async function next(scan: (signal: AbortSignal) => Promise<ScanSummary>): Promise<ScanSummary> {
    clearTimeout(waiting)
    stop.abort()
    stop = new AbortController()
    const {signal} = stop
    const before = last
    const now = before.catch(() => undefined).then(() => scan(signal))
    last = now
    scanned = true
    return now
  }

  return {
    scanned: () => scanned,
    run: (token, given) =>
      next(async signal => {
        const progress = given ?? (await connection.window.createWorkDoneProgress())
        const own = 'token' in progress ? [progress.token as CancellationToken] : []
        const tokens = token === undefined ? own : [token, ...own]
        return scanWorkspace(session, analyser, results, signal, {report: progress, tokens, cancellable: true})
      }),
    runAside: () =>
      next(async signal => {
        const report = await connection.window.createWorkDoneProgress()
        return scanWorkspace(session, analyser, results, signal, {report, tokens: [report.token], cancellable: false})
      }),
    again() {
      if (!scanned) return
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        next(signal => scanWorkspace(session, analyser, results, signal)).catch(error => logError(connection, 'Scanning', error))
      }, pause)
    },
  }
}
