import type {CancellationToken, ProgressToken} from 'vscode-languageserver'

/** What a client sends with a command of the server: its first argument, unchecked, and how to show and stop the work. */
export interface Asked {
  readonly argument: unknown
  readonly token: CancellationToken
  readonly progress: ProgressToken | undefined
}

/** The commands that `workspace/executeCommand` runs, by their names. */
export type Commands = Readonly<Record<string, (asked: Asked) => unknown>>
