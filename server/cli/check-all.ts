import {makeBreath} from '../workspace/breath.ts'
import type {Found} from '../workspace/find-documents.ts'
import {inOrder, type Pool} from '../workspace/pool.ts'
import type {Queue} from '../workspace/queue.ts'
import {type Task, taskOf} from '../workspace/task.ts'
import type {Cache} from './cache.ts'
import {type CheckerHost, type CheckerSetup, makeChecker} from './checker.ts'
import type {Host} from './host.ts'
import type {Checked} from './outcome.ts'
import type {PoolAnswer} from './thread.ts'
import type {Timing} from './timing.ts'

/** Files that are checked here before other threads are worth their start, and that then have to wait. */
const alone = 16
const enough = 48
const mostThreads = 4
const largestBatch = 8
const breathEvery = 10

/** Checks what the queue finds, in its order, in as many threads as were asked for and are worth it. */
export async function* checkAll(
  queue: Queue<Found>,
  setup: CheckerSetup,
  host: Host & Pick<CheckerHost, 'older'>,
  cache?: Cache,
  timing?: Timing,
): AsyncGenerator<readonly Checked[]> {
  const {options} = setup
  const {signal, startPool} = host
  // Files are written by one thread, which no end of another can stop half-way.
  const threads = options.fix === 'write' ? 1 : (options.workers ?? usualThreads(host.cores))
  const breathe = makeBreath(breathEvery, host.nextTurn)
  const checkHere = makeChecker(setup, {...host, breathe}, timing)
  let pool: Pool<readonly Task[], PoolAnswer> | undefined
  let checkedHere = 0
  let taken = 0

  async function here(batch: readonly Found[]): Promise<readonly Checked[]> {
    checkedHere += batch.length
    return checkHere(batch)
  }
  async function there(batch: readonly Found[]): Promise<readonly Checked[]> {
    if (pool === undefined) return here(batch)
    const {checked, spent} = await pool.run(batch.map(taskOf))
    timing?.add(spent)
    return checked
  }
  /** Checks what the cache does not know. */
  const withCache =
    (check: typeof here): typeof here =>
    async batch => {
      if (cache === undefined) return check(batch)
      const known = await Promise.all(batch.map(cache.recall))
      const rest = batch.filter((_, index) => known[index] === undefined)
      const fresh = rest.length === 0 ? [] : await check(rest)
      for (const checked of fresh) cache.remember(checked)
      const byPath = new Map(fresh.map(checked => [checked.path, checked]))
      return batch.flatMap(({path}, index) => known[index] ?? byPath.get(path) ?? [])
    }
  function poolNow() {
    const waiting = queue.found() - taken
    if (pool === undefined && threads > 1 && checkedHere >= alone && waiting >= enough)
      pool = startPool?.(threads - 1, setup)
    return pool && {size: pool.size, run: withCache(there), close: pool.close}
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
    yield* inOrder(batches(), {here: withCache(here), pool: poolNow})
  } finally {
    close()
  }
}

/**
 * How many threads check where nobody says: on two cores one, for the second is busy collecting and compiling for the first, and two threads were
 * measured to take as long as one and more memory.
 */
function usualThreads(cores: number): number {
  return Math.max(1, Math.min(cores - 1, mostThreads))
}
