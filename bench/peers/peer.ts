/** A checker of prose that is loaded into this process. */
export interface Checker {
  /** Checks a text that it has not seen before; says how many findings there are. */
  readonly check: (text: string) => number | Promise<number>
  /**
   * Checks the text that it saw last with one more character at `at`. Left out by those that can only be handed the whole text once
   * more.
   */
  readonly typed?: (text: string, at: number) => number
}

/** One of the checkers that are measured beside each other. */
export interface Peer {
  /** As it is called in the results. */
  readonly name: string
  /** The packages that it is made of; the first gives its version. */
  readonly packages: readonly string[]
  readonly load: () => Promise<Checker>
  /** What its users run on a folder, which is the working folder; undefined where it has no command of its own. */
  readonly command?: Command
}

/** A command of a package, and what it is given to check these files. */
export interface Command {
  readonly package: string
  readonly bin: string
  readonly args: (files: readonly string[]) => readonly string[]
}
