import type {CancellationToken, Position} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {compactLine} from '../engine/compact-line.ts'
import {makeBreath} from '../workspace/breath.ts'
import {type Found, findDocument, findDocuments} from '../workspace/find-documents.ts'
import {entryOf, pathInside} from '../workspace/path.ts'
import {makeQueue} from '../workspace/queue.ts'
import type {Scanned} from '../workspace/scan.ts'
import type {Analyser} from './analyser.ts'
import {asRecord} from './capabilities.ts'
import {turn} from './scan.ts'
import type {Session} from './session.ts'

/** What a task of an editor prints: the lines of `poise check --format compact`, with what they add up to. */
export interface CheckedLines {
  readonly lines: readonly string[]
  readonly files: number
  /** Paths that lead to nothing. */
  readonly missing: readonly string[]
}

/** Answers `poise/check`: checks a folder, or some files and folders in it, and shows nothing by itself. */
export function answerCheckLines(session: Session, analyser: Analyser): void {
  session.connection.onRequest('poise/check', (params: unknown, token: CancellationToken) => {
    const {folder, paths} = asRecord(params)
    const root = typeof folder === 'string' ? session.host.pathOf(folder) : undefined
    const names = Array.isArray(paths) ? paths.filter(path => typeof path === 'string') : []
    return root === undefined ? nothing : checkLines(session, analyser, root, names, token)
  })
}

const nothing: CheckedLines = {lines: [], files: 0, missing: []}

async function checkLines(
  session: Session,
  analyser: Analyser,
  root: string,
  names: readonly string[],
  token: CancellationToken,
): Promise<CheckedLines> {
  const stop = new AbortController()
  token.onCancellationRequested(() => stop.abort())
  const missing: string[] = []
  const breathe = makeBreath(turn, session.quiet.wait)
  const lines: string[] = []
  let files = 0
  const documents = makeQueue(documentsIn(session, root, names, stop.signal, name => missing.push(name)))
  for await (const scanned of analyser.scan(documents, {signal: stop.signal, breathe, onNotOurs: () => {}})) {
    files += 1
    lines.push(...linesOf(scanned, pathInside(root, scanned.path) ?? scanned.path))
  }
  return {lines, files, missing}
}

async function* documentsIn(
  session: Session,
  root: string,
  names: readonly string[],
  signal: AbortSignal,
  onMissing: (name: string) => void,
): AsyncGenerator<Found> {
  const {configuration, quiet} = session
  const {isExcluded} = session.personal()
  const options = {signal, breathe: makeBreath(turn, quiet.wait), ...(isExcluded && {isExcluded})}
  const seen = new Set<string>()
  for (const name of names.length === 0 ? ['.'] : names) {
    const path = pathOf(root, name)
    const type = await configuration.files.typeOf(path)
    if (type === undefined) {
      onMissing(name)
      continue
    }
    const found =
      type === 'folder'
        ? findDocuments(configuration.files, configuration.configs(), path, options)
        : [await findDocument(configuration.configs(), path)]
    for await (const each of found) {
      if (each === undefined || seen.has(each.path)) continue
      seen.add(each.path)
      yield each
    }
  }
}

/** A path of the task is relative to the folder, as on a command line. */
function pathOf(root: string, name: string): string {
  const plain = name
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '')
  if (plain === '' || plain === '.') return root
  return /^(?:\/|[A-Za-z]:\/)/.test(plain) ? plain : entryOf(root, plain)
}

function linesOf({text = '', report}: Scanned, path: string): readonly string[] {
  const document = TextDocument.create('', '', 0, text)
  const counted = ({line, character}: Position) => ({line: line + 1, column: character + 1})
  return [
    ...report.problems.map(({code, message, span}) =>
      compactLine(path, counted(document.positionAt(span.start)), 'problem', message, code),
    ),
    ...report.findings.map(({rule, severity, message, span}) =>
      compactLine(path, counted(document.positionAt(span.start)), severity, message, rule),
    ),
  ]
}
