import type {DocumentKind} from '../../rules/kit/types.ts'
import {checkFile, type FileReport} from '../engine/check-file.ts'
import type {Memory} from '../engine/memory.ts'
import {headOf, openFile} from '../formats/files/file.ts'
import type {Problem} from '../formats/format.ts'
import {maxSizeOf, natureOf} from './config.ts'
import type {FileSystem} from './files.ts'
import type {Found} from './find-documents.ts'
import {readDocument} from './read-document.ts'

/** A document with all that Poise says of it; `text` is absent where the file could not be read. */
export interface Scanned extends Found {
  readonly text?: string
  readonly report: FileReport
}

export interface ScanOptions {
  readonly files: FileSystem
  readonly memory: Memory
  readonly signal?: AbortSignal
  /** The text of a document that is open in an editor, which counts instead of the file's. */
  readonly textOf?: (path: string) => string | undefined
  /** Hears of a file that turned out to hold nothing for a customer; nothing else is said of it. */
  readonly onNotOurs?: (path: string) => void
}

const readAhead = 8
const breathEvery = 10

/**
 * Reads and checks documents one after another, a few reads ahead of the checks. Gives the event loop a turn at least every
 * 10 ms between documents, and ends where the signal is aborted.
 */
export async function* scan(
  documents: AsyncIterable<Found> | Iterable<Found>,
  options: ScanOptions,
): AsyncGenerator<Scanned> {
  const {memory, signal} = options
  let lastBreath = Date.now()
  for await (const {found, read} of readAll(documents, options)) {
    if (signal?.aborted) return
    const scanned = scanOne(found, read, memory)
    if (scanned === undefined) options.onNotOurs?.(found.path)
    else yield {...found, ...scanned}
    if (Date.now() - lastBreath < breathEvery) continue
    await new Promise(resolve => setTimeout(resolve))
    lastBreath = Date.now()
  }
}

/**
 * Reads the text of a file and checks it; undefined where it holds nothing for a customer. Never throws: what fails becomes a problem
 * of this file alone.
 */
export function checkText(text: string, found: Found, memory: Memory): FileReport | undefined {
  try {
    const file = openFile(text, natureOf(found))
    return file && checkFile(file, found.config.plans[file.kind], memory)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return emptyReport(found.kind, {
      code: 'check-failed',
      message: `Poise failed on this file (${reason}). Leave it out with "ignore" in .poise.json, and please report it.`,
      span: {start: 0, end: 0},
    })
  }
}

/** The report of a file that could not be read or checked. */
export function emptyReport(kind: DocumentKind, problem: Problem): FileReport {
  return {kind, documents: [], findings: [], problems: [problem], ownProblems: [problem]}
}

type TextOrProblem = Awaited<ReturnType<typeof readDocument>> | undefined

function scanOne(found: Found, read: TextOrProblem, memory: Memory): Pick<Scanned, 'text' | 'report'> | undefined {
  if (read === undefined) return undefined
  if (read.problem !== undefined) return {report: emptyReport(found.kind, read.problem)}
  const report = checkText(read.text, found, memory)
  return report && {text: read.text, report}
}

async function* readAll(documents: AsyncIterable<Found> | Iterable<Found>, {files, textOf, signal}: ScanOptions) {
  const pending: {readonly found: Found; readonly read: Promise<TextOrProblem>}[] = []
  for await (const found of documents) {
    if (signal?.aborted) return
    const text = textOf?.(found.path)
    pending.push({found, read: text === undefined ? readFound(found, files) : Promise.resolve({text})})
    if (pending.length < readAhead) continue
    const next = pending.shift()
    if (next !== undefined) yield {found: next.found, read: await next.read}
  }
  for (const {found, read} of pending) yield {found, read: await read}
}

/** The text of a file; undefined where its first lines show that there is no use in reading it. */
async function readFound(found: Found, files: FileSystem): Promise<TextOrProblem> {
  const look = headOf(natureOf(found))
  const head = look && (await files.readHead(found.path, look.length))
  if (look && head && !look.mayBeOurs(new TextDecoder().decode(head))) return undefined
  return readDocument(files, found.path, maxSizeOf(found.config, found.path))
}
