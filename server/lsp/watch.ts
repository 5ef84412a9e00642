import type {FileEvent} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {configName} from '../workspace/config-keys.ts'
import {ignoresOf, isIgnoredByGit} from '../workspace/git-ignore.ts'
import {entryOf, pathInside} from '../workspace/path.ts'
import {configReport} from './analyser.ts'
import {folderOf} from './configuration-edit.ts'
import {logError} from './log.ts'
import type {Results} from './results.ts'
import type {Session} from './session.ts'

/** What on the disk the client is asked to watch. */
export const watchers = [
  `**/${configName}`,
  '**/.gitignore',
  '**/*.{md,markdown,json,jsonc,yaml,yml,xml,csv,tsv,html,htm,ftl,ftlh,liquid}',
].map(globPattern => ({globPattern}))

/** Whether a change on the disk may change which files are checked, and how. */
export function changesConfiguration({uri}: FileEvent, {counts}: Session['configuration']): boolean {
  return counts(uri) || uri.endsWith('/.gitignore')
}

/** Shows a closed document as it is on the disk now; nothing where it is gone, or where a scan would leave it out. */
export async function refreshFile(session: Session, results: Results, uri: string): Promise<void> {
  const path = session.host.pathOf(uri)
  if (path === undefined) return
  try {
    const analysis = (await isScanned(session, path)) ? await session.analyseFile(path) : undefined
    if (session.documents.get(uri) !== undefined) return
    const missing = analysis?.report.problems.some(({code}) => code === 'missing')
    if (analysis === undefined || missing) results.clear(uri)
    else results.show(analysis)
  } catch (error) {
    logError(session.connection, 'Checking a file', error)
  }
}

/** Shows the mistakes of configuration files that are not open, of those that were read so far. */
export function showConfigs({host, documents, configuration}: Session, results: Results): void {
  for (const {path, text = '', problems, notes = []} of configuration.configs().files()) {
    const uri = host.uriOf(path)
    if (documents.get(uri) !== undefined) continue
    results.show({
      document: TextDocument.create(uri, 'jsonc', 0, text),
      report: configReport([...problems, ...notes]),
      generation: configuration.generation(),
      focus: 0,
      unchecked: 0,
    })
  }
}

/** Whether a scan of the workspace comes to a path: not below hidden folders, `node_modules` or what git ignores. */
async function isScanned(session: Session, path: string): Promise<boolean> {
  const folder = folderOf(session, path)
  if (folder === undefined) return false
  const parts = (pathInside(folder, path) ?? '').split('/')
  if (parts.some(part => part.startsWith('.') || part === 'node_modules')) return false
  const ignores = await ignoresOf(session.host.files, path)
  const ancestors = parts.map((_, index) => entryOf(folder, parts.slice(0, index + 1).join('/')))
  const {isExcluded} = session.personal()
  if (isExcluded !== undefined && ancestors.some(isExcluded)) return false
  return !ancestors.some(each => isIgnoredByGit(ignores, each, each !== path))
}
