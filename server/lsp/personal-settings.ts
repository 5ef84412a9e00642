import {globTest, type PathTest} from '../workspace/globs.ts'
import {pathInside} from '../workspace/path.ts'
import {asRecord} from './capabilities.ts'
import type {Session} from './session.ts'
import {defaultSettings, type PersonalSettings, readSettings} from './settings-shape.ts'

/** A person's settings, which can differ from folder to folder. */
export interface Personal {
  /** What holds for the window, and where no folder says otherwise. */
  readonly window: PersonalSettings
  readonly folders: ReadonlyMap<string, PersonalSettings>
  /** What the editor hides, and a scan leaves out. */
  readonly isExcluded?: PathTest
}

/** What holds for a person who set nothing, everywhere. */
export const nothingSet: Personal = {window: defaultSettings, folders: new Map()}

/** Milliseconds after which a client that was asked for what it hides hides nothing. */
const patience = 1000

type Asked = Pick<Session, 'connection' | 'client' | 'host' | 'folders'>

/** Asks the client for a person's settings; clients that don't know them answer null, {} or not at all. */
export async function askSettings(session: Asked): Promise<Personal> {
  const {connection, client, host} = session
  if (!client.configuration) return nothingSet
  try {
    const folders = session.folders()
    const scopes = folders.map(folder => ({scopeUri: host.uriOf(folder), section: 'poise'}))
    const asked: Promise<unknown> = connection.workspace.getConfiguration([{section: 'poise'}, ...scopes])
    const [answer, isExcluded] = await Promise.all([asked, askExcluded(session)])
    const [first, ...each] = Array.isArray(answer) ? answer : []
    const window = readSettings(first)
    // Some clients answer with fewer items than were asked for.
    const own = new Map(
      folders.map((folder, index) => [folder, each[index] == null ? window : readSettings(each[index])]),
    )
    return {window, folders: own, ...(isExcluded && {isExcluded})}
  } catch {
    return nothingSet
  }
}

/** The settings of a client that sends them instead of being asked. */
export function sentSettings(settings: unknown): Personal {
  return {window: readSettings(asRecord(settings)['poise']), folders: new Map()}
}

/** What holds for a file: the settings of the innermost folder that holds it. */
export function settingsFor({window, folders}: Personal, path: string | undefined): PersonalSettings {
  let [found, length] = [window, -1]
  if (path === undefined || folders.size === 0) return found
  for (const [folder, settings] of folders) {
    if (folder.length > length && pathInside(folder, path) !== undefined) [found, length] = [settings, folder.length]
  }
  return found
}

/** All that is set, as a text that two answers of a client are compared by. */
export function shapeOf({window, folders}: Personal): string {
  const shape = JSON.stringify(window)
  const own = [...folders].map(([folder, settings]) => [folder, JSON.stringify(settings)])
  return JSON.stringify([shape, ...own.filter(([, settings]) => settings !== shape)])
}

/** What VS Code hides by its `files.exclude`, which can differ from folder to folder. */
async function askExcluded({connection, host, folders}: Asked): Promise<PathTest | undefined> {
  const ask = async (folder: string): Promise<PathTest | undefined> => {
    const answer = await connection.workspace.getConfiguration({scopeUri: host.uriOf(folder), section: 'files.exclude'})
    const globs = Object.entries(asRecord(answer)).filter(([, isOn]) => isOn === true)
    return globs.length === 0
      ? undefined
      : globTest(
          folder,
          globs.map(([glob]) => anchored(glob)),
        )
  }
  const late = new Promise<undefined>(resolve => setTimeout(resolve, patience))
  const answers = await Promise.race([Promise.all(folders().map(ask)).catch(() => undefined), late])
  const tests = (answers ?? []).filter(test => test !== undefined)
  return tests.length === 0 ? undefined : path => tests.some(test => test(path))
}

/** In VS Code a glob holds at the top of the folder only, unless it says otherwise. */
function anchored(glob: string): string {
  return glob.startsWith('**/') || glob.startsWith('/') ? glob : `/${glob}`
}
