import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

/** What one run of a command took, in milliseconds and megabytes. */
export interface Ran {
  readonly wall: number
  readonly cpu: number
  readonly peak: number
  /** When it first said anything. */
  readonly first: number
  /** What it said on the standard error, as far as that may be of use. */
  readonly said: string
}

/** What is loaded into a Node process that is measured. */
export const usagePreload = fileURLToPath(new URL('../usage.cjs', import.meta.url))

/** Runs a script with Node in a folder and measures the process; finding something is no failure. */
export async function ran(script: string, args: readonly string[], cwd: string): Promise<Ran> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'poise-bench-usage-'))
  const usage = path.join(scratch, 'usage.json')
  const start = performance.now()
  const child = spawn(process.execPath, ['--require', usagePreload, script, ...args], {
    cwd,
    env: {...process.env, POISE_USAGE: usage, NO_COLOR: '1'},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let first: number | undefined
  let said = ''
  child.stdout.on('data', () => {
    first ??= performance.now() - start
  })
  child.stderr.on('data', data => {
    first ??= performance.now() - start
    said = (said + data).slice(-20_000)
  })
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  const wall = performance.now() - start
  const {cpu, peak} = readUsage(usage, scratch) ?? {}
  // Some end with the number of their findings.
  if (cpu === undefined || peak === undefined || code === null)
    throw new Error(`${path.basename(script)} ended with code ${code}.\n${said}`)
  // Some say nothing of a file without findings.
  return {wall, cpu, peak, first: first ?? wall, said}
}

function readUsage(file: string, scratch: string): {readonly cpu: number; readonly peak: number} | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  } finally {
    rmSync(scratch, {recursive: true})
  }
}
