import type {Connection} from 'vscode-languageserver'
import type {FileReport} from '../engine/check-file.ts'

/** Writes to the log which rules fail on which document: once for as long as they do, since each keystroke checks it again. */
export interface FailureLog {
  readonly note: (path: string, report: FileReport) => void
}

/** Makes the log of failed rules. It names them and the document's path, and holds no text. */
export function makeFailureLog({console}: {readonly console: Pick<Connection['console'], 'error'>}): FailureLog {
  const known = new Map<string, string>()
  return {
    note(path, {problems}) {
      const said = problems.flatMap(({code, message}) => (code === 'rule-failed' ? [message] : [])).join(' ')
      if (said === (known.get(path) ?? '')) return
      if (said === '') known.delete(path)
      else {
        known.set(path, said)
        console.error(`${path}: ${said}`)
      }
    },
  }
}
