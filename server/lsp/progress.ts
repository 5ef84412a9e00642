import {
  type ProgressToken,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver'
import type {Session} from './session.ts'

/** How far some work is, as the client shows it. */
export interface Progress {
  readonly report: (percentage: number, done: number, all: number) => void
  readonly done: () => void
}

/** Starts showing the progress of some work; `stop` is called when the person cancels it. */
export type ShowProgress = (how: {
  /** From the client, where it asked for the work; else one is made. */
  readonly token?: ProgressToken | undefined
  /** Editors show what can be cancelled in a larger way. */
  readonly cancellable: boolean
  readonly stop: () => void
}) => Promise<Progress>

/** Makes what reports one file more out of those that are found so far; percentages never go back. */
export function stepsOf(progress: Progress, found: () => number): () => void {
  let percent = 0
  let done = 0
  return () => {
    done += 1
    const now = Math.floor((done / found()) * 100)
    if (now > percent) progress.report(now, done, found())
    percent = Math.max(percent, now)
  }
}

const silent: Progress = {report: () => {}, done: () => {}}

/** Makes the progress of a session; vscode-languageserver does not let a person cancel by a token of the client's. */
export function makeProgress({connection, client}: Pick<Session, 'connection' | 'client'>): ShowProgress {
  const stops = new Map<ProgressToken, () => void>()
  let tokens = 0
  connection.onNotification(WorkDoneProgressCancelNotification.type, ({token}) => stops.get(token)?.())

  async function make(): Promise<ProgressToken | undefined> {
    if (!client.progress) return undefined
    tokens += 1
    const token = `poise ${tokens}`
    try {
      await connection.sendRequest(WorkDoneProgressCreateRequest.type, {token})
      return token
    } catch {
      return undefined
    }
  }

  return async ({token: given, cancellable, stop}) => {
    const token = given ?? (await make())
    if (token === undefined) return silent
    stops.set(token, stop)
    const send = (value: object) =>
      void connection.sendProgress(WorkDoneProgress.type, token, value as never).catch(() => undefined)
    send({
      kind: 'begin',
      title: 'Poise',
      percentage: 0,
      cancellable,
      message: client.t('Looking for articles and macros'),
    })
    return {
      report: (percentage, done, all) =>
        send({kind: 'report', percentage, message: client.t('{0} of {1} files', done, all), cancellable}),
      done() {
        stops.delete(token)
        send({kind: 'end'})
      },
    }
  }
}
