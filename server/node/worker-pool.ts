import {parentPort, Worker, workerData} from 'node:worker_threads'
import type {Pool} from '../workspace/pool.ts'

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/**
 * Memory in MB for what is short-lived in the threads of a pool, all together: as much as V8 gives one. Twice as much takes 30 MB more at the peak
 * of a scan, and no less time.
 */
const youngGeneration = 48

/** Threads that run `entry`, which serves jobs: one for each of `setups`, which are plain data. `onEnd` hears of each that has ended. */
export function makeWorkerPool<Job, Answer, Setup>(
  entry: URL,
  setups: readonly Setup[],
  onEnd?: (setup: Setup) => void,
): Pool<Job, Answer> {
  const young = youngGeneration / setups.length
  const threads = setups.map(setup => startThread<Job, Answer>(entry, setup, young, () => onEnd?.(setup)))
  return {
    size: threads.length,
    run(job) {
      const [first, ...others] = threads
      if (first === undefined) return Promise.reject(new Error('There is no thread.'))
      return others.reduce((least, each) => (each.load() < least.load() ? each : least), first).run(job)
    },
    close() {
      for (const thread of threads) thread.end()
    },
  }
}

/** In a thread of a pool: does the jobs that come, one after another. */
export function serveJobs<Setup, Job, Answer>(start: (setup: Setup) => (job: Job) => Promise<Answer>): void {
  const port = parentPort
  if (port === null) throw new Error('This is no thread of a pool.')
  const work = start(workerData as Setup)
  let last: Promise<unknown> = Promise.resolve()
  port.on('message', (job: Job) => {
    last = last.then(async () => port.postMessage(await work(job)))
  })
}

function startThread<Job, Answer>(entry: URL, setup: unknown, maxYoungGenerationSizeMb: number, onEnd: () => void) {
  // Answers come in the order of the jobs.
  const waiting: Waiting<Answer>[] = []
  let ended: Error | undefined
  const worker = new Worker(entry, {
    workerData: setup,
    argv: [],
    resourceLimits: {maxYoungGenerationSizeMb},
  })
  const end = (error: Error) => {
    ended ??= error
    for (const {reject} of waiting.splice(0)) reject(ended)
  }
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  worker.on('error', end)
  worker.on('messageerror', end)
  worker.on('exit', () => {
    end(new Error('The thread has ended.'))
    onEnd()
  })
  return {
    load: () => (ended ? Number.POSITIVE_INFINITY : waiting.length),
    run(job: Job): Promise<Answer> {
      if (ended) return Promise.reject(ended)
      return new Promise((resolve, reject) => {
        waiting.push({resolve, reject})
        worker.postMessage(job)
      })
    },
    end() {
      void worker.terminate()
      end(new Error('The thread was ended.'))
    },
  }
}
