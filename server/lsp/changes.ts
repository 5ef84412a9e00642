import {
  BulkRegistration,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver'
import type {Analyser} from './analyser.ts'
import {asRecord, pullOptions} from './capabilities.ts'
import {logError} from './log.ts'
import {askSettings, readSettings} from './personal-settings.ts'
import type {Results} from './results.ts'
import type {Scans} from './scans.ts'
import type {PersonalSettings, Session} from './session.ts'
import {changesConfiguration, refreshFile, watchers} from './watch.ts'

/** What changes in a session besides its documents. */
interface Setters {
  readonly setPersonal: (settings: PersonalSettings) => void
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

/** Follows what the client tells of documents, files, folders and settings. */
export function followChanges(
  session: Session,
  analyser: Analyser,
  results: Results,
  scans: Scans,
  setters: Setters,
): void {
  const {connection, client, documents, configuration} = session
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Checks everything that is shown again, under the configuration as it is now. */
  function recheck(): void {
    configuration.reload()
    for (const {uri} of documents.all()) results.update(uri)
    if (results.pulls()) refresh()
    scans.again()
  }
  function recheckSoon(): void {
    clearTimeout(waiting)
    waiting = setTimeout(recheck, pause)
  }
  function refresh(): void {
    if (client.refreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined)
  }
  async function takeSettings(settings: Promise<PersonalSettings>): Promise<void> {
    setters.setPersonal(await settings)
    if (results.pulls()) refresh()
    for (const {uri} of documents.all()) results.update(uri)
  }

  connection.onInitialized(async () => {
    await register(session).catch(error => logError(connection, 'Registering', error))
    await takeSettings(askSettings(session))
    if (session.personal().scanOnOpen || client.scanned)
      await scans.runAside().catch(error => logError(connection, 'Scanning', error))
  })
  connection.onDidChangeConfiguration(async ({settings}) => {
    const given = asRecord(settings)['poise']
    await takeSettings(client.configuration ? askSettings(session) : Promise.resolve(readSettings(given)))
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
    if (configuration.counts(uri)) recheckSoon()
    if (session.personal().run === 'onType') results.update(uri)
  })
  connection.onDidSaveTextDocument(({textDocument: {uri}}) => {
    documents.save(uri)
    // Where nobody tells of changes on the disk, a save is a good moment to look.
    if (configuration.counts(uri) || !client.watchFiles) recheckSoon()
    if (session.personal().run === 'onType') return
    results.update(uri)
    if (results.pulls()) refresh()
  })
  connection.onDidCloseTextDocument(({textDocument: {uri}}) => {
    documents.close(uri)
    analyser.forget(uri)
    results.close(uri)
    if (configuration.counts(uri)) recheckSoon()
    if (scans.scanned()) return refreshFile(session, results, uri)
    results.clear(uri)
    return undefined
  })
  connection.onDidChangeWatchedFiles(async ({changes}) => {
    if (changes.some(change => changesConfiguration(change, configuration))) recheckSoon()
    for (const {uri, type} of changes)
      if (configuration.counts(uri) && type === FileChangeType.Deleted) results.clear(uri)
    if (!scans.scanned()) return
    for (const change of changes) {
      if (changesConfiguration(change, configuration)) continue
      if (documents.get(change.uri) === undefined) await refreshFile(session, results, change.uri)
    }
  })
}
