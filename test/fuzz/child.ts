// Explores targets one after another in a process of its own, which the one that started it watches and ends: see `fuzz.ts`.
import {openSync, writeSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {startCoverage} from './coverage.ts'
import {explore} from './explore.ts'
import type {Job, News} from './fuzz.ts'
import type {Target} from './target.ts'

const job: Job = JSON.parse(process.argv[2] ?? '')
// At once: what goes through a stream is lost when the process is killed.
const tell = (news: News): void => void writeSync(1, `${JSON.stringify(news)}\n`)
const addresses = job.files.map(file => pathToFileURL(file).href)
// What runs the tests is left out: it runs when it likes, and so would make news of any input.
const coverage = startCoverage(
  url => !/\/(?:test|node_modules\/(?:tsx|esbuild))\//.test(url) || addresses.includes(url),
)
const current = openSync(job.current, 'w')

for (const address of addresses) {
  const {target}: {readonly target: Target} = await import(address)
  const {name} = target
  const end = performance.now() + (job.minutes ?? Infinity) * 60_000
  const {runs, kept} = await explore(target, {
    coverage,
    seed: job.seed,
    goesOn: runs => runs < (job.runs ?? Infinity) && performance.now() < end,
    // In the place of the one before: to empty the file each time would take far longer than the trial.
    onInput: input => void writeSync(current, `${JSON.stringify({target: name, input})}\n`, 0),
    onFailure: failure => tell({type: 'failed', target: name, ...failure}),
  })
  tell({type: 'explored', target: name, runs, kept: kept.length})
}
// A server that was started for a target may have timers yet.
process.exit(0)
