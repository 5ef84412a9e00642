import type {WorkspaceEdit} from 'vscode-languageserver'
import {replacementMistake, slugOf} from '../house-style/parse-phrases.ts'
import {parsePhrase} from '../house-style/phrase-pattern.ts'
import {asRecord} from './capabilities.ts'
import {addPhraseEdit} from './configuration-edit.ts'
import type {Session} from './session.ts'

/** What the client hears of a phrase that was to be added: whether it was, or in a sentence why not. */
export interface PhraseAdded {
  readonly applied: boolean
  readonly message?: string
}

/** The edit that adds a phrase to the nearest configuration, under a name that no other phrase there has. */
export async function phraseEdit(
  session: Session,
  uri: string,
  find: string,
  say?: string,
): Promise<WorkspaceEdit | undefined> {
  const {config} = await session.configuration.settingsOf(uri)
  const taken = new Set(config.phrases.map(({name}) => name))
  const slug = slugOf(find)
  let name = slug
  for (let count = 2; taken.has(name); count++) name = `${slug}-${count}`
  return addPhraseEdit(session, uri, {...(name !== slug && {name}), find, ...(say !== undefined && {say})})
}

/** Adds a phrase that a client asks for, by an edit that the client applies. */
export async function addPhrase(session: Session, argument: unknown): Promise<PhraseAdded> {
  const {uri, find, say} = asRecord(argument)
  const {t} = session.client
  if (typeof uri !== 'string' || typeof find !== 'string') return no(t('Name a document and a phrase.'))
  const parsed = parsePhrase(find)
  if ('mistake' in parsed) return no(parsed.mistake)
  const text = typeof say === 'string' && say.trim() !== '' ? say.trim() : undefined
  const mistake = text === undefined ? undefined : replacementMistake(text, [{text: find, parsed}])
  if (mistake !== undefined) return no(mistake)
  const edit = await phraseEdit(session, uri, find, text)
  if (edit === undefined) return no(t('The phrase could not be added. Correct the mistakes in .poise.json first.'))
  const {applied} = await session.connection.workspace.applyEdit({label: t('Add to house style'), edit})
  return applied ? {applied} : no(t('The file has changed meanwhile. Add the phrase once more.'))
}

const no = (message: string): PhraseAdded => ({applied: false, message})
