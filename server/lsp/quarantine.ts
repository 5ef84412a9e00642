import type {Problem} from '../formats/format.ts'
import type {Journal} from './host.ts'
import type {Say} from './words.ts'

/**
 * Leaves a document out at whose check the server has died twice: it would die again, and with it the checks of all others. The memory of
 * that is the server's, not the client's, so that every editor has it and a scan is covered. Where a host keeps no journal, as a worker in a
 * browser, nothing is left out.
 */
export interface Quarantine {
  /** Does a piece of work on a document. A death in it counts against the document. */
  readonly during: <Result>(path: string, work: () => Result) => Result
  /** Why a document is left out; undefined where it is not. */
  readonly problemOf: (path: string) => Problem | undefined
  /** Lets a document be tried again. */
  readonly release: (path: string) => void
  /** Lets all documents be tried again. */
  readonly releaseAll: () => void
}

/** The code of the note on a document that is left out. */
export const leftOut = 'left-out'

const mostDeaths = 2

/** Makes the quarantine of a server with what the journal says of those before it. */
export function makeQuarantine(journal: Journal | undefined, t: Say): Quarantine {
  return {
    during: noting(journal?.note),
    problemOf: path => (journal !== undefined && journal.deathsAt(path) >= mostDeaths ? problem(t) : undefined),
    release: path => journal?.forget(path),
    releaseAll: () => journal?.forget(),
  }
}

/** Notes at which document a thread is at work; undefined for none. */
export type Note = Journal['note']

/** Makes what does a piece of work on a document, and notes that meanwhile. */
export function noting(note: Note | undefined): Quarantine['during'] {
  let at: string | undefined
  return (path, work) => {
    // A piece of work may have others within it.
    if (note === undefined || at === path) return work()
    at = path
    note(path)
    try {
      return work()
    } finally {
      at = undefined
      note(undefined)
    }
  }
}

const problem = (t: Say): Problem => ({
  code: leftOut,
  message: t(
    'Not checked: Poise stopped twice while it checked this document. To try again, close and reopen it, or restart Poise.',
  ),
  span: {start: 0, end: 0},
})
