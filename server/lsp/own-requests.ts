import type {CancellationToken, Range, WorkspaceEdit} from 'vscode-languageserver'
import type {Principle, Safety, Severity} from '../../rules/kit/types.ts'
import {applyEdits} from '../engine/fix.ts'
import type {Finding} from '../engine/report.ts'
import {plainSlots} from '../engine/slots.ts'
import {isPageName} from '../formats/files/file.ts'
import type {Analysis} from './analysis.ts'
import {asRecord} from './capabilities.ts'
import {oneLine, toRange} from './diagnostics.ts'
import {editOf, type Fix} from './fix.ts'
import {answer} from './requests.ts'
import {safeEditsIn} from './safe-edits.ts'
import type {Session} from './session.ts'

/** A finding as `poise/findings` tells of it. */
export interface ToldFinding {
  readonly range: Range
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** The words that were found; empty where the finding is of the whole document. */
  readonly phrase: string
  readonly why: string
  /** The rewrites, the best first. */
  readonly say: readonly {readonly title: string; readonly safety: Safety}[]
  /** Whether a comment in the file can silence it. */
  readonly canIgnore: boolean
}

/** The most findings of a document that are told: to try the rewrites of thousands takes seconds. */
const mostTold = 500
const longest = 200

/** Answers what is no part of the protocol: requests of our own client, for its tree and its preview. */
export function answerOwnRequests(session: Session): void {
  const {connection} = session
  const on = <Answer>(
    method: string,
    otherwise: Answer,
    work: (analysis: Analysis, params: Params) => Promise<Answer>,
  ) =>
    connection.onRequest(method, async (params: unknown, token: CancellationToken): Promise<unknown> => {
      const {uri} = asRecord(params)
      if (typeof uri !== 'string') return otherwise
      return answer(session, method, uri, token, otherwise, async () => {
        const analysis = await analysisOf(session, uri)
        return analysis === undefined ? otherwise : work(analysis, asRecord(params))
      })
    })

  on<readonly ToldFinding[]>('poise/findings', [], async (analysis, {principle}) =>
    analysis.report.findings
      .filter(each => each.principle === (principle as Principle))
      .slice(0, mostTold)
      .map(each => told(analysis, each)),
  )
  on<string | null>('poise/rewritten', null, async ({document, report}) => {
    const check = await session.freshCheckerOf(document.uri)
    return applyEdits(document.getText(), safeEditsIn(document.getText(), report, check))
  })
  on<WorkspaceEdit | null>('poise/edit', null, async (analysis, params) => {
    const fix = readFix(analysis, params)
    return (fix && (await editOf(session, analysis, fix))) ?? null
  })
}

type Params = Readonly<Record<string, unknown>>

async function analysisOf(session: Session, uri: string): Promise<Analysis | undefined> {
  const path = session.host.pathOf(uri)
  return (await session.analyse(uri)) ?? (path === undefined ? undefined : session.analyseFile(path))
}

function told({document}: Analysis, finding: Finding): ToldFinding {
  const {rule, by, severity, level, message, span, suggestions} = finding
  const phrase = level === 'document' ? '' : oneLine(document.getText().slice(span.start, span.end))
  return {
    range: toRange(document, span),
    rule,
    severity,
    message: oneLine(message),
    phrase: phrase.length > longest ? `${phrase.slice(0, longest)}…` : phrase,
    why: oneLine(by.why),
    say: suggestions.map(({title, safety}) => ({title: oneLine(plainSlots(title)), safety})),
    canIgnore: level !== 'document' && isPageName(document.uri),
  }
}

function readFix({document}: Analysis, {does, rule, range}: Params): Fix | undefined {
  if (typeof rule !== 'string') return undefined
  if (does === 'turn-off') return {does, rule}
  if (does !== 'ignore-here') return undefined
  const {start, end} = range as Range
  return {does, rule, start: document.offsetAt(start), end: document.offsetAt(end)}
}
