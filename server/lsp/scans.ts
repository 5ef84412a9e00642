import {type CancellationToken, MessageType, type ProgressToken, ShowMessageNotification} from 'vscode-languageserver'
import type {Scanned} from '../workspace/scan.ts'
import type {Analyser} from './analyser.ts'
import {logError} from './log.ts'
import {makeProgress, type Progress} from './progress.ts'
import type {Results} from './results.ts'
import {replaced, type ScanSummary, scanWorkspace} from './scan.ts'
import type {Session} from './session.ts'

/** The scans of a session: one at a time, a new one stops the one before. */
export interface Scans {
  /** Scans because a person asked for it just now; `onScanned` hears of each file. */
  readonly run: (
    token: CancellationToken,
    progress?: ProgressToken,
    onScanned?: (scanned: Scanned) => void,
  ) => Promise<ScanSummary>
  /** Scans with progress that is not in the way. */
  readonly runAside: () => Promise<ScanSummary>
  /** Scans once more, quietly, some milliseconds from now; only where there was a scan before. */
  readonly again: () => void
  /** Whether the results of closed files are shown. */
  readonly scanned: () => boolean
}

const pause = 300

/** Makes the scans of a session. */
export function makeScans(session: Session, analyser: Analyser, results: Results): Scans {
  const showProgress = makeProgress(session)
  let scanned = false
  let told = false
  let stop = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Waits for the scan before, which ends at once, so that two never publish at the same time. */
  function next(
    begin: (stop: AbortController) => Promise<Progress> | Progress,
    onScanned?: (scanned: Scanned) => void,
  ): Promise<ScanSummary> {
    clearTimeout(waiting)
    stop.abort(replaced)
    stop = new AbortController()
    const own = stop
    const now = last.then(async () => {
      const progress = await begin(own)
      try {
        const summary = await scanWorkspace(session, analyser, results, own.signal, progress, onScanned)
        if (summary.cut && !told) tellOfCut()
        return summary
      } finally {
        progress.done()
      }
    })
    last = now.catch(() => undefined)
    scanned = true
    return now
  }

  function tellOfCut(): void {
    told = true
    const most = session.personal().maxFiles.toLocaleString('en-US')
    session.connection
      .sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: `Poise scanned the first ${most} files. Leave folders out with "ignore" in .poise.json, or raise the setting poise.maxFiles.`,
      })
      .catch(() => undefined)
  }

  return {
    scanned: () => scanned,
    run: (token, progress, onScanned) =>
      next(own => {
        if (token.isCancellationRequested) own.abort()
        token.onCancellationRequested(() => own.abort())
        return showProgress({token: progress, cancellable: true, stop: () => own.abort()})
      }, onScanned),
    runAside: () => next(own => showProgress({cancellable: false, stop: () => own.abort()})),
    again() {
      if (!scanned) return
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        next(() => ({report: () => {}, done: () => {}})).catch(error => logError(session.connection, 'Scanning', error))
      }, pause)
    },
  }
}
