import {type Configs, makeConfigs} from '../workspace/config.ts'
import {type Found, findDocument, findDocuments} from '../workspace/find-documents.ts'
import {makeQueue} from '../workspace/queue.ts'
import type {CheckOptions} from './arguments.ts'
import {openCache} from './cache.ts'
import {checkAll} from './check-all.ts'
import {type CheckerSetup, reporterOf, showsDiff} from './checker.ts'
import {printable} from './colours.ts'
import {configMistake, configResults} from './configuration.ts'
import type {ExitCode, Host} from './host.ts'
import type {Checked} from './outcome.ts'
import {makeTally, type Summary} from './result.ts'
import {makeTiming} from './timing.ts'

/** A path that was named on the command line. */
interface Root {
  readonly path: string
  readonly isFolder: boolean
}

/**
 * So many files are checked before memory is saved: a run of a few does not pay for it, and by then what is short-lived has been given the
 * room (8 MB) without which it would be taken for long-lived.
 */
const many = 8

/** Checks files and folders, prints the report, and fixes where that was asked for. */
export async function checkPaths(options: CheckOptions, host: Host): Promise<ExitCode> {
  const roots = await rootsOf(options.paths, host)
  const configs = makeConfigs(host.files, options.config === undefined ? undefined : host.absolute(options.config))
  const mistake = await configMistake(configs, options, host)
  if (mistake !== undefined) host.note(mistake)
  if (roots === undefined || mistake !== undefined) return 2

  const {colours, signal} = host
  const build = options.cache !== false && options.fix === undefined ? host.build() : undefined
  const setup: CheckerSetup = {options, colours, ...(build !== undefined && {build})}
  const cache =
    build === undefined || options.cache === false ? undefined : await openCache(options.cache, build, setup, host)
  const timing = options.timing ? makeTiming(() => performance.now()) : undefined
  const tally = makeTally()
  const named = new Set(roots.map(root => root.path))
  const reporter = reporterOf(options, colours)
  const queue = makeQueue(findAll(roots, configs, host, tally.addSkipped))
  if (timing) await queue.ended
  timing?.add([['finding files', timing.elapsed()]])
  let failed = false
  let done = 0
  let isFirst = true

  function take({path, outcome}: Checked): string {
    host.step(++done, queue.found())
    if (done === many) host.saveMemory?.()
    if (outcome === undefined) {
      if (named.has(path)) host.note(`${printable(host.shown(path))} ${notOurs}`)
      return ''
    }
    const {report, counts, isRead, notWritten} = outcome
    tally.addAll(counts)
    if (notWritten || (!isRead && named.has(path))) failed = true
    if (report === '') return ''
    const text = showsDiff(options) ? report : (isFirst ? reporter.first : reporter.between) + report
    isFirst = false
    return text
  }

  await host.print(reporter.start())
  for await (const checked of checkAll(queue, setup, host, cache, timing)) await host.print(checked.map(take).join(''))
  cache?.save(signal.aborted ? [] : roots.map(({path}) => host.shown(path)))
  const summary = tally.summary(configResults(configs, host))
  if (showsDiff(options)) host.note(reporter.end(summary).trimEnd())
  else await host.print(reporter.end(summary))
  if (timing) host.note(timing.table())
  return failed ? 2 : exitCodeOf(summary, options)
}

/** What is said of a file that was named and holds no articles or replies. */
export const notOurs =
  'holds no article or reply that Poise knows the form of, so it was not checked. "macros" in .poise.json can describe its form.'

/** Hints alone don't fail a run; mistakes in a configuration do, for the run was not the one that was wanted. */
export function exitCodeOf({bySeverity, configuration}: Summary, {maxWarnings}: CheckOptions): ExitCode {
  return bySeverity.warning + bySeverity.suggestion > maxWarnings || configuration.length > 0 ? 1 : 0
}

async function rootsOf(paths: readonly string[], host: Host): Promise<readonly Root[] | undefined> {
  const names = paths.length === 0 ? ['.'] : paths
  const roots: Root[] = []
  for (const name of names) {
    const path = host.absolute(name)
    const type = await host.files.typeOf(path)
    if (type !== undefined) roots.push({path, isFolder: type === 'folder'})
    else
      host.note(
        `There is no file or folder “${printable(name)}”. Check the name; patterns such as *.md are for the shell to expand.`,
      )
  }
  return roots.length === names.length ? roots : undefined
}

/** Every document under the roots, once. */
async function* findAll(roots: readonly Root[], configs: Configs, host: Host, skip: () => void): AsyncGenerator<Found> {
  const seen = new Set<string>()
  for (const {path, isFolder} of roots) {
    const found = isFolder
      ? findDocuments(host.files, configs, path, {signal: host.signal, onLeftOut})
      : findNamed(path, configs, host)
    for await (const document of found) {
      if (seen.has(document.path)) continue
      seen.add(document.path)
      yield document
    }
  }

  function onLeftOut({path, reason}: {readonly path: string; readonly reason: keyof typeof leftOutNotes}): void {
    skip()
    host.note(`${printable(host.shown(path))} ${leftOutNotes[reason]}`)
  }
}

const leftOutNotes = {
  link: 'is a link, and links are not followed in a folder. Name it to check what it leads to.',
  special: 'is a pipe, socket or device, so it was left out.',
  unreadable: 'can’t be opened, so it was left out. Give yourself permission to read it.',
} as const

async function* findNamed(path: string, configs: Configs, host: Host): AsyncGenerator<Found> {
  const found = await findDocument(configs, path)
  if (found !== undefined) yield found
  else
    host.note(
      `${printable(host.shown(path))} is of a kind that Poise does not read, or the configuration leaves it out, so it was not read.`,
    )
}
