import {receivedReport} from '../engine/sent-report.ts'
import type {Found} from '../workspace/find-documents.ts'
import type {Pool} from '../workspace/pool.ts'
import type {Queue} from '../workspace/queue.ts'
import {checkText, type Scanned, type ScanOptions, scan} from '../workspace/scan.ts'
import {shareOut, usualThreads} from '../workspace/share-out.ts'
import {type Task, taskOf} from '../workspace/task.ts'
import {nothing} from './closed.ts'
import type {Host} from './host.ts'
import type {SentScan} from './scan-thread.ts'

/** How a scan is done, in this thread and in others. */
export interface SharedScan extends ScanOptions {
  readonly signal: AbortSignal
  /** Whether a file is to be read in this thread: an open one, say. */
  readonly isOurs: (path: string) => boolean
}

/** More would end a scan sooner, and take the machine and its memory from the person who waits for something else. */
const mostThreads = 2

/** Reads and checks what a queue finds, in its order. This thread gives others their turns; its rewrites are made when they are asked for. */
export async function* sharedScan(
  queue: Queue<Found>,
  {cores = 1, startPool}: Pick<Host, 'cores' | 'startPool'>,
  {isOurs, onNotOurs, ...options}: SharedScan,
): AsyncGenerator<Scanned> {
  const {signal, memory, measure} = options
  let worked = 0

  async function here(batch: readonly Found[]): Promise<readonly (Scanned | Found)[]> {
    worked += batch.length
    const byPath = new Map<string, Scanned>()
    for await (const scanned of scan(batch, options)) byPath.set(scanned.path, scanned)
    return batch.map(found => byPath.get(found.path) ?? found)
  }
  async function there(batch: readonly Found[], run: Pool<readonly Task[], readonly SentScan[]>['run']) {
    const theirs = batch.filter(({path}) => !isOurs(path))
    const ours = batch.filter(({path}) => isOurs(path))
    const [sent, own] = await Promise.all([run(theirs.map(taskOf)), here(ours)])
    const sentByPath = new Map(sent.map(each => [each.path, each]))
    const ownByPath = new Map(own.map(each => [each.path, each]))
    return batch.map(found => {
      const answer = sentByPath.get(found.path)
      return answer === undefined ? (ownByPath.get(found.path) ?? found) : received(found, answer)
    })
  }
  function received(found: Found, {text, report}: SentScan): Scanned {
    const again = () => (text === undefined ? undefined : checkText(text, found, memory, measure)) ?? nothing
    const own = receivedReport(report, found.config.plans[report.kind], again)
    return {...found, report: own, ...(text !== undefined && {text})}
  }

  const threads = Math.min(usualThreads(cores), mostThreads)
  const batches = shareOut(queue, {threads, startPool, signal, here, there, worked: () => worked})
  for await (const batch of batches) {
    for (const each of batch) {
      if (signal.aborted) return
      if ('report' in each) yield each
      else onNotOurs?.(each.path)
    }
  }
}
