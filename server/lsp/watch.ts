import type {FileEvent} from 'vscode-languageserver'
import type {FileReport} from '../engine/check-file.ts'
import {isStyleName} from '../house-style/style-file.ts'
import {baselineName} from '../workspace/baseline.ts'
import {configName} from '../workspace/config-keys.ts'
import {ignoresOf, isIgnoredByGit} from '../workspace/git-ignore.ts'
import {entryOf, pathInside} from '../workspace/path.ts'
import {closedAnalysis, mistakeReport, nothing, problemsReport} from './closed.ts'
import {isBaseline, isConfigName} from './configuration.ts'
import {folderOf} from './configuration-edit.ts'
import {logError} from './log.ts'
import type {Results} from './results.ts'
import type {Session} from './session.ts'
import {sendStatus} from './status.ts'

/** What on the disk the client is asked to watch. */
export const watchers = [
  `**/${configName}`,
  `**/${baselineName}`,
  '**/.gitignore',
  '**/*.{md,markdown,json,jsonc,yaml,yml,xml,csv,tsv,html,htm,ftl,ftlh,liquid}',
].map(globPattern => ({globPattern}))

/** Whether a change on the disk may change which files are checked, and how. */
export function changesConfiguration({configuration}: Session, {uri}: FileEvent): boolean {
  return configuration.isConfig(uri) || isBaseline(uri) || uri.endsWith('/.gitignore')
}

/** Shows a closed document as it is on the disk now; nothing where it is gone, or where a scan would leave it out. */
export async function refreshFile(session: Session, results: Results, uri: string): Promise<void> {
  const path = session.host.pathOf(uri)
  if (path === undefined) return
  try {
    const analysis = (await isScanned(session, path)) ? await session.analyseFile(path) : undefined
    if (session.documents.get(uri) !== undefined) return
    const missing = analysis?.report.problems.some(({code}) => code === 'missing')
    if (analysis === undefined || missing) return results.clear(uri)
    results.show(analysis)
    sendStatus(session, analysis)
  } catch (error) {
    logError(session.connection, 'Checking a file', error)
  }
}

/** Shows the mistakes of configuration files and baselines that are not open, of those that were read so far. */
export function showConfigs({host, documents, configuration}: Session, results: Results): void {
  const all = configuration.configs().files()
  // Phrase rules that no configuration names any more have nothing to say.
  for (const [path, uri] of results.shown()) {
    const isStyle = !isConfigName(uri) && (isStyleName(uri) || configuration.ownerOf(path) !== undefined)
    if (isStyle && !all.some(each => each.path === path)) results.clear(uri)
  }
  const generation = configuration.generation()
  const show = (path: string, text: string, report: FileReport) => {
    if (documents.get(host.uriOf(path)) === undefined)
      results.show(closedAnalysis(host, {path, text, report, generation}))
  }
  for (const {path, text = '', problems, notes = []} of all) show(path, text, problemsReport([...problems, ...notes]))
  for (const {path, mistake} of configuration.baselines().files())
    show(path, '', mistake === undefined ? nothing : mistakeReport(mistake))
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
