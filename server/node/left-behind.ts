import {unlinkSync} from 'node:fs'

/** Whether there is a process of this number, which may be another one by now. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Of a process of somebody else it is only known that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes a file, if it can be. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    return
  }
}
