import type {FileReport} from '../engine/check-file.ts'
import {checkNearest} from '../engine/check-nearest.ts'
import {makeMemory, makeScanMemory} from '../engine/memory.ts'
import type {Plan} from '../engine/plan.ts'
import {headOf, type OpenFile, openFile} from '../formats/files/file.ts'
import type {Problem} from '../formats/format.ts'
import {maxSizeOf, natureOf} from '../workspace/config.ts'
import {type Found, findDocument} from '../workspace/find-documents.ts'
import type {Queue} from '../workspace/queue.ts'
import {checkText, emptyReport, type Measure, type Scanned, scan} from '../workspace/scan.ts'
import {isVirtual} from '../workspace/virtual-path.ts'
import {type Analysis, analysisOf, type Comparison, part, type View} from './analysis.ts'
import {baselineReport, closedAnalysis, nothing, problemsReport} from './closed.ts'
import {configProblems} from './config-problems.ts'
import {type DocumentSettings, isBaseline} from './configuration.ts'
import {tooLarge} from './diagnostics.ts'
import {difference} from './difference.ts'
import type {OpenDocument} from './documents.ts'
import type {Session} from './session.ts'
import {type SharedScan, sharedScan} from './shared-scan.ts'
import type {SlowLog} from './slow.ts'

/** Checks documents, open ones incrementally, and keeps what it found of each open one. */
export interface Analyser extends Pick<Session, 'analyse' | 'analyseFile' | 'checkerOf' | 'freshCheckerOf'> {
  /** Checks many files, in several threads where that is worth it; the text of an open one counts instead of the file's. */
  readonly scan: (found: Queue<Found>, how: Pick<SharedScan, ScanHow>) => AsyncGenerator<Scanned>
  /** What was said of an open document when it was last looked at. */
  readonly last: (uri: string) => Analysis | undefined
  readonly forget: (uri: string) => void
}

type ScanHow = 'signal' | 'breathe' | 'onNotOurs'

/** Bytes that are remembered for open documents: some thirty pages, and what was typed in them lately. */
const openMemory = 6_000_000

interface Kept {
  readonly analysis: Analysis
  /** By what a file goes on being checked. */
  readonly going?: Going
}

interface Going {
  readonly base: Omit<Analysis, keyof View | 'file' | 'unchecked'>
  readonly file: OpenFile
  readonly plan: Plan
  readonly comparison: Comparison | undefined
}

/** Milliseconds that the first look at a large file takes; the rest of its documents are checked between other work. */
const firstLook = 200
/** Milliseconds of one turn of that work, which a keystroke may have to wait for. */
const turn = 4
/** Milliseconds between two showings of what was found meanwhile. */
const showEvery = 700

type Surroundings = Pick<Session, 'host' | 'documents' | 'configuration' | 'quarantine'>

/** Makes the analyser of a session; `onMore` hears when more of a large file has been checked. */
export function makeAnalyser(
  {host, documents, configuration, quarantine}: Surroundings,
  onMore: (uri: string) => void,
  onChecked: SlowLog['check'],
): Analyser {
  const memory = makeMemory(openMemory)
  const kept = new Map<string, Kept>()
  /** One turn at a time waits for each document, however many edits asked for it. */
  const goingOn = new Set<string>()
  const measure: Measure = (_stage, run, path) => quarantine.during(path, run)
  const guard = {measure, problemOf: quarantine.problemOf}
  const textOf = (path: string) => documents.get(host.uriOf(path))?.text.getText()

  function analyseOpen(document: OpenDocument, settings: DocumentSettings): Kept {
    const {uri, revision, text: snapshot} = document
    const {kind, config, generation, comparison} = settings
    const base = {document: snapshot, revision, generation, focus: 0, unchecked: 0}
    const without = (report: FileReport): Kept => ({analysis: analysisOf(base, report)})
    if (isBaseline(uri)) return without(baselineReport(snapshot.getText()))
    if (kind === undefined) return without(nothing)
    const path = host.pathOf(uri) ?? uri
    const problem = quarantine.problemOf(path)
    if (problem) return without(emptyReport(kind, problem))
    const limit = maxSizeOf(config, uri)
    // To count the bytes of a large text at each keystroke would take longer than to check it.
    const before = kept.get(uri)?.analysis
    const isOver = before?.file === undefined ? isLarger(snapshot.getText(), limit) : snapshot.source.length > limit
    const nature = natureOf({path, kind, config})
    const head = isOver ? headOf(nature) : undefined
    // That a large file was left out is of interest only where it may hold replies.
    if (head && !head.mayBeOurs(snapshot.getText().slice(0, head.length))) return without(nothing)
    if (isOver) return {analysis: analysisOf({...base, largerThan: limit}, emptyReport(kind, tooLargeNote(limit)))}
    const start = performance.now()
    const opened = before?.generation === generation ? edited(before, document) : undefined
    const file = opened ?? openFile(snapshot.getText(), nature)
    if (file === undefined) return without(nothing)
    const read = performance.now()
    const own = {document: snapshot, revision, generation, focus: focusOf(document)}
    const looked = look({base: own, file, plan: config.plans[file.kind], comparison}, opened ? 0 : firstLook)
    onChecked(path, snapshot.source.length, {reading: read - start, checking: performance.now() - read})
    return looked
  }

  async function analyseConfig({uri, revision, text}: OpenDocument, generation: number): Promise<Kept> {
    const problems = await configProblems(configuration, host.pathOf(uri), uri, text.getText())
    const base = {document: text, revision, generation, focus: 0, unchecked: 0}
    return {analysis: analysisOf(base, problemsReport(problems))}
  }

  function look(going: Going, time: number): Kept {
    const {base, file, plan, comparison} = going
    const end = Date.now() + time
    const {report, unchecked} = checkNearest(file, plan, memory, base.focus, () => Date.now() > end)
    return {analysis: analysisOf({...base, file, unchecked}, report, comparison), going}
  }

  /** Goes on with what the first look at a file left out, in short turns, as long as its text stays as it is. */
  function goOn(uri: string, shown = Date.now()): void {
    if (goingOn.has(uri)) return
    goingOn.add(uri)
    setTimeout(() => {
      goingOn.delete(uri)
      const now = kept.get(uri)
      if (now?.going === undefined || now.analysis.unchecked === 0) return
      if (documents.get(uri)?.revision !== now.analysis.revision) return
      const {going} = now
      const next = quarantine.during(host.pathOf(uri) ?? uri, () => look(going, turn))
      kept.set(uri, next)
      const isDue = next.analysis.unchecked === 0 || Date.now() - shown > showEvery
      if (isDue) onMore(uri)
      goOn(uri, isDue ? Date.now() : shown)
    })
  }

  async function checkers(uri: string): Promise<Record<'whole' | 'fresh', (text: string) => FileReport>> {
    const {kind, config, comparison} = await configuration.settingsOf(uri, documents.get(uri)?.languageId)
    const path = host.pathOf(uri) ?? uri
    const whole = (text: string) =>
      (kind === undefined ? undefined : checkText(text, {path, kind, config}, memory, measure)) ?? nothing
    return {whole, fresh: comparison ? text => part(whole(text), text, comparison).report : whole}
  }

  return {
    async analyse(uri) {
      const settings = documents.get(uri) && (await configuration.settingsOf(uri, documents.get(uri)?.languageId))
      const document = documents.get(uri)
      if (document === undefined || settings === undefined) return undefined
      const known = kept.get(uri)
      if (known?.analysis.revision === document.revision && known.analysis.generation === settings.generation)
        return known.analysis
      try {
        const now = configuration.isConfig(uri)
          ? await analyseConfig(document, settings.generation)
          : quarantine.during(host.pathOf(uri) ?? uri, () => analyseOpen(document, settings))
        kept.set(uri, now)
        if (now.analysis.unchecked > 0) goOn(uri)
        return now.analysis
      } catch (error) {
        // What was kept may be what failed: the next version starts anew.
        kept.delete(uri)
        throw error
      }
    },
    async analyseFile(path) {
      const generation = configuration.generation()
      const found = await findDocument(configuration.configs(), path)
      if (found === undefined) return undefined
      const own = {...found, config: configuration.withPersonal(found.config, path)}
      for await (const {text = '', report} of scan([own], {files: host.files, memory, ...guard}))
        return closedAnalysis(host, {path, text, report, generation}, await configuration.comparisonOf(path))
      return undefined
    },
    async checkerOf(uri) {
      return (await checkers(uri)).whole
    },
    async freshCheckerOf(uri) {
      return (await checkers(uri)).fresh
    },
    scan(found, how) {
      const isOurs = (path: string) =>
        documents.get(host.uriOf(path)) !== undefined || isVirtual(path) || quarantine.problemOf(path) !== undefined
      // With a memory of its own, so that the open documents keep theirs.
      const memory = makeScanMemory()
      return sharedScan(found, host, {files: host.files, memory, textOf, isOurs, ...guard, ...how})
    },
    last: uri => kept.get(uri)?.analysis,
    forget: uri => void kept.delete(uri),
  }
}

/** The next version of the file that was checked before, where it is known which edits lie between. */
function edited(
  {file, revision = 0, document}: Analysis,
  {text, revision: now, edits}: OpenDocument,
): OpenFile | undefined {
  if (file === undefined) return undefined
  if (revision === now) return file
  const first = edits.findIndex(edit => edit.of === revision)
  if (first >= 0)
    return file.edit(
      edits.slice(first).flatMap(({changes}) => changes),
      text.source,
    )
  const {span, text: inserted} = difference(document.getText(), text.getText())
  return file.edit([{from: span.start, to: span.end, insert: inserted.length}], text.source)
}

function focusOf({edits}: OpenDocument): number {
  return edits.at(-1)?.changes.at(-1)?.from ?? 0
}

function tooLargeNote(limit: number): Problem {
  const message = `Not checked: the document is larger than ${limit} bytes. Split it, or raise "maxFileSize" in .poise.json.`
  return {code: tooLarge, message, span: {start: 0, end: 0}}
}

/** Whether `text` has more than `limit` bytes in UTF-8; counted only where its length leaves a doubt. */
function isLarger(text: string, limit: number): boolean {
  if (text.length > limit) return true
  return text.length * 3 > limit && new TextEncoder().encode(text).length > limit
}
