import {makeScanMemory} from '../engine/memory.ts'
import {type SentReport, sentReport} from '../engine/sent-report.ts'
import {makeBreath} from '../workspace/breath.ts'
import type {FileSystem} from '../workspace/files.ts'
import {scan} from '../workspace/scan.ts'
import {makeTaskReader, type Task} from '../workspace/task.ts'
import {type Note, noting} from './quarantine.ts'

/** What a thread says of a file; of one that holds nothing for a customer it says nothing. */
export interface SentScan {
  readonly path: string
  readonly text?: string
  readonly report: SentReport
}

/** What a thread besides the main one does: it reads and checks a batch of files at a time. `note` is told at which one it is. */
export function makeScanThread(
  files: FileSystem,
  note: Note | undefined,
): (tasks: readonly Task[]) => Promise<readonly SentScan[]> {
  const during = noting(note)
  const options = {
    files,
    memory: makeScanMemory(),
    measure: <Result>(_stage: unknown, run: () => Result, path: string) => during(path, run),
    // Nobody waits for a turn here.
    breathe: makeBreath(Number.POSITIVE_INFINITY),
  }
  const foundOf = makeTaskReader()
  return async tasks => {
    const sent: SentScan[] = []
    for await (const {path, text, report} of scan(tasks.map(foundOf), options))
      sent.push({path, ...(text !== undefined && {text}), report: sentReport(report)})
    return sent
  }
}
