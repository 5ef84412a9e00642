import {
  BulkRegistration,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver'
import type {Analyser} from './analyser.ts'
import {pullOptions} from './capabilities.ts'
import {isBaseline} from './configuration.ts'
import {logError} from './log.ts'
import {followNotebooks} from './notebooks.ts'
import {unknownNames} from './personal-rules.ts'
import {askSettings, type Personal, sentSettings, shapeOf} from './personal-settings.ts'
import type {Results} from './results.ts'
import type {Scans} from './scans.ts'
import type {Session} from './session.ts'
import {changesConfiguration, refreshFile, watchers} from './watch.ts'

/** What changes in a session besides its documents. */
interface Setters {
  readonly setPersonal: (personal: Personal) => void
  readonly changeFolders: (event: WorkspaceFoldersChangeEvent) => void
}

const pause = 150

async function register({connection, client}: Session): Promise<void> {
  const registrations = BulkRegistration.create()
  if (client.pull === 'dynamic')
    registrations.add(DocumentDiagnosticRequest.type, {documentSelector: null, ...pullOptions})
  if (client.registerConfiguration)
    registrations.add(DidChangeConfigurationNotification.type, {section: ['poise', 'files.exclude']})
  if (client.watchFiles) registrations.add(DidChangeWatchedFilesNotification.type, {watchers})
  if (client.pull === 'dynamic' || client.registerConfiguration || client.watchFiles)
    await connection.client.register(registrations)
}

/** Follows what the client tells of documents, files, folders and settings; answers with what checks all that is shown again. */
export function followChanges(
  session: Session,
  analyser: Analyser,
  results: Results,
  scans: Scans,
  setters: Setters,
): () => void {
  const {connection, client, documents, configuration} = session
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Checks everything that is shown again, under the configuration as it is now. */
  function recheck(): void {
    configuration.reload()
    for (const {uri} of documents.all()) results.update(uri)
    if (results.pulls()) refresh()
    if (client.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined)
    scans.again()
  }
  function recheckSoon(): void {
    clearTimeout(waiting)
    waiting = setTimeout(recheck, pause)
  }
  function refresh(): void {
    if (client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined)
  }
  async function takeSettings(asked: Promise<Personal>): Promise<void> {
    const before = shapeOf(session.personal())
    const personal = await asked
    setters.setPersonal(personal)
    if (shapeOf(personal) === before) return
    for (const line of new Set([personal.window, ...personal.folders.values()].flatMap(unknownNames)))
      connection.console.warn(line)
    recheck()
  }

  function changedText(uri: string): void {
    const settings = session.settingsFor(uri)
    if (settings.run === 'onSave') return
    session.typing.edited(uri, settings)
    results.update(uri)
  }
  function forget(uri: string): void {
    session.typing.ended(uri)
    documents.close(uri)
    analyser.forget(uri)
    results.close(uri)
    session.quarantine.release(session.host.pathOf(uri) ?? uri)
  }
  followNotebooks(session, {
    opened: results.update,
    changed: changedText,
    closed(uri) {
      forget(uri)
      results.clear(uri)
    },
  })

  connection.onInitialized(async () => {
    await register(session).catch(error => logError(connection, 'Registering', error))
    await takeSettings(askSettings(session))
    if (session.personal().window.scanOnOpen || client.scanned)
      await scans.runAside().catch(error => logError(connection, 'Scanning', error))
  })
  connection.onDidChangeConfiguration(async ({settings}) => {
    await takeSettings(client.configuration ? askSettings(session) : Promise.resolve(sentSettings(settings)))
    scans.again()
  })
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({event}) => {
    setters.changeFolders(event)
    if (client.configuration) void takeSettings(askSettings(session))
    recheckSoon()
  })

  connection.onDidOpenTextDocument(({textDocument}) => {
    analyser.forget(textDocument.uri)
    documents.open(textDocument)
    if (!client.watchFiles) configuration.reload()
    results.update(textDocument.uri)
  })
  connection.onDidChangeTextDocument(params => {
    const {uri} = params.textDocument
    const changed = documents.change(params)
    if (typeof changed === 'string') return connection.console.warn(`Dropped a change: the document is ${changed}.`)
    if (configuration.isConfig(uri)) recheckSoon()
    changedText(uri)
  })
  connection.onDidSaveTextDocument(({textDocument: {uri}}) => {
    documents.save(uri)
    // Where nobody tells of changes on the disk, a save is a good moment to look.
    if (configuration.isConfig(uri) || !client.watchFiles) recheckSoon()
    if (session.typing.ended(uri)) results.reveal(uri)
    if (session.settingsFor(uri).run === 'onType') return
    results.update(uri)
    if (results.pulls()) refresh()
  })
  connection.onDidCloseTextDocument(({textDocument: {uri}}) => {
    forget(uri)
    if (configuration.isConfig(uri)) recheckSoon()
    if (scans.scanned()) return refreshFile(session, results, uri)
    results.clear(uri)
    return undefined
  })
  connection.onDidChangeWatchedFiles(async ({changes}) => {
    if (changes.some(change => changesConfiguration(session, change))) recheckSoon()
    for (const {uri, type} of changes)
      if ((configuration.isConfig(uri) || isBaseline(uri)) && type === FileChangeType.Deleted) results.clear(uri)
    if (!scans.scanned()) return
    for (const change of changes) {
      if (changesConfiguration(session, change)) continue
      if (documents.get(change.uri) === undefined) await refreshFile(session, results, change.uri)
    }
  })
  return recheckSoon
}
