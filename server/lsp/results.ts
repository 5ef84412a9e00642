import {CodeLensRefreshRequest, type Diagnostic, type PublishDiagnosticsParams} from 'vscode-languageserver'
import type {Analysis} from './analysis.ts'
import {toDiagnostics} from './diagnostics.ts'
import {logError} from './log.ts'
import {newestOnly} from './newest-only.ts'
import type {Session} from './session.ts'

/** Shows what was found. Open documents go by the way their client asks, pull or push; closed files are always pushed. */
export interface Results {
  /** Shows an open document again, once the messages that have arrived are read, unless its client pulls it. */
  readonly update: (uri: string) => void
  /** Shows an open document again whose text is as before, of which more is known now. */
  readonly updateAgain: (uri: string) => void
  /** Shows what waited for a pause in a document. */
  readonly reveal: (uri: string) => void
  /** How far an open document waits for its writer to pause. */
  readonly waitsIn: (uri: string) => 'paragraph' | 'file' | undefined
  /** Answers a client that pulls. */
  readonly pull: (uri: string) => Promise<{readonly analysis: Analysis; readonly items: Diagnostic[]} | undefined>
  /** Shows a file that is not open, or a configuration. */
  readonly show: (analysis: Analysis) => void
  /** Takes away what is shown of a file. */
  readonly clear: (uri: string) => void
  /** Forgets how a document that was closed was asked for. */
  readonly close: (uri: string) => void
  /** The addresses of the files that something is shown of by push, by their paths; what has no path goes by its address. */
  readonly shown: () => ReadonlyMap<string, string>
  /** Whether the client pulls documents. */
  readonly pulls: () => boolean
}

/** Milliseconds from a change to its check: none but what lets the changes that have already arrived go first. */
const pause = 0

/** Makes the results of a session; `onShown` hears of each version of an open document that is shown. */
export function makeResults(session: Session, onShown: (analysis: Analysis) => void): Results {
  const {connection, client, documents} = session
  const keyOf = (uri: string) => session.host.pathOf(uri) ?? uri
  // By key, since a client and the disk may spell the address of a file differently.
  const pushed = new Map<string, string>()
  const pulled = new Set<string>()
  const send = newestOnly((params: PublishDiagnosticsParams) => connection.sendDiagnostics(params))
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  let pulling = client.pull === 'dynamic'

  /** A client that can't be told to ask again is shown all at once. */
  const waitsIn = (uri: string) => (pulling && !client.refreshDiagnostics ? undefined : session.typing.waitsIn(uri))

  function diagnosticsOf(analysis: Analysis): Diagnostic[] {
    const {uri} = analysis.document
    const {maxProblems} = session.settingsFor(uri)
    const hides = waitsIn(uri) === 'paragraph' && {hides: session.typing.hides(analysis)}
    return toDiagnostics(analysis, client, {maxProblems, ...hides})
  }

  function publish(uri: string, diagnostics: Diagnostic[], version?: number): void {
    if (diagnostics.length === 0) pushed.delete(keyOf(uri))
    else pushed.set(keyOf(uri), uri)
    const shownVersion = version !== undefined && client.versionedPush ? {version} : {}
    send(keyOf(uri), {uri, diagnostics, ...shownVersion})
  }

  function clear(uri: string): void {
    if (pushed.has(keyOf(uri))) publish(uri, [])
  }

  async function push(uri: string): Promise<void> {
    try {
      const analysis = await session.analyse(uri)
      const current = documents.get(uri)
      if (analysis === undefined || current?.revision !== analysis.revision) return
      if (pulled.has(keyOf(uri)) || waitsIn(uri) === 'file') return
      publish(uri, diagnosticsOf(analysis), analysis.document.version)
      onShown(analysis)
    } catch (error) {
      logError(connection, 'Checking a document', error)
      publish(uri, [], documents.get(uri)?.text.version)
    }
  }

  function stopWaiting(uri: string): void {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
  }

  function reveal(uri: string): void {
    if (!pulling || !pulled.has(keyOf(uri))) void push(uri)
    else if (client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined)
  }

  return {
    update(uri) {
      // A document that a pulling client never asked for may still show what a scan found in it.
      if (pulling && (pulled.has(keyOf(uri)) || !pushed.has(keyOf(uri)))) return
      // Who waits for a pause is shown all then.
      if (waitsIn(uri) === 'file') return
      stopWaiting(uri)
      waiting.set(
        uri,
        setTimeout(() => {
          waiting.delete(uri)
          void push(uri)
        }, pause),
      )
    },
    updateAgain(uri) {
      if (client.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined)
      reveal(uri)
    },
    reveal,
    waitsIn,
    async pull(uri) {
      if (!pulling) {
        pulling = true
        for (const {uri: each} of documents.all()) {
          stopWaiting(each)
          clear(each)
        }
      }
      if (documents.get(uri) !== undefined) {
        pulled.add(keyOf(uri))
        clear(uri)
      }
      const analysis = await session.analyse(uri)
      if (analysis === undefined) return undefined
      const items = diagnosticsOf(analysis)
      onShown(analysis)
      return {analysis, items}
    },
    show(analysis) {
      const {uri} = analysis.document
      if (pulled.has(keyOf(uri))) return
      const diagnostics = diagnosticsOf(analysis)
      if (diagnostics.length > 0 || pushed.has(keyOf(uri))) publish(uri, diagnostics)
    },
    clear,
    close(uri) {
      stopWaiting(uri)
      pulled.delete(keyOf(uri))
    },
    shown: () => pushed,
    pulls: () => pulling,
  }
}
