import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import type {Measured, Task} from './checker-child.ts'

/** A checker in a process of its own. */
export interface CheckerProcess {
  readonly name: string
  readonly run: (task: Task) => Promise<Measured>
  readonly stop: () => void
}

/** Starts the process of a checker from its bundle and waits until the checker is loaded. */
export async function startChecker(bundle: string, name: string): Promise<CheckerProcess> {
  const child = spawn(process.execPath, [bundle, name], {stdio: ['ignore', 'ignore', 'inherit', 'ipc']})
  await answer(child, name)
  return {
    name,
    async run(task) {
      child.send(task)
      return (await answer(child, name)) as Measured
    },
    stop: () => void child.kill(),
  }
}

async function answer(child: ChildProcess, name: string): Promise<unknown> {
  const done = new AbortController()
  try {
    return await Promise.race([
      once(child, 'message', {signal: done.signal}).then(([message]) => message),
      once(child, 'exit', {signal: done.signal}).then(([code]) => {
        throw new Error(`The process of ${name} ended with code ${code}.`)
      }),
    ])
  } finally {
    done.abort()
  }
}
