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
  const untilQuiet = () => last + moment - Date.now()
  return {
    stir() {
      last = Date.now()
    },
    async wait() {
      const end = Date.now() + patience
      await nextTurn()
      for (let left = untilQuiet(); left > 0 && Date.now() < end; left = untilQuiet())
        await new Promise(resolve => setTimeout(resolve, left))
    },
  }
}

/**
 * Lets messages that have arrived be read and handled, which takes Node a turn of the event loop each. A timer, which is all that a browser has,
 * waits for a millisecond at least: a fifth of a scan's time.
 */
async function nextTurn(): Promise<void> {
  if (typeof setImmediate === 'function') {
    await new Promise(resolve => setImmediate(resolve))
    await new Promise(resolve => setImmediate(resolve))
  } else await new Promise(resolve => setTimeout(resolve))
}
