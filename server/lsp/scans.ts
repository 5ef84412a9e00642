import {type CancellationToken, MessageType, type ProgressToken, ShowMessageNotification} from 'vscode-languageserver'
import type {Scanned} from '../workspace/scan.ts'
import type {Analyser} from './analyser.ts'
import {logError} from './log.ts'
import type {Progress, ShowProgress} from './progress.ts'
import {type Recording, recordBaseline} from './record-baseline.ts'
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
  /** Records what a folder holds as its baseline; stops a scan that is under way. */
  readonly record: (folder: string, token: CancellationToken, progress?: ProgressToken) => Promise<Recording>
  /** Scans with progress that is not in the way. */
  readonly runAside: () => Promise<ScanSummary>
  /** Scans once more, quietly, some milliseconds from now; only where there was a scan before. */
  readonly again: () => void
  /** Whether the results of closed files are shown. */
  readonly scanned: () => boolean
}

const pause = 300

type Begin = (stop: AbortController) => Promise<Progress> | Progress

/** Makes the scans of a session. */
export function makeScans(session: Session, analyser: Analyser, results: Results, showProgress: ShowProgress): Scans {
  let scanned = false
  let told = false
  let stop = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let lastAsked: Promise<unknown> = Promise.resolve()
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Waits for the scan before, which ends at once, so that two never publish at the same time. */
  function next<Result>(
    begin: Begin,
    work: (signal: AbortSignal, progress: Progress) => Promise<Result>,
  ): Promise<Result> {
    clearTimeout(waiting)
    stop.abort(replaced)
    stop = new AbortController()
    const own = stop
    const now = last.then(async () => {
      const progress = await begin(own)
      try {
        return await work(own.signal, progress)
      } finally {
        progress.done()
      }
    })
    last = now.catch(() => undefined)
    return now
  }

  function start(begin: Begin, onScanned?: (scanned: Scanned) => void): Promise<ScanSummary> {
    scanned = true
    return next(begin, async (signal, progress) => {
      const summary = await scanWorkspace(session, analyser, results, signal, progress, onScanned)
      if (summary.cut && !told) tellOfCut()
      return summary
    })
  }

  function person<Result>(work: Promise<Result>): Promise<Result> {
    lastAsked = work.catch(() => undefined)
    return work
  }

  /** Work that a person asked for just now, and may stop. */
  const asked =
    (token: CancellationToken, progress: ProgressToken | undefined): Begin =>
    own => {
      if (token.isCancellationRequested) own.abort()
      token.onCancellationRequested(() => own.abort())
      return showProgress({token: progress, cancellable: true, stop: () => own.abort()})
    }

  function tellOfCut(): void {
    told = true
    const most = session.personal().window.maxFiles
    session.connection
      .sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: session.client.t(
          'Poise scanned the first {0} files. Leave folders out with "ignore" in .poise.json, or raise the setting poise.maxFiles.',
          most,
        ),
      })
      .catch(() => undefined)
  }

  return {
    scanned: () => scanned,
    run: (token, progress, onScanned) => person(start(asked(token, progress), onScanned)),
    record: (folder, token, progress) =>
      person(next(asked(token, progress), (signal, shown) => recordBaseline(session, analyser, folder, signal, shown))),
    runAside: () => start(own => showProgress({cancellable: false, stop: () => own.abort()})),
    again() {
      if (!scanned) return
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        // What a person asked for is never cut short: it ends, and then all is looked at once more.
        lastAsked
          .then(() => start(() => ({report: () => {}, done: () => {}})))
          .catch(error => logError(session.connection, 'Scanning', error))
      }, pause)
    },
  }
}
