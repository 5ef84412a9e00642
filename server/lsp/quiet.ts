/** Knows whether the client has asked for something just now. */
export interface Quiet {
  /** To be told of each message of the client. */
  readonly stir: () => void
  /** Resolves in a turn before which no message has come for a moment; at the latest after half a second. */
  readonly wait: () => Promise<void>
}

/** Milliseconds after a message in which its answer, and what a client asks next, go first. */
const moment = 25
/** Whoever types without a pause would stop a scan for good. */
const patience = 500

/** Makes the watch over a client's messages; it costs nothing while nobody waits. */
export function makeQuiet(): Quiet {
  let last = 0
  return {
    stir() {
      last = Date.now()
    },
    async wait() {
      const end = Date.now() + patience
      // At least one turn, in which messages that have arrived are read.
      let left = 0
      do {
        await new Promise(resolve => setTimeout(resolve, left))
        left = last + moment - Date.now()
      } while (left > 0 && Date.now() < end)
    },
  }
}
