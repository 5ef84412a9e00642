#!/usr/bin/env node
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {relative, resolve, sep} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {isMainThread} from 'node:worker_threads'
import manifest from '../../package.json' with {type: 'json'}
import {createFile} from '../node/create-file.ts'
import {nodeFileSystem} from '../node/file-system.ts'
import {systemGit} from '../node/git.ts'
import {replaceFile} from '../node/replace-file.ts'
import {watchFolders} from '../node/watch-folders.ts'
import {makeWorkerPool, serveJobs} from '../node/worker-pool.ts'
import {readArguments} from './arguments.ts'
import {checkInput} from './check-input.ts'
import {checkPaths} from './check-paths.ts'
import type {CheckerSetup} from './checker.ts'
import {printable, wantsColours} from './colours.ts'
import {help} from './help.ts'
import type {ExitCode, Host} from './host.ts'
import {exportMacros} from './macros-export.ts'
import {importMacros} from './macros-import.ts'
import {makeProgress} from './progress.ts'
import {recordBaseline} from './record-baseline.ts'
import {serveMcp} from './serve-mcp.ts'
import {testStyle} from './style-test.ts'
import {makeThread} from './thread.ts'
import {watchPaths} from './watch-paths.ts'

const shown = (path: string): string => slashed(relative(process.cwd(), path)) || '.'
const command = readArguments(process.argv.slice(2))
// The threads of a scan run this same file, so that there is one bundle.
if (!isMainThread) serveJobs((setup: CheckerSetup) => makeThread(setup, {files: nodeFileSystem, shown, replaceFile}))
else if (command.name === 'help') process.stdout.write(help)
else if (command.name === 'version') process.stdout.write(`${manifest.version}\n`)
else if (command.name === 'check') {
  const {options} = command
  const {stdin, watch} = options
  if (watch) process.exitCode = await run(host => watchPaths(options, host), false, true)
  else
    process.exitCode = await run(
      host => (stdin === undefined ? checkPaths(options, host) : checkInput(stdin, options, host)),
      options.fix === 'write',
    )
} else if (command.name === 'baseline')
  process.exitCode = await run(host => recordBaseline(command.options, host), true)
else if (command.name === 'mcp') process.exitCode = await run(host => serveMcp(command.options, host), false)
else if (command.name === 'import') process.exitCode = await run(host => importMacros(command.options, host), true)
else if (command.name === 'export') process.exitCode = await run(host => exportMacros(command.options, host), true)
else if (command.name === 'style-test') process.exitCode = await run(host => testStyle(command.options, host), false)
else {
  process.stderr.write(`${printable(command.mistake)}\n`)
  process.exitCode = 2
}

/**
 * Runs a command; `writes` where it changes files, which nobody has to read a report of, and `isEndless` where an interrupt is how it ends.
 */
async function run(work: (host: Host) => Promise<ExitCode>, writes: boolean, isEndless = false): Promise<number> {
  const stop = new AbortController()
  const interrupt = () => {
    // A second one means that the first was not heeded fast enough; files are replaced between signals, never across one.
    if (stop.signal.aborted) process.exit(130)
    stop.abort('interrupt')
    process.stdin.destroy()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
  const progress = makeProgress(process.stderr)
  try {
    const host = makeHost(progress, stop, writes)
    const code = await work(host)
    if (stop.signal.reason !== 'interrupt' || isEndless) return code
    host.note('Stopped. Every file is whole; run Poise again for the rest.')
    return 130
  } catch (error) {
    process.stderr.write(`Poise could not finish: ${error instanceof Error ? error.stack : String(error)}\n`)
    return 2
  } finally {
    progress.clear()
  }
}

function makeHost(progress: ReturnType<typeof makeProgress>, stop: AbortController, writes: boolean): Host {
  let closed = false
  process.stdout.on('error', () => {
    closed = true
    // Nobody reads the report any more (as after “| head”), but fixes that were asked for are still wanted.
    if (!writes) stop.abort('closed')
  })
  process.stderr.on('error', () => undefined)
  return {
    files: nodeFileSystem,
    git: systemGit,
    replaceFile,
    createFile,
    absolute: name => slashed(resolve(name)),
    shown,
    async print(text) {
      if (closed || text === '') return
      progress.clear()
      await new Promise<void>(done => process.stdout.write(text, () => done()))
    },
    note(line) {
      progress.clear()
      process.stderr.write(`${line}\n`)
    },
    readInput,
    startPool: (threads, setup) => makeWorkerPool(new URL(import.meta.url), Array(threads).fill(setup)),
    watchFolders,
    nextTurn: () => new Promise(resolve => setImmediate(resolve)),
    cores: availableParallelism(),
    build: () =>
      createHash('sha256')
        .update(readFileSync(new URL(import.meta.url)))
        .digest('base64url'),
    saveMemory() {
      for (const flag of ['--heap-growing-percent=60', '--semi-space-growth-factor=1']) setFlagsFromString(flag)
    },
    step: progress.step,
    colours: wantsColours(process.env, process.stdout.isTTY === true),
    signal: stop.signal,
  }
}

async function readInput(limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of process.stdin) {
      length += chunk.length
      if (length > limit) return undefined
      chunks.push(chunk)
    }
  } catch {
    return new Uint8Array()
  }
  return Buffer.concat(chunks)
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
