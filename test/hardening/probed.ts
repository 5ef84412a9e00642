import type {ChildProcess} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'

/** What a process holds after a collection: megabytes, what keeps its loop alive, open files, threads and processes of its own. */
export interface Held {
  readonly heap: number
  readonly rss: number
  readonly resources: readonly string[]
  readonly files: number
  readonly threads: number
  readonly children: number
}

const folder = mkdtempSync(join(tmpdir(), 'poise-probe-'))
const file = join(folder, 'held.json')
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))

/** Has the processes that are started from now on answer `heldBy`; meant for one at a time. */
export function watchProcesses(): void {
  process.env['POISE_PROBE'] = file
  process.env['NODE_OPTIONS'] = `--require ${join(import.meta.dirname, 'preload/probe.cjs')}`
}

/** Asks such a process what it holds. */
export async function heldBy({pid}: ChildProcess): Promise<Held> {
  if (pid === undefined) throw new Error('The process was never started.')
  rmSync(file, {force: true})
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    await wait(20)
    try {
      const answer = JSON.parse(readFileSync(file, 'utf8'))
      const {length: files} = readdirSync(`/proc/${pid}/fd`)
      const {length: threads} = readdirSync(`/proc/${pid}/task`)
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').length - 1
      return {...answer, files, threads, children}
    } catch (error) {
      // It has not answered yet; a process that is gone can't.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      process.kill(pid, 0)
    }
  }
}
