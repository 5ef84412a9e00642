import {readFileSync} from 'node:fs'

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
