import type {Connection, InitializeParams, InitializeResult} from 'vscode-languageserver'
import {addPhrase} from './add-phrase.ts'
import {type Analyser, makeAnalyser} from './analyser.ts'
import {
  addPhraseCommand,
  asRecord,
  fixWorkspaceCommand,
  readClient,
  recordCommand,
  scanCommand,
  serverCapabilities,
} from './capabilities.ts'
import {followChanges} from './changes.ts'
import {answerCheckLines} from './check-lines.ts'
import {withClientFiles} from './client-files.ts'
import type {Asked, Commands} from './commands.ts'
import {makeConfiguration, placeOf} from './configuration.ts'
import {makeDocuments} from './documents.ts'
import {makeFailureLog} from './failures.ts'
import {makeFixWorkspace} from './fix-workspace.ts'
import type {Host} from './host.ts'
import {answerOwnRequests} from './own-requests.ts'
import {nothingSet, settingsFor} from './personal-settings.ts'
import {makeProgress, type ShowProgress} from './progress.ts'
import {makeQuarantine} from './quarantine.ts'
import type {Quiet} from './quiet.ts'
import {answerRecord} from './record-baseline.ts'
import {answerReport} from './report.ts'
import {answerRequests} from './requests.ts'
import {makeResults} from './results.ts'
import {makeScans, type Scans} from './scans.ts'
import type {Session} from './session.ts'
import {makeSlowLog} from './slow.ts'
import {sendStatus} from './status.ts'
import {makeTyping} from './typing.ts'
import {showConfigs} from './watch.ts'

/** Serves one client over `connection`, from its `initialize` request on. */
export function startServer(connection: Connection, host: Host, quiet: Quiet): void {
  connection.onInitialize(params => start(connection, host, quiet, params))
  connection.listen()
}

function start(connection: Connection, own: Host, quiet: Quiet, params: InitializeParams): InitializeResult {
  const client = readClient(params)
  const host = client.files ? withClientFiles(own, connection) : own
  const documents = makeDocuments(uri => host.pathOf(uri) ?? uri)
  const folders = new Set(foldersOf(host, params))
  const personalFor = (path: string | undefined) => settingsFor(personal, path)
  const folderList = () => [...folders]
  const configuration = makeConfiguration({host, documents, folders: folderList, personalFor})
  const slow = makeSlowLog(connection)
  const quarantine = makeQuarantine(host.openJournal?.(params.processId), client.t)
  // A server that ends in good order was asked to: whoever starts the next one wants all to be tried again.
  connection.onShutdown(quarantine.releaseAll)
  const analyser = makeAnalyser(
    {host, documents, configuration, quarantine},
    uri => results.updateAgain(uri),
    slow.check,
  )
  let personal = nothingSet

  const session: Session = {
    connection,
    host,
    client,
    documents,
    configuration,
    personal: () => personal,
    settingsFor: uri => personalFor(placeOf(uri, host, documents, folderList())),
    typing: makeTyping(analyser.last, uri => results.reveal(uri)),
    quarantine,
    quiet,
    slow,
    folders: folderList,
    analyse: analyser.analyse,
    analyseFile: analyser.analyseFile,
    checkerOf: analyser.checkerOf,
    freshCheckerOf: analyser.freshCheckerOf,
  }
  const failures = makeFailureLog(connection)
  let configsShown = ''
  const results = makeResults(session, analysis => {
    sendStatus(session, analysis)
    failures.note(host.pathOf(analysis.document.uri) ?? analysis.document.uri, analysis.report)
    const configs = `${configuration.generation()} ${configuration.configs().files().length} ${configuration.baselines().files().length}`
    if (configs !== configsShown) showConfigs(session, results)
    configsShown = configs
  })
  const showProgress = makeProgress(session)
  const scans = makeScans(session, analyser, results, showProgress)
  const recheck = followChanges(session, analyser, results, scans, {
    setPersonal(settings) {
      personal = settings
    },
    changeFolders({added, removed}) {
      for (const {uri} of removed) folders.delete(folderPath(host.pathOf(uri)) ?? '')
      for (const {uri} of added) addFolder(folders, host.pathOf(uri))
    },
  })
  answerRequests(session, results, commandsOf(session, analyser, {scans, recheck, showProgress}))
  answerOwnRequests(session)
  answerCheckLines(session, analyser)
  answerReport(session, scans)
  return {capabilities: serverCapabilities(client), serverInfo: {name: 'poise', version: host.version}}
}

interface Workings {
  readonly scans: Scans
  readonly recheck: () => void
  readonly showProgress: ShowProgress
}

function commandsOf(session: Session, analyser: Analyser, {scans, recheck, showProgress}: Workings): Commands {
  const fixWorkspace = makeFixWorkspace(session, analyser, showProgress)
  return {
    [scanCommand]: ({token, progress}) => scans.run(token, progress),
    [addPhraseCommand]: ({argument}) => addPhrase(session, argument),
    [recordCommand]: ({argument, token, progress}) =>
      answerRecord(session, scans, recheck, {folder: argument, token, workDoneToken: progress}),
    ...(session.client.reviewsEdits && {
      [fixWorkspaceCommand]: ({argument, token, progress}: Asked) => {
        const {rule} = asRecord(argument)
        return fixWorkspace(typeof rule === 'string' ? rule : undefined, token, progress)
      },
    }),
  }
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
  const folder = folderPath(path)
  if (folder !== undefined) folders.add(folder)
}

/** A folder without the slash at its end, but for the top of a file system, as `parentOf` gives it. */
function folderPath(path: string | undefined): string | undefined {
  const bare = path?.replace(/\/+$/, '')
  return bare === '' || bare?.endsWith(':') ? `${bare}/` : bare
}
