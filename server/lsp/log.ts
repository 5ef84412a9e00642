import type {Connection} from 'vscode-languageserver'

/** Logs an error by its kind and place. Its message is left out: it may quote a document. */
export function logError(connection: Connection, doing: string, error: unknown): void {
  connection.console.error(`${doing} failed: ${describe(error)}`)
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const place = error.stack?.split('\n').find(line => /^\s+at /.test(line))
  return place === undefined ? error.name : `${error.name} ${place.trim()}`
}
