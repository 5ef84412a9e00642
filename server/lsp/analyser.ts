import {TextDocument} from 'vscode-languageserver-textdocument'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {check} from '../engine/check.ts'
import {makeMemory} from '../engine/memory.ts'
import type {Report} from '../engine/report.ts'
import type {Problem} from '../formats/format.ts'
import {type MarkdownDocument, openMarkdown} from '../formats/markdown.ts'
import {type Found, findDocument} from '../workspace/find-documents.ts'
import {parseConfig} from '../workspace/parse-config.ts'
import {checkText, emptyReport, type Scanned, scan} from '../workspace/scan.ts'
import type {Analysis} from './analysis.ts'
import {type Configuration, type DocumentSettings, isConfig} from './configuration.ts'
import {tooLarge} from './diagnostics.ts'
import {difference} from './difference.ts'
import type {Documents, OpenDocument} from './documents.ts'
import type {Host} from './host.ts'
import type {Session} from './session.ts'

/** Checks documents, open ones incrementally, and keeps what it found of each open one. */
export interface Analyser extends Pick<Session, 'analyse' | 'analyseFile' | 'checkerOf'> {
  /** Checks many files; the text of an open one counts instead of the file's. */
  readonly scan: (found: AsyncIterable<Found> | Iterable<Found>, signal?: AbortSignal) => AsyncGenerator<Scanned>
  readonly forget: (uri: string) => void
}

interface Kept {
  readonly analysis: Analysis
  readonly kind: DocumentKind | undefined
  readonly markdown?: MarkdownDocument
}

/** Makes the analyser of a session. */
export function makeAnalyser(host: Host, documents: Documents, configuration: Configuration): Analyser {
  const memory: Parameters<typeof check>[2] = makeMemory()
  const kept = new Map<string, Kept>()
  const textOf = (path: string) => documents.get(host.uriOf(path))?.text.getText()

  function analyseOpen(document: OpenDocument, {kind, config, generation}: DocumentSettings): Kept {
    const {uri, languageId, revision} = document
    const text = document.text.getText()
    const base = {document: TextDocument.create(uri, languageId, document.text.version, text), revision, generation}
    if (isConfig(uri)) return {analysis: {...base, report: configReport(text)}, kind}
    if (kind === undefined) return {analysis: {...base, report: nothing}, kind}
    if (isLarger(text, config.maxFileSize))
      return {analysis: {...base, report: emptyReport(kind, tooLargeNote(config.maxFileSize))}, kind}
    const before = kept.get(uri)?.markdown
    const markdown =
      before === undefined || kept.get(uri)?.kind !== kind ? openMarkdown(text, kind) : edited(before, text)
    const {reading} = markdown
    return {analysis: {...base, reading, report: check(reading, config.plans[kind], memory)}, kind, markdown}
  }

  return {
    async analyse(uri) {
      const settings = documents.get(uri) && (await configuration.settingsOf(uri))
      const document = documents.get(uri)
      if (document === undefined || settings === undefined) return undefined
      const known = kept.get(uri)
      if (known?.analysis.revision === document.revision && known.analysis.generation === settings.generation)
        return known.analysis
      try {
        const now = analyseOpen(document, settings)
        kept.set(uri, now)
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
      for await (const {text, report} of scan([found], {files: host.files, memory})) {
        return {document: TextDocument.create(host.uriOf(path), 'markdown', 0, text ?? ''), report, generation}
      }
      return undefined
    },
    async checkerOf(uri) {
      const {kind, config} = await configuration.settingsOf(uri)
      return text => (kind === undefined ? nothing : checkText(text, config.plans[kind], memory))
    },
    scan: (found, signal) => scan(found, {files: host.files, memory, textOf, ...(signal && {signal})}),
    forget: uri => void kept.delete(uri),
  }
}

const nothing: Report = {
  kind: 'article',
  findings: [],
  problems: [],
  score: {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0},
  explanation: '',
}

/** The mistakes of a configuration file as a report, to be shown in the same way. */
export function configReport(text: string): Report {
  // The byte order mark is no JSON; a space in its place keeps every offset.
  return {...nothing, problems: parseConfig(text.replace(/^\uFEFF/, ' ')).problems}
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

function edited(markdown: MarkdownDocument, text: string): MarkdownDocument {
  if (markdown.text === text) return markdown
  const {span, text: inserted} = difference(markdown.text, text)
  return markdown.edit([{from: span.start, to: span.end, insert: inserted.length}], text)
}
