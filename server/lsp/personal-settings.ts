import {globTest, type PathTest} from '../workspace/globs.ts'
import {asRecord} from './capabilities.ts'
import type {PersonalSettings, Session} from './session.ts'

/** What holds for a person who set nothing, and for a client that has no settings. */
export const defaultSettings: PersonalSettings = {run: 'onType', scanOnOpen: false, codeLens: true, maxFiles: 20_000}

/** Milliseconds after which a client that was asked for its own settings has none. */
const patience = 1000

type Asked = Pick<Session, 'connection' | 'client' | 'host' | 'folders'>

/** Asks the client for a person's settings; clients that don't know them answer null, {} or not at all. */
export async function askSettings(session: Asked): Promise<PersonalSettings> {
  const {connection, client} = session
  if (!client.configuration) return defaultSettings
  try {
    const [own, isExcluded] = await Promise.all([connection.workspace.getConfiguration('poise'), askExcluded(session)])
    return {...readSettings(own), ...(isExcluded && {isExcluded})}
  } catch {
    return defaultSettings
  }
}

/** The settings in an answer of a client, or in its `didChangeConfiguration`; a part that is wrong counts as not set. */
export function readSettings(answer: unknown): PersonalSettings {
  const {run, scanOnOpen, codeLens, maxFiles} = asRecord(answer)
  return {
    run: run === 'onSave' ? 'onSave' : 'onType',
    scanOnOpen: scanOnOpen === true,
    codeLens: codeLens !== false,
    maxFiles:
      typeof maxFiles === 'number' && Number.isInteger(maxFiles) && maxFiles > 0 ? maxFiles : defaultSettings.maxFiles,
  }
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
