/** What git said; without a code it could not be started. */
export interface GitAnswer {
  readonly code: number | undefined
  readonly out: Uint8Array
  readonly err: string
}

/** Reads blobs by their ids. */
export interface Blobs {
  /** The bytes of a blob, its size where that is over `limit`, or undefined where the repository lacks it. */
  readonly read: (id: string, limit: number) => Promise<Uint8Array | number | undefined>
  readonly close: () => void
}

/** The git of the machine. Nothing here rejects, except the reading of blobs where git ends early. */
export interface Git {
  /** Runs a command of git in a folder; filters whose settings are named are left out. */
  readonly run: (folder: string, args: readonly string[], plainFilters?: readonly string[]) => Promise<GitAnswer>
  readonly blobs: (folder: string) => Blobs
}

/** What git printed, as text without its last line break; names are read elsewhere, for they need not be text. */
export function textOf({out}: GitAnswer): string {
  return new TextDecoder().decode(out).trimEnd()
}
