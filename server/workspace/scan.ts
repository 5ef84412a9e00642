import type {DocumentKind} from '../../rules/kit/types.ts'
import {check} from '../engine/check.ts'
import type {Memory} from '../engine/memory.ts'
import type {Plan} from '../engine/plan.ts'
import type {Report} from '../engine/report.ts'
import type {Problem} from '../formats/format.ts'
import {readMarkdown} from '../formats/markdown.ts'
import type {FileSystem} from './files.ts'
import type {Found} from './find-documents.ts'
import {readDocument} from './read-document.ts'

/** A document with all that Poise says of it; `text` is absent where the file could not be read. */
export interface Scanned extends Found {
  readonly text?: string
  readonly report: Report
}

export interface ScanOptions {
  readonly files: FileSystem
  readonly memory: Memory
  readonly signal?: AbortSignal
  /** The text of a document that is open in an editor, which counts instead of the file's. */
  readonly textOf?: (path: string) => string | undefined
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
    yield {...found, ...scanOne(found, read, memory)}
    if (Date.now() - lastBreath < breathEvery) continue
    await new Promise(resolve => setTimeout(resolve))
    lastBreath = Date.now()
  }
}

/** Reads the text of a document and checks it. Never throws: what fails becomes a problem of this document alone. */
export function checkText(text: string, plan: Plan, memory: Memory): Report {
  try {
    return check(readMarkdown(text, plan.kind), plan, memory)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return emptyReport(plan.kind, {
      code: 'check-failed',
      message: `Poise failed on this file (${reason}). Leave it out with "ignore" in .poise.json, and please report it.`,
      span: {start: 0, end: 0},
    })
  }
}

/** The report of a document that could not be read or checked. */
export function emptyReport(kind: DocumentKind, problem: Problem): Report {
  const score = {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0}
  return {kind, findings: [], problems: [problem], score, explanation: ''}
}

type TextOrProblem = Awaited<ReturnType<typeof readDocument>>

function scanOne(found: Found, {text, problem}: TextOrProblem, memory: Memory): Pick<Scanned, 'text' | 'report'> {
  if (problem !== undefined) return {report: emptyReport(found.kind, problem)}
  return {text, report: checkText(text, found.config.plans[found.kind], memory)}
}

async function* readAll(documents: AsyncIterable<Found> | Iterable<Found>, {files, textOf, signal}: ScanOptions) {
  const pending: {readonly found: Found; readonly read: Promise<TextOrProblem>}[] = []
  for await (const found of documents) {
    if (signal?.aborted) return
    const text = textOf?.(found.path)
    const read =
      text === undefined ? readDocument(files, found.path, found.config.maxFileSize) : Promise.resolve({text})
    pending.push({found, read})
    if (pending.length < readAhead) continue
    const next = pending.shift()
    if (next !== undefined) yield {found: next.found, read: await next.read}
  }
  for (const {found, read} of pending) yield {found, read: await read}
}
