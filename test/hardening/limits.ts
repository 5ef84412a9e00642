import {say} from './measured.ts'

/** What a workspace of any size may take: milliseconds, and megabytes of the one process that does the work, its threads among them. */
export const limits = {first: 1000, perFile: 1.5, memory: 400, cancel: 200}

/** Says whether something was done in time, and what it cost. */
export function time(input: string, milliseconds: number, most: number, cpu?: number): void {
  const beside = cpu === undefined ? '' : `, ${cpu.toFixed(2)} s of a core`
  say({
    input,
    toReach: `≤ ${most} ms`,
    reached: `${Math.round(milliseconds)} ms${beside}`,
    passed: milliseconds <= most,
    timed: true,
  })
}

/** Says whether a process has kept to the memory that it may take. */
export function memory(input: string, peak: number | undefined): void {
  if (peak === undefined) return
  say({
    input,
    toReach: `≤ ${limits.memory} MB`,
    reached: `${Math.round(peak)} MB`,
    passed: peak <= limits.memory,
  })
}
