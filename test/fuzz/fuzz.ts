import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'

/** What a process that explores is told to do. */
export interface Job {
  /** The modules of the targets. */
  readonly files: readonly string[]
  readonly seed: number
  /** For each target: how many inputs are tried, or for how long. */
  readonly runs?: number
  readonly minutes?: number
  /** The file whose first line is the input that is being tried. */
  readonly current: string
}

/** What it tells. */
export type News =
  | {readonly type: 'failed'; readonly target: string; readonly input: string; readonly error: string}
  | {readonly type: 'explored'; readonly target: string; readonly runs: number; readonly kept: number}

/** An input may take this long; one that takes longer never ends, as far as a user can tell. */
const deadline = 10_000
const megabytes = 1024

/**
 * Explores targets in a process of its own, so that an endless loop, a crash or a full memory is found like any other failure: the input
 * that was being tried is told as one that failed, and the targets behind it are not explored.
 */
export async function fuzz(job: Omit<Job, 'current'>, onNews: (news: News) => void, most = deadline): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'poise-fuzz-'))
  const current = join(folder, 'current.json')
  const args = [
    `--max-old-space-size=${megabytes}`,
    '--import',
    'tsx',
    join(import.meta.dirname, 'child.ts'),
    JSON.stringify({...job, current} satisfies Job),
  ]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, NODE_TEST_CONTEXT: undefined},
  })
  let errors = ''
  child.stderr.on('data', chunk => {
    errors = (errors + chunk).slice(-2000)
  })
  createInterface({input: child.stdout}).on('line', line => onNews(JSON.parse(line)))
  let isLate = false
  const timer = setInterval(() => {
    const tried = statSync(current, {throwIfNoEntry: false})
    if (tried === undefined || Date.now() - tried.mtimeMs < most) return
    isLate = true
    child.kill('SIGKILL')
  }, 200)
  const code = await new Promise(resolve => child.on('close', (code, signal) => resolve(code ?? signal)))
  clearInterval(timer)
  try {
    if (code === 0) return
    const error = isLate ? `not done after ${most} ms` : `the process ended with ${code}: ${errors.trim()}`
    const [tried = ''] = readFileSync(current, 'utf8').split('\n', 1)
    if (tried === '') throw new Error(`No input was tried: ${error}`)
    const {target, input} = JSON.parse(tried)
    onNews({type: 'failed', target, input, error})
  } finally {
    rmSync(folder, {recursive: true})
  }
}
