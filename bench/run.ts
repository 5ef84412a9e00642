// Measures Poise beside its peers: npm run bench -- --help
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {version} from '../package.json'
import {bundled} from './bundles.ts'
import type {Bench, Outcome} from './cases/case.ts'
import {cases} from './cases/index.ts'
import {drawPlots} from './growth-plot.ts'
import {installedPeers, versionOf} from './installed-peers.ts'
import {help, type Options, readOptions} from './options.ts'
import {peers as allPeers} from './peers/index.ts'
import {startChecker} from './processes/checker.ts'
import {markdownTable, resultsPage} from './results.ts'
import {writeArticles} from './text/articles.ts'
import {type Corpus, copyCorpus, corpusIn} from './text/corpus.ts'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const say = (line: string): void => void process.stderr.write(`${line}\n`)

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(help)
  else await run(options)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

async function run(options: Options): Promise<void> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'poise-bench-'))
  try {
    await measure(options, scratch)
  } finally {
    rmSync(scratch, {recursive: true})
  }
}

async function measure(options: Options, scratch: string): Promise<void> {
  const start = performance.now()
  const corpus = corpusFor(options, path.join(scratch, 'articles'))
  const peers = options.withPeers ? installedPeers(say) : []
  const bundle = await bundled(['checker-child', 'folder-child'])
  const dist = options.dist ?? here('../dist')
  const bench: Bench = {
    rounds: options.rounds,
    files: options.files,
    keystrokes: options.keystrokes,
    corpus,
    scratch,
    server: path.resolve(dist, 'lsp.cjs'),
    commandLine: path.resolve(dist, 'cli.mjs'),
    peers,
    bundle,
    checkers: (count = peers.length) =>
      Promise.all(
        ['Poise', ...peers.slice(0, count).map(({name}) => name)].map(name =>
          startChecker(bundle('checker-child'), name),
        ),
      ),
    say: line => say(`${String(Math.round((performance.now() - start) / 1000)).padStart(5)} s  ${line}`),
  }
  const outcomes: Outcome[] = []
  for (const {name, run} of cases) {
    if (options.only.length > 0 && !options.only.includes(name)) continue
    const outcome = await run(bench).catch((error: unknown) => failed(name, error))
    outcomes.push(outcome)
    for (const table of outcome.tables) console.log(`\n${table.title}\n\n${markdownTable(table)}`)
    for (const {what, goal, measured, reached} of outcome.goals)
      console.log(`${reached ? 'reached    ' : 'not reached'}  ${what}: ${measured}, goal ${goal}`)
  }
  if (!options.isWhole) return
  if (peers.length < allPeers.length) return say('Nothing is written down: not all peers were measured.')
  const page = here('RESULTS.md')
  const packages = peers.flatMap(peer => peer.packages).map(name => `${name} ${versionOf(name)}`)
  const minutes = (performance.now() - start) / 60_000
  const before = existsSync(page) ? readFileSync(page, 'utf8') : ''
  writeFileSync(page, resultsPage(outcomes, {options, corpus, version, packages, minutes}, before))
  writeFileSync(here('growth.svg'), drawPlots(outcomes.flatMap(({plots}) => plots ?? [])))
  say('Written: bench/RESULTS.md and bench/growth.svg.')
}

/** What is written of a case that failed; the others of a long run are kept. */
function failed(name: string, error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error)
  say(`The case ${name} failed: ${reason}`)
  return {tables: [], goals: [{what: name, goal: 'measured', measured: `failed: ${reason}`, reached: false}]}
}

function corpusFor({folder}: Options, to: string): Corpus {
  if (folder !== undefined) return copyCorpus(path.resolve(process.env['INIT_CWD'] ?? '.', folder), to)
  writeArticles(to, 2000)
  return corpusIn(to)
}
