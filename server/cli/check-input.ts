import {fixAll} from '../engine/fix.ts'
import {makeMemory} from '../engine/memory.ts'
import {maxSizeOf} from '../workspace/config.ts'
import {findDocument} from '../workspace/find-documents.ts'
import {decodeText} from '../workspace/read-document.ts'
import {checkText} from '../workspace/scan.ts'
import type {CheckOptions} from './arguments.ts'
import {exitCodeOf, notOurs} from './check-paths.ts'
import {reporterOf} from './checker.ts'
import {printable} from './colours.ts'
import {configMistake, configResults, configsFor, teamRules} from './configuration.ts'
import {unifiedDiff} from './diff.ts'
import type {ExitCode, Host} from './host.ts'
import {recordedFor, recordedOf, visibleIn} from './recorded.ts'
import {type DocumentResult, makeTally, type Reporter, resultsOf, type Summary} from './result.ts'

/**
 * Checks the standard input under the name `name`, which need not exist. With --fix it prints the text, fixed where it can be,
 * and the report goes to the standard error.
 */
export async function checkInput(name: string, options: CheckOptions, host: Host): Promise<ExitCode> {
  const configs = configsFor(options, host)
  const mistake = await configMistake(configs, options, host)
  if (mistake !== undefined) return couldNot(mistake, host)
  const recorded = await recordedFor(options, host)
  if (recorded === 'mistake') return 2
  const path = host.absolute(name)
  const found = await findDocument(configs, path)
  const limit = found === undefined ? 20_000_000 : maxSizeOf(found.config, path)
  const bytes = await host.readInput(limit)
  if (host.signal.aborted) return 2
  if (bytes === undefined)
    return couldNot(
      `The standard input is longer than ${limit} bytes. Split it, or raise "maxFileSize" in .poise.json.`,
      host,
    )
  const text = decodeText(bytes)
  if (typeof text !== 'string') return couldNot(`${printable(name)}: ${text.message}`, host)

  const tally = makeTally(options.failUnder)
  const reporter = reporterOf(options, host.colours)
  const memory = makeMemory()
  const before = found && checkText(text, found, memory)
  let results: readonly DocumentResult[] = []
  if (found === undefined || before === undefined) {
    const why =
      found === undefined
        ? 'is of a kind that Poise does not read, or the configuration leaves it out, so it was not checked.'
        : notOurs
    host.note(`${printable(name)} ${why}`)
    if (options.fix === 'write') await host.print(text)
  } else {
    const visible = visibleIn(path, options, recorded)
    const checkNow = (now: string) => visible(checkText(now, found, memory) ?? before, now)
    const shown = host.shown(path)
    const after = options.fix === undefined ? undefined : fixAll(text, checkNow)
    const written = options.fix === 'write' ? after : undefined
    results = resultsOf(shown, written?.text ?? text, written?.report ?? visible(before, text))
    for (const result of results) tally.add(result)
    if (written && written.applied > 0) tally.addFix(written.applied)
    if (written) await host.print(written.text)
    if (after && options.fix === 'dry-run' && options.format === 'text') {
      await host.print(unifiedDiff(shown, text, after.text))
      results = []
    }
  }
  const summary: Summary = {
    ...tally.summary(configResults(configs.files(), host), () => teamRules(configs)),
    folder: name,
    ...(recorded && {recorded: recordedOf(recorded, [{path}])}),
  }
  const report = reporter.start() + documentsOf(results, reporter) + reporter.end(summary)
  if (options.fix === undefined || options.format !== 'text') await host.print(report)
  else host.note(report.trimEnd())
  return exitCodeOf(summary, options)
}

function couldNot(message: string, host: Host): ExitCode {
  host.note(message)
  return 2
}

function documentsOf(results: readonly DocumentResult[], {first, between, document, take}: Reporter): string {
  const parts = results.map(document).filter(part => part !== '')
  if (take) {
    take(parts.join(between))
    return ''
  }
  return parts.length === 0 ? '' : first + parts.join(between)
}
