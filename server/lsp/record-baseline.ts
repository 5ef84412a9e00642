import {
  type CancellationToken,
  MessageType,
  type ProgressToken,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver'
import {baselineName, baselineText} from '../workspace/baseline.ts'
import {readRecorded} from '../workspace/baseline-file.ts'
import {makeBreath} from '../workspace/breath.ts'
import {findDocuments} from '../workspace/find-documents.ts'
import {entryOf} from '../workspace/path.ts'
import {makeQueue} from '../workspace/queue.ts'
import {decodeText} from '../workspace/read-document.ts'
import {sizeOf, takeBaseline} from '../workspace/take-baseline.ts'
import type {Analyser} from './analyser.ts'
import {type Progress, stepsOf} from './progress.ts'
import type {Scans} from './scans.ts'
import type {Session} from './session.ts'
import {filesIn, findingsIn} from './words.ts'

/** What was recorded; or why nothing was, in a sentence that says what to do. */
export interface Recording {
  readonly findings: number
  readonly files: number
  readonly mistake?: string
}

interface RecordRequest {
  readonly folder: unknown
  readonly token: CancellationToken
  readonly workDoneToken: ProgressToken | undefined
}

/** Records a folder's baseline and says so in whichever editor it is; then all is compared with it. */
export async function answerRecord(
  {connection, host, folders, client: {t}}: Session,
  scans: Scans,
  recheck: () => void,
  {folder, token, workDoneToken}: RecordRequest,
): Promise<Recording> {
  const named = typeof folder === 'string' ? host.pathOf(folder) : folders().length === 1 ? folders()[0] : undefined
  const path = folders().find(each => each === named?.replace(/(.)\/+$/, '$1'))
  const recording =
    path === undefined
      ? {findings: 0, files: 0, mistake: t('Name a folder of the workspace to record the findings of.')}
      : await scans.record(path, token, workDoneToken)
  const {findings, files, mistake} = recording
  const done = t(
    'Recorded {0} of {1} in {2}. What is new from now on is shown as before.',
    findingsIn(t, findings),
    filesIn(t, files),
    baselineName,
  )
  const said: ShowMessageParams =
    mistake === undefined
      ? {type: MessageType.Info, message: done}
      : {type: MessageType.Warning, message: `Poise: ${mistake}`}
  connection.sendNotification(ShowMessageNotification.type, said).catch(() => undefined)
  if (mistake === undefined) recheck()
  return recording
}

/** Milliseconds of one turn, which a keystroke may have to wait for. */
const turn = 4

/**
 * Records the findings of a workspace folder by the team's configuration: what a person has set for themselves, or hides, counts for nothing, so that
 * everybody's baseline is the same. An open document counts as it stands in the editor.
 */
export async function recordBaseline(
  {host, configuration, quiet, client: {t}}: Session,
  analyser: Analyser,
  folder: string,
  signal: AbortSignal,
  progress: Progress,
): Promise<Recording> {
  const failed = (mistake: string): Recording => ({findings: 0, files: 0, mistake})
  const {files, write} = host
  if (write === undefined) return failed(t('Poise can’t write files here. Run poise baseline in a terminal.'))
  const path = entryOf(folder, baselineName)
  const exists = (await files.typeOf(path)) !== undefined
  const before = exists ? await readRecorded(files, path) : undefined
  if (typeof before === 'string') return failed(`${baselineName}: ${before}`)

  const breathe = makeBreath(turn, quiet.wait)
  const queue = makeQueue(findDocuments(configuration.files, configuration.configs(), folder, {signal, breathe}))
  const step = stepsOf(progress, queue.found)
  const scan = counted(analyser.scan(queue, {signal, breathe, onNotOurs: step}), step)
  const {baseline} = await takeBaseline(scan, {files, folder, before: before?.baseline})
  if (signal.aborted) return failed(t('Stopped, and nothing was recorded.'))

  const old = exists ? await textOf(files, path) : undefined
  if (exists && old === undefined)
    return failed(t('{0} can’t be read any more, so it was left as it is.', baselineName))
  const text = baselineText(baseline)
  const mistake = await write(path, old, text)
  return mistake === undefined ? sizeOf(baseline) : failed(mistake)
}

async function* counted<Item>(items: AsyncIterable<Item>, step: () => void): AsyncGenerator<Item> {
  for await (const item of items) {
    yield item
    step()
  }
}

async function textOf(files: Session['host']['files'], path: string): Promise<string | undefined> {
  const {bytes} = await files.readFile(path, Number.MAX_SAFE_INTEGER)
  const text = bytes && decodeText(bytes)
  return typeof text === 'string' ? text : undefined
}
