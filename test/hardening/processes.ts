import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {program} from '../cli/poise.ts'

/** What a process and its threads have used until now, as Linux counts it. */
export interface Usage {
  /** Seconds of a core. */
  readonly cpu: number
  /** The most memory that it has held at a time, in megabytes. */
  readonly peak: number
}

/** Linux counts in hundredths of a second, whatever the machine. */
const ticks = 100

/** Asks the system for it; undefined where the process has ended, or where there is no /proc. */
export function usageOf(pid: number | undefined): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name, which may hold spaces; the fields behind it are counted from the third.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return peak === undefined
      ? undefined
      : {cpu: (Number(fields[11]) + Number(fields[12])) / ticks, peak: Number(peak) / 1000}
  } catch {
    return undefined
  }
}

/** A run of the command line, and what it took. */
export interface Run extends Usage {
  readonly code: number | null
  /** The end of what it printed. */
  readonly out: string
  /** Milliseconds to the first of what it printed, and to its end. */
  readonly first: number
  readonly whole: number
}

/** Milliseconds between two looks at what a run uses; to read a file of 100 MB takes longer. */
const every = 10

/** Runs the command line to its end, as somebody else where that is said. */
export async function measuredRun(
  args: readonly string[],
  cwd: string,
  identity: {readonly uid?: number; readonly gid?: number} = {},
): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, [program, ...args], {...identity, cwd, stdio: ['ignore', 'pipe', 'ignore']})
  let first = Number.POSITIVE_INFINITY
  let out = ''
  let used: Usage = {cpu: 0, peak: 0}
  child.stdout.on('data', chunk => {
    first = Math.min(first, performance.now() - start)
    out = (out + chunk).slice(-20_000)
  })
  const watch = setInterval(() => {
    used = usageOf(child.pid) ?? used
  }, every)
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  clearInterval(watch)
  return {...used, code, out, first, whole: performance.now() - start}
}
