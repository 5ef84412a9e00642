import type {Connection} from 'vscode-languageserver'
import {asRecord, type Client} from './capabilities.ts'
import type {PersonalSettings} from './session.ts'

/** What holds for a person who set nothing, and for a client that has no settings. */
export const defaultSettings: PersonalSettings = {run: 'onType', scanOnOpen: false, codeLens: true}

/** Asks the client for a person's settings; clients that don't know them answer null, {} or not at all. */
export async function askSettings(connection: Connection, client: Client): Promise<PersonalSettings> {
  if (!client.configuration) return defaultSettings
  try {
    return readSettings(await connection.workspace.getConfiguration('poise'))
  } catch {
    return defaultSettings
  }
}

/** The settings in an answer of a client, or in its `didChangeConfiguration`; a part that is wrong counts as not set. */
export function readSettings(answer: unknown): PersonalSettings {
  const {run, scanOnOpen, codeLens} = asRecord(answer)
  return {run: run === 'onSave' ? 'onSave' : 'onType', scanOnOpen: scanOnOpen === true, codeLens: codeLens !== false}
}
