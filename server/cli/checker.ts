import type {FileReport} from '../engine/check-file.ts'
import {makeScanMemory} from '../engine/memory.ts'
import type {Recorded} from '../workspace/baseline-file.ts'
import type {Breathe} from '../workspace/breath.ts'
import type {FileSystem} from '../workspace/files.ts'
import type {Found} from '../workspace/find-documents.ts'
import {checkText, scan} from '../workspace/scan.ts'
import type {CheckOptions} from './arguments.ts'
import type {Version} from './changes/new-findings.ts'
import type {OlderText} from './changes/older-texts.ts'
import {makeColours} from './colours.ts'
import {fixFile} from './fix-file.ts'
import type {Host} from './host.ts'
import {type Checked, outcomeOf} from './outcome.ts'
import {keyMaker} from './outcome-key.ts'
import {visibleIn} from './recorded.ts'
import {reporters} from './reports/index.ts'
import type {Reporter} from './result.ts'
import type {Timing} from './timing.ts'

/** How files are checked and shown, as plain data for another thread. */
export interface CheckerSetup {
  readonly options: CheckOptions
  readonly colours: boolean
  /** Set where outcomes are remembered: the build that they are the outcomes of. */
  readonly build?: string
  /** Set where what is recorded is not shown. */
  readonly recorded?: Recorded
}

/** What a checker needs of the thread that it runs in. */
export type CheckerHost = Pick<Host, 'files' | 'shown' | 'replaceFile'> & {
  readonly signal?: AbortSignal
  readonly breathe?: Breathe
  /** Set where only what is new is shown. */
  readonly older?: OlderText
}

/** Checks files, in order; fewer come back where it was told to stop. */
export type Checker = (documents: readonly Found[]) => Promise<readonly Checked[]>

/** Makes a checker; what it did is measured where `timing` is given. */
export function makeChecker(setup: CheckerSetup, host: CheckerHost, timing?: Timing): Checker {
  const {options, colours, build, recorded} = setup
  const memory = makeScanMemory()
  const reporter = reporterOf(options, colours)
  const keyOf = build === undefined ? undefined : keyMaker(setup, build, host)
  const {signal, breathe, older} = host
  const scanOptions = {
    files: timing ? measuredFiles(host.files, timing) : host.files,
    memory,
    ...(signal && {signal}),
    ...(breathe && {breathe}),
    ...(timing && {measure: timing.measure}),
  }

  async function olderOf(found: Found, text: string | undefined): Promise<Version | undefined> {
    const before = text === undefined ? undefined : await older?.(found.path, text)
    const report = before === undefined ? undefined : checkText(before, found, memory)
    return before === undefined || report === undefined ? undefined : {text: before, report}
  }

  return async documents => {
    const checked: Checked[] = []
    const found = timing ? documents.map(each => ({...each, config: timing.of(each.config)})) : documents
    const onNotOurs = (path: string) => void checked.push({path})
    for await (const scanned of scan(found, {...scanOptions, onNotOurs})) {
      const {path, text, report} = scanned
      if (timing) timing.measure('suggestions', () => makeSuggestions(report))
      const visible = visibleIn(path, options, recorded, await olderOf(scanned, text))
      const {results, ...fixed} = fixFile(scanned, options, visible, host, memory)
      const diff = showsDiff(options) ? fixed.diff : undefined
      const make = () => outcomeOf(results, {...fixed, diff}, reporter, options.failUnder)
      const outcome = timing ? timing.measure('report', make) : make()
      checked.push({path, outcome, ...(keyOf && text !== undefined && {key: keyOf(scanned, text)})})
    }
    return checked
  }
}

/** The report in the format that was asked for. */
export function reporterOf({format, failUnder}: CheckOptions, colours: boolean): Reporter {
  return reporters[format](makeColours(colours), failUnder)
}

/** The standard output is then a patch and nothing else. */
export function showsDiff({fix, format}: CheckOptions): boolean {
  return fix === 'dry-run' && format === 'text'
}

/** They are made when they are first asked for, which a report does. */
function makeSuggestions({documents}: FileReport): void {
  for (const {report} of documents) for (const finding of report.findings) void finding.suggestions
}

function measuredFiles(files: FileSystem, {measure}: Timing): FileSystem {
  return {
    ...files,
    readFile: (path, limit) => measure('reading files', () => files.readFile(path, limit)),
    readHead: (path, length) => measure('reading files', () => files.readHead(path, length)),
  }
}
