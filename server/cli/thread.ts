import {makeBreath} from '../workspace/breath.ts'
import {makeTaskReader, type Task} from '../workspace/task.ts'
import {type CheckerHost, type CheckerSetup, makeChecker} from './checker.ts'
import type {Checked} from './outcome.ts'
import {makeTiming, type Spent} from './timing.ts'

/** What another thread answers to a batch of files. */
export interface PoolAnswer {
  readonly checked: readonly Checked[]
  /** What it measured, where that was asked for. */
  readonly spent: Spent
}

/** What a thread besides the main one does: it checks a batch at a time, and leaves writing to the main thread. */
export function makeThread(setup: CheckerSetup, host: CheckerHost): (tasks: readonly Task[]) => Promise<PoolAnswer> {
  const timing = setup.options.timing ? makeTiming(() => performance.now()) : undefined
  // Nobody waits for a turn here.
  const check = makeChecker(setup, {...host, breathe: makeBreath(Number.POSITIVE_INFINITY)}, timing)
  const foundOf = makeTaskReader()
  return async tasks => ({checked: await check(tasks.map(foundOf)), spent: timing?.take() ?? []})
}
