import type {Connection, InitializeParams, InitializeResult} from 'vscode-languageserver'
import {makeAnalyser} from './analyser.ts'
import {readClient, serverCapabilities} from './capabilities.ts'
import {followChanges} from './changes.ts'
import {makeConfiguration} from './configuration.ts'
import {makeDocuments} from './documents.ts'
import type {Host} from './host.ts'
import {defaultSettings} from './personal-settings.ts'
import type {Quiet} from './quiet.ts'
import {answerRequests} from './requests.ts'
import {makeResults} from './results.ts'
import {makeScans} from './scans.ts'
import type {PersonalSettings, Session} from './session.ts'
import {makeSlowLog} from './slow.ts'
import {sendStatus} from './status.ts'
import {showConfigs} from './watch.ts'

/** Serves one client over `connection`, from its `initialize` request on. */
export function startServer(connection: Connection, host: Host, quiet: Quiet): void {
  connection.onInitialize(params => start(connection, host, quiet, params))
  connection.listen()
}

function start(connection: Connection, host: Host, quiet: Quiet, params: InitializeParams): InitializeResult {
  const client = readClient(params)
  const documents = makeDocuments(uri => host.pathOf(uri) ?? uri)
  const folders = new Set(foldersOf(host, params))
  const configuration = makeConfiguration(host, documents, () => [...folders])
  const slow = makeSlowLog(connection)
  const analyser = makeAnalyser(host, documents, configuration, uri => results.updateAgain(uri), slow.check)
  let personal: PersonalSettings = defaultSettings

  const session: Session = {
    connection,
    host,
    client,
    documents,
    configuration,
    personal: () => personal,
    quiet,
    slow,
    folders: () => [...folders],
    analyse: analyser.analyse,
    analyseFile: analyser.analyseFile,
    checkerOf: analyser.checkerOf,
  }
  let configsShown = ''
  const results = makeResults(session, analysis => {
    sendStatus(session, analysis)
    const configs = `${configuration.generation()} ${configuration.configs().files().length}`
    if (configs !== configsShown) showConfigs(session, results)
    configsShown = configs
  })
  const scans = makeScans(session, analyser, results)
  answerRequests(session, results, scans)
  followChanges(session, analyser, results, scans, {
    setPersonal(settings) {
      personal = settings
    },
    changeFolders({added, removed}) {
      for (const {uri} of removed) folders.delete(host.pathOf(uri) ?? '')
      for (const {uri} of added) addFolder(folders, host.pathOf(uri))
    },
  })
  return {capabilities: serverCapabilities(client), serverInfo: {name: 'poise', version: host.version}}
}

/** The workspace folders, by whichever of the three ways the protocol has had. */
function foldersOf(host: Host, {workspaceFolders, rootUri, rootPath}: InitializeParams): readonly string[] {
  const folders = new Set<string>()
  if (workspaceFolders) for (const {uri} of workspaceFolders) addFolder(folders, host.pathOf(uri))
  else if (rootUri) addFolder(folders, host.pathOf(rootUri))
  else if (rootPath) addFolder(folders, rootPath.replaceAll('\\', '/'))
  return [...folders]
}

function addFolder(folders: Set<string>, path: string | undefined): void {
  if (path !== undefined) folders.add(path.length > 1 ? path.replace(/\/+$/, '') : path)
}
