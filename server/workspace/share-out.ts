import type {Found} from './find-documents.ts'
import {inOrder, type Pool} from './pool.ts'
import type {Queue} from './queue.ts'
import type {Task} from './task.ts'

/** Files that this thread works on before others are worth their start, and that then have to wait. */
const alone = 16
const enough = 48
const mostThreads = 4
const largestBatch = 8

/** How the files of a scan are shared out among threads. */
export interface Shared<Sent, Answer> {
  /** Threads in all, this one among them. */
  readonly threads: number
  /** Starts some beside this one; absent where there can be none. */
  readonly startPool?: ((threads: number) => Pool<readonly Task[], Sent>) | undefined
  readonly signal: AbortSignal
  readonly here: (batch: readonly Found[]) => Promise<Answer>
  readonly there: (batch: readonly Found[], run: Pool<readonly Task[], Sent>['run']) => Promise<Answer>
  /** How many files this thread has worked on so far. */
  readonly worked: () => number
}

/** Works on what the queue finds, in batches and in its order, in as many threads as are worth it. Ends the threads when it ends. */
export async function* shareOut<Sent, Answer>(
  queue: Queue<Found>,
  {threads, startPool, signal, here, there, worked}: Shared<Sent, Answer>,
): AsyncGenerator<Answer> {
  let pool: Pool<readonly Task[], Sent> | undefined
  let taken = 0

  function poolNow(): Pool<readonly Found[], Answer> | undefined {
    const waiting = queue.found() - taken
    if (pool === undefined && threads > 1 && worked() >= alone && waiting >= enough && !signal.aborted)
      pool = startPool?.(threads - 1)
    if (pool === undefined) return undefined
    const {size, run, close} = pool
    return {size, run: batch => there(batch, run), close}
  }
  async function* batches(): AsyncGenerator<readonly Found[]> {
    let batch: Found[] = []
    for await (const found of queue.items) {
      batch.push(found)
      // Near the end batches get smaller, so that all threads end at about the same time.
      const waiting = queue.found() - taken
      if (batch.length < Math.min(largestBatch, waiting / (threads * 4))) continue
      taken += batch.length
      yield batch
      batch = []
      if (signal.aborted) return
    }
    if (batch.length > 0) yield batch
  }

  const close = () => pool?.close()
  signal.addEventListener('abort', close)
  try {
    yield* inOrder(batches(), {here, pool: poolNow})
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

/** How many threads are worth it where nobody says: with more than two cores, one is left to whoever else works on the machine. */
export function usualThreads(cores: number): number {
  return cores <= 2 ? cores : Math.min(cores - 1, mostThreads)
}
