import {makeQueue} from '../workspace/queue.ts'
import type {CheckOptions} from './arguments.ts'
import {openCache} from './cache.ts'
import {checkAll} from './check-all.ts'
import {type CheckerSetup, reporterOf, showsDiff} from './checker.ts'
import {printable} from './colours.ts'
import {configMistake, configResults, configsFor, tellNotes} from './configuration.ts'
import type {ExitCode, Host} from './host.ts'
import type {Checked} from './outcome.ts'
import {recordedFor} from './recorded.ts'
import {makeTally, type Summary} from './result.ts'
import {findAll, foldersOf, rootsOf} from './roots.ts'
import {makeTiming} from './timing.ts'

/**
 * So many files are checked before memory is saved: a run of a few does not pay for it, and by then what is short-lived has been given the
 * room (8 MB) without which it would be taken for long-lived.
 */
const many = 8

/** Checks files and folders, prints the report, and fixes where that was asked for. */
export async function checkPaths(options: CheckOptions, host: Host): Promise<ExitCode> {
  const roots = await rootsOf(options.paths, host)
  const configs = configsFor(options, host, foldersOf(roots))
  const mistake = await configMistake(configs, options, host)
  if (mistake !== undefined) host.note(mistake)
  const recorded = await recordedFor(options, host)
  if (roots === undefined || mistake !== undefined || recorded === 'mistake') return 2

  const {colours, signal} = host
  const build = options.cache !== false && options.fix === undefined ? host.build() : undefined
  const setup: CheckerSetup = {options, colours, ...(build !== undefined && {build}), ...(recorded && {recorded})}
  const cache =
    build === undefined || options.cache === false ? undefined : await openCache(options.cache, build, setup, host)
  const timing = options.timing ? makeTiming(() => performance.now()) : undefined
  const tally = makeTally()
  const named = new Set(roots.map(root => root.path))
  const reporter = reporterOf(options, colours)
  const {mostFindings = Number.POSITIVE_INFINITY} = reporter
  const queue = makeQueue(findAll(roots, configs, host, tally.addSkipped))
  if (timing) await queue.ended
  timing?.add([['finding files', timing.elapsed()]])
  let failed = false
  let done = 0
  let isFirst = true
  let shownFindings = 0
  let leftOut = 0

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
    const {warning, suggestion, hint} = counts.bySeverity
    shownFindings += warning + suggestion + hint
    if (shownFindings > mostFindings) {
      leftOut++
      return ''
    }
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
  if (leftOut > 0)
    host.note(
      `${leftOut === 1 ? 'One file with findings was' : `${leftOut} files with findings were`} left out of the report, for what reads “${options.format}” takes ${mostFindings} findings at most. Check folder by folder.`,
    )
  tellNotes(configs, options, host)
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
