// Measures Poise on a folder of articles, or on made-up ones: npm run bench [-- FOLDER]
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {exportOf, longArticle, writeArticles} from './corpus.ts'
import {keystrokes} from './keystrokes.ts'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const scratch = mkdtempSync(path.join(os.tmpdir(), 'poise-bench-'))
const folder = path.resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? path.join(scratch, 'articles'))
if (process.argv[2] === undefined) writeArticles(folder, 2000)

console.log(`Poise on ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${folder}`)
for (const size of [10_000, 200_000, 900_000]) {
  const text = longArticle(folder, size)
  const typed = {name: 'article.md', text, line: Math.floor(text.split('\n').length / 2), character: 0}
  const answers = await keystrokes(here('../dist/lsp.cjs'), typed, 60)
  report(`a keystroke in ${size / 1000} KB, server's answer`, answers.keystrokes.slice(10), 'ms')
}
const opened = await keystrokes(here('../dist/lsp.cjs'), {name: 'macros.json', ...exportOf(5000)}, 60)
report('first findings in an export of 10 MB', [opened.first], 'ms')
report("a keystroke in an export of 10 MB, server's answer", opened.keystrokes.slice(10), 'ms')
const runs = Array.from({length: 5}, scan)
report(
  'scan by the command line, wall',
  runs.map(run => run.wall),
  's',
)
report(
  'scan by the command line, CPU',
  runs.map(run => run.cpu),
  's',
)
report(
  'scan by the command line, memory',
  runs.map(run => run.memory),
  'MB',
)
rmSync(scratch, {recursive: true})

interface Run {
  readonly wall: number
  readonly cpu: number
  readonly memory: number
}

function scan(): Run {
  const usage = path.join(scratch, 'usage.json')
  const start = performance.now()
  const args = ['--import', here('usage.mjs'), here('../dist/cli.mjs'), 'check', '--format', 'json', folder]
  const {status, stderr} = spawnSync(process.execPath, args, {
    env: {...process.env, POISE_USAGE: usage},
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  const wall = (performance.now() - start) / 1000
  if (status !== 0 && status !== 1) throw new Error(stderr)
  return {wall, ...(JSON.parse(readFileSync(usage, 'utf8')) as Omit<Run, 'wall'>)}
}

function report(what: string, values: readonly number[], unit: string): void {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
  console.log(`${what.padEnd(44)} median ${at(0.5)} ${unit}, least ${at(0)}, most ${at(1)}`)
}
