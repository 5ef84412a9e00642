import {findDocument} from '../workspace/find-documents.ts'
import {nameOf} from '../workspace/path.ts'
import {makeQueue} from '../workspace/queue.ts'
import type {CheckOptions} from './arguments.ts'
import {type Cache, openCache} from './cache.ts'
import {type ChangedCheck, openChanges} from './changes/changed-check.ts'
import {checkAll} from './check-all.ts'
import {type CheckerSetup, reporterOf, showsDiff} from './checker.ts'
import {printable} from './colours.ts'
import {configMistake, configResults, configsFor, teamRules, tellNotes} from './configuration.ts'
import type {ExitCode, Host} from './host.ts'
import type {Checked} from './outcome.ts'
import {recordedFor, recordedOf} from './recorded.ts'
import {makeReportLimit} from './report-limit.ts'
import {makeTally, type Summary} from './result.ts'
import {findAll, foldersOf, type Root, rootsOf} from './roots.ts'
import {makeTiming} from './timing.ts'

/**
 * So many files are checked before memory is saved: a run of a few does not pay for it, and by then what is short-lived has been given the
 * room (8 MB) without which it would be taken for long-lived.
 */
const many = 8

/** What a run goes by besides its options. */
export interface RunTools {
  /** Set where only what is new is shown. */
  readonly changes?: ChangedCheck
  /** Remembers outcomes in memory, from run to run. */
  readonly cache?: Cache
  /** Whether a file is printed; all are counted. */
  readonly isShown?: (path: string) => boolean
}

/** Checks files and folders, prints the report, and fixes where that was asked for. */
export async function checkPaths(options: CheckOptions, host: Host): Promise<ExitCode> {
  if (options.compare === undefined) return checkOnce(options, host)
  const changes = await openChanges(options.compare, host)
  if (changes === undefined) return 2
  try {
    // What is staged is read from git, which is done in one thread.
    return await checkOnce({...options, workers: 1}, {...host, files: changes.files}, {changes})
  } finally {
    changes.close()
  }
}

/** One run over files and folders. */
export async function checkOnce(
  options: CheckOptions,
  host: Host,
  {changes, cache: memory, isShown = () => true}: RunTools = {},
): Promise<ExitCode> {
  const named = await rootsOf(options.paths, host)
  const configs = configsFor(options, {...host, files: changes?.configFiles ?? host.files}, foldersOf(named))
  const mistake = await configMistake(configs, options, host)
  if (mistake !== undefined) host.note(mistake)
  const recorded = await recordedFor(options, host)
  if (named === undefined || mistake !== undefined || recorded === 'mistake') return 2
  const roots = changes ? await changedRoots(named) : named

  const {colours, signal} = host
  const isCached = memory !== undefined || (options.cache !== false && options.fix === undefined)
  const build = isCached ? host.build() : undefined
  const setup: CheckerSetup = {options, colours, ...(build !== undefined && {build}), ...(recorded && {recorded})}
  const cache =
    memory ??
    (build === undefined || options.cache === false ? undefined : await openCache(options.cache, build, setup, host))
  const timing = options.timing ? makeTiming(() => performance.now()) : undefined
  const tally = makeTally(options.failUnder)
  // Of what has changed nobody expects that all of it holds replies.
  const expected = new Set(changes ? [] : roots.map(root => root.path))
  const reporter = reporterOf(options, colours)
  const limit = makeReportLimit(reporter.mostFindings ?? Number.POSITIVE_INFINITY, options.format)
  const queue = makeQueue(findAll(roots, configs, host, tally.addSkipped))
  if (timing) await queue.ended
  timing?.add([['finding files', timing.elapsed()]])
  let failed = changes?.failed ?? false
  for (let left = changes?.leftOut ?? 0; left > 0; left--) tally.addSkipped()
  let done = 0
  let isFirst = true

  /** Files that changed; of those that were named, the ones that are ours. */
  async function changedRoots(all: readonly Root[]): Promise<readonly Root[]> {
    const kept: Root[] = []
    for (const root of all) {
      const isOurs = root.isFolder || (changes?.isChanged(root.path) && (await findDocument(configs, root.path)))
      if (isOurs) kept.push(root)
    }
    return kept
  }

  function take({path, outcome}: Checked): string {
    host.step(++done, queue.found())
    if (done === many) host.saveMemory?.()
    if (outcome === undefined) {
      if (expected.has(path)) host.note(`${printable(host.shown(path))} ${notOurs}`)
      return ''
    }
    const {report, counts, isRead, notWritten} = outcome
    tally.addAll(counts)
    if (notWritten || (!isRead && expected.has(path))) failed = true
    if (report === '' || !isShown(path)) return ''
    if (reporter.take) {
      reporter.take(report)
      return ''
    }
    if (!limit.takes(counts)) return ''
    const text = showsDiff(options) ? report : (isFirst ? reporter.first : reporter.between) + report
    isFirst = false
    return text
  }

  await host.print(reporter.start())
  const tools = {...host, ...(changes && {older: changes.older})}
  for await (const checked of checkAll(queue, setup, tools, cache, timing)) await host.print(checked.map(take).join(''))
  cache?.save(signal.aborted ? [] : roots.map(({path}) => host.shown(path)))
  const leftOut = limit.note()
  const summary: Summary = {
    ...tally.summary(configResults(configs.files(), host), () => teamRules(configs)),
    folder: nameOf(host.absolute('.')),
    ...(options.compare && {compared: options.compare.what}),
    ...(recorded && {recorded: recordedOf(recorded, roots)}),
    ...(leftOut !== undefined && {leftOut}),
  }
  if (showsDiff(options)) host.note(reporter.end(summary).trimEnd())
  else await host.print(reporter.end(summary))
  if (leftOut !== undefined) host.note(leftOut)
  tellNotes(configs, options, host)
  if (timing) host.note(timing.table())
  return failed ? 2 : exitCodeOf(summary, options)
}

/** What is said of a file that was named and holds no articles or replies. */
export const notOurs =
  'holds no article or reply that Poise knows the form of, so it was not checked. "macros" in .poise.json can describe its form.'

/** Hints alone don't fail a run; mistakes in a configuration do, for the run was not the one that was wanted. */
export function exitCodeOf({bySeverity, configuration, belowQuality}: Summary, {maxWarnings}: CheckOptions): ExitCode {
  const isOver = bySeverity.warning + bySeverity.suggestion > maxWarnings
  return isOver || belowQuality > 0 || configuration.length > 0 ? 1 : 0
}
