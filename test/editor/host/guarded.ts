import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'

const START_TIMEOUT_MS = 60_000
const ENDED = 'VS Code server ended'
const guardFile = fileURLToPath(new URL('./guard.mjs', import.meta.url))

/** Commands that run one after the other, the last of which is a server. */
export interface Guarded {
  /** What they have printed so far. */
  log(): string
  /** Waits until they have printed this, and gives it; ends them and throws where that never comes. */
  printed(sign: RegExp): Promise<RegExpExecArray>
  /** Ends them with all their processes and removes their folder. */
  stop(): Promise<void>
}

/** Runs commands in a throw-away folder; they end with this process, and the folder goes, whatever happens. */
export function startGuarded(
  commands: readonly (readonly string[])[],
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
): Guarded {
  const logFile = path.join(folder, 'server.log')
  writeFileSync(logFile, '')
  const guard = spawn(process.execPath, [guardFile, JSON.stringify({commands, logFile, folder})], {
    detached: true,
    env,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  guard.unref()
  const log = () => readFileSync(logFile, 'utf8')
  const stop = async () => {
    if (guard.exitCode !== null || guard.signalCode !== null) return
    guard.ref()
    const ended = once(guard, 'exit')
    guard.stdin.destroy()
    await ended
  }
  return {
    log,
    stop,
    async printed(sign) {
      const deadline = Date.now() + START_TIMEOUT_MS
      while (Date.now() < deadline && !log().includes(ENDED)) {
        const found = sign.exec(log())
        if (found !== null) return found
        await sleep(50)
      }
      const output = log()
      await stop()
      throw new Error(`The VS Code server did not start:\n${output}`)
    },
  }
}
