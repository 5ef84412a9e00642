import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {type Measured, saidIn} from './measured.ts'
import type {Threat} from './threats.ts'

/** How a threat went: all that was measured, and why the process ended if not by itself. */
export interface Outcome {
  readonly measured: readonly Measured[]
  readonly failure?: string
}

/** Tries a threat in a process of its own, which is killed with all its children when its time is over. */
export function runThreat(threat: Threat, environment: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const file = join(import.meta.dirname, 'scenarios', `${threat.scenario}.ts`)
  const args = [`--max-old-space-size=${threat.megabytes}`, '--expose-gc', '--import', 'tsx', file]
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...environment, NODE_TEST_CONTEXT: undefined},
  })
  let output = ''
  let errors = ''
  let killed = false
  child.stdout.on('data', chunk => {
    output += chunk
  })
  child.stderr.on('data', chunk => {
    errors = (errors + chunk).slice(-2000)
  })
  const timer = setTimeout(() => {
    killed = true
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, threat.seconds * 1000)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const measured = saidIn(output)
      const failure = killed
        ? `killed after ${threat.seconds} s`
        : code !== 0
          ? `ended with ${code ?? signal}: ${errors.trim()}`
          : measured.length === 0
            ? 'measured nothing'
            : undefined
      resolve({measured, ...(failure !== undefined && {failure})})
    })
  })
}
