import type {DocumentKind} from '../../rules/kit/types.ts'
import {type Checkable, checkFile, checkPart, type FileReport, fileReport} from '../engine/check-file.ts'
import type {Memory} from '../engine/memory.ts'
import type {Plan} from '../engine/plan.ts'
import {headOf, openFile} from '../formats/files/file.ts'
import type {Problem} from '../formats/format.ts'
import {type Breathe, makeBreath} from './breath.ts'
import {maxSizeOf, natureOf} from './config.ts'
import type {FileSystem} from './files.ts'
import type {Found} from './find-documents.ts'
import {type ReadDocument, readDocument} from './read-document.ts'

/** A document with all that Poise says of it; `text` is absent where the file could not be read. */
export interface Scanned extends Found {
  readonly text?: string
  readonly report: FileReport
}

/** What a file goes through after it was read. */
export type Stage = 'parsing' | 'checking'

/** Runs a stage of the work on a file, and may take its time. */
export type Measure = <Result>(stage: Stage, run: () => Result, path: string) => Result

export interface ScanOptions {
  readonly files: FileSystem
  readonly memory: Memory
  readonly signal?: AbortSignal
  /** The text of a document that is open in an editor, which counts instead of the file's. */
  readonly textOf?: (path: string) => string | undefined
  /** Hears of a file that turned out to hold nothing for a customer; nothing else is said of it. */
  readonly onNotOurs?: (path: string) => void
  /** Why a file is not to be touched; undefined where it may be. */
  readonly problemOf?: (path: string) => Problem | undefined
  /** Lets others have a turn between two documents; by default every 10 ms. */
  readonly breathe?: Breathe
  readonly measure?: Measure
}

const breathEvery = 10
const unmeasured: Measure = (_stage, run) => run()

/** Reads and checks documents one after another. Gives the event loop its turns, and ends where the signal is aborted. */
export async function* scan(
  documents: AsyncIterable<Found> | Iterable<Found>,
  options: ScanOptions,
): AsyncGenerator<Scanned> {
  const {files, signal, textOf, onNotOurs, problemOf, breathe = makeBreath(breathEvery), measure = unmeasured} = options
  for await (const found of documents) {
    if (signal?.aborted) return
    const problem = problemOf?.(found.path)
    const open = textOf?.(found.path)
    const read = problem ? {problem} : open === undefined ? await readFound(found, files) : {text: open}
    const scanned = read && (await scanOne(found, read, {...options, breathe, measure}))
    if (signal?.aborted) return
    if (scanned === undefined) onNotOurs?.(found.path)
    else yield {...found, ...scanned}
    await breathe()
  }
}

/**
 * Reads the text of a file and checks it; undefined where it holds nothing for a customer. Never throws: what fails becomes a problem
 * of this file alone.
 */
export function checkText(
  text: string,
  found: Found,
  memory: Memory,
  measure: Measure = unmeasured,
): FileReport | undefined {
  try {
    const file = open(text, found, measure)
    return file && measure('checking', () => checkFile(file, planOf(found, file), memory), found.path)
  } catch (error) {
    return failed(found, error)
  }
}

/** The report of a file that could not be read or checked. */
export function emptyReport(kind: DocumentKind, problem: Problem): FileReport {
  return {kind, documents: [], findings: [], problems: [problem], ownProblems: [problem]}
}

/** The text of a file; undefined where its first lines show that there is no use in reading it. */
export async function readFound(found: Found, files: FileSystem): Promise<ReadDocument | undefined> {
  const look = headOf(natureOf(found))
  const head = look && (await files.readHead(found.path, look.length))
  if (look && head && !look.mayBeOurs(new TextDecoder().decode(head))) return undefined
  return readDocument(files, found.path, maxSizeOf(found.config, found.path))
}

type Tools = Required<Pick<ScanOptions, 'breathe' | 'measure'>> & Pick<ScanOptions, 'memory' | 'signal'>

async function scanOne(
  found: Found,
  read: ReadDocument,
  tools: Tools,
): Promise<Pick<Scanned, 'text' | 'report'> | undefined> {
  if (read.problem !== undefined) return {report: emptyReport(found.kind, read.problem)}
  const report = await checkInTurns(read.text, found, tools)
  return report && {text: read.text, report}
}

/** As `checkText`, with a turn for others between the replies of a large file. */
async function checkInTurns(
  text: string,
  found: Found,
  {memory, signal, breathe, measure}: Tools,
): Promise<FileReport | undefined> {
  try {
    const file = open(text, found, measure)
    if (file === undefined) return undefined
    const documents = []
    for (const part of file.parts) {
      documents.push(measure('checking', () => checkPart(part, planOf(found, file), memory), found.path))
      if (signal?.aborted) return undefined
      const breath = breathe()
      if (breath !== undefined) await breath
    }
    return fileReport(file, documents)
  } catch (error) {
    return failed(found, error)
  }
}

function open(text: string, found: Found, measure: Measure): Checkable | undefined {
  const file = measure('parsing', () => openFile(text, natureOf(found)), found.path)
  if (file === undefined || measure === unmeasured) return file
  const parts = file.parts.map(part => ({...part, read: () => measure('parsing', part.read, found.path)}))
  return {kind: file.kind, problems: file.problems, parts}
}

function planOf({config}: Found, {kind}: Checkable): Plan {
  return config.plans[kind]
}

function failed({kind}: Found, error: unknown): FileReport {
  const reason = error instanceof Error ? error.message : String(error)
  return emptyReport(kind, {
    code: 'check-failed',
    message: `Poise failed on this file (${reason}). Leave it out with "ignore" in .poise.json, and please report it.`,
    span: {start: 0, end: 0},
  })
}
