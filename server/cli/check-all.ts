import {makeBreath} from '../workspace/breath.ts'
import type {Found} from '../workspace/find-documents.ts'
import type {Queue} from '../workspace/queue.ts'
import {shareOut, usualThreads} from '../workspace/share-out.ts'
import {taskOf} from '../workspace/task.ts'
import type {Cache} from './cache.ts'
import {type CheckerHost, type CheckerSetup, makeChecker} from './checker.ts'
import type {Host} from './host.ts'
import type {Checked} from './outcome.ts'
import type {PoolAnswer} from './thread.ts'
import type {Timing} from './timing.ts'

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
  let worked = 0

  async function here(batch: readonly Found[]): Promise<readonly Checked[]> {
    worked += batch.length
    return checkHere(batch)
  }
  /** Checks what the cache does not know. */
  async function withCache(batch: readonly Found[], check: typeof here): Promise<readonly Checked[]> {
    if (cache === undefined) return check(batch)
    const known = await Promise.all(batch.map(cache.recall))
    const rest = batch.filter((_, index) => known[index] === undefined)
    const fresh = rest.length === 0 ? [] : await check(rest)
    for (const checked of fresh) cache.remember(checked)
    const byPath = new Map(fresh.map(checked => [checked.path, checked]))
    return batch.flatMap(({path}, index) => known[index] ?? byPath.get(path) ?? [])
  }

  yield* shareOut<PoolAnswer, readonly Checked[]>(queue, {
    threads,
    startPool: startPool && (others => startPool(others, setup)),
    signal,
    here: batch => withCache(batch, here),
    there: (batch, run) =>
      withCache(batch, async rest => {
        const {checked, spent} = await run(rest.map(taskOf))
        timing?.add(spent)
        return checked
      }),
    worked: () => worked,
  })
}
