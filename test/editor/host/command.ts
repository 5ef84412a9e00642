import {spawn} from 'node:child_process'
import {closeSync, openSync} from 'node:fs'

/** What a finished command left: its exit code (`null` when it was ended by a signal or could not start) and a note. */
export interface CommandResult {
  readonly code: number | null
  readonly note: string
}

/** Where a command runs, with which environment, which file its output is appended to, and how long it may take. */
export interface CommandOptions {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly logFile: string
  readonly timeoutMs: number
}

/** Runs a command to its end with its output appended to a log file, and never throws. */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const {cwd, env, logFile, timeoutMs} = options
  const log = openSync(logFile, 'a')
  return new Promise(resolve => {
    const done = (code: number | null, note: string) => {
      closeSync(log)
      resolve({code, note})
    }
    const child = spawn(file, args, {cwd, env, stdio: ['ignore', log, log], timeout: timeoutMs, killSignal: 'SIGKILL'})
    let problem: string | undefined
    child.once('error', error => {
      problem = error.message
    })
    child.once('close', (code, signal) => {
      if (problem !== undefined) done(null, problem)
      else done(code, signal ? `ended by ${signal}` : `exit code ${code}`)
    })
  })
}
