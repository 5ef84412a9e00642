import {defaultMaxFileSize, ruleSettings} from '../workspace/config-keys.ts'
import {asRecord} from './capabilities.ts'

/** Reads a setting; what is no value of it counts as not set. */
type Reader<Value> = (value: unknown) => Value

function oneOf<const Name extends string>(...names: readonly [Name, ...Name[]]): Reader<Name> {
  return value => names.find(name => name === value) ?? names[0]
}

function flag(byDefault: boolean): Reader<boolean> {
  return value => (typeof value === 'boolean' ? value : byDefault)
}

function count(byDefault: number, least: number, most: number): Reader<number> {
  return value =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : byDefault
}

type PersonalRules = Readonly<Record<string, (typeof ruleSettings)[number]>>

function rules(value: unknown): PersonalRules {
  const known = Object.entries(asRecord(value)).filter(([, setting]) => ruleSettings.some(each => each === setting))
  return Object.fromEntries(known) as PersonalRules
}

/**
 * How each setting of the editor is read, and what holds where it is not set. The first name of a list is the default. A test compares this table
 * with the extension's manifest.
 */
export const settingReaders = {
  run: oneOf('onType', 'onSave'),
  /** Milliseconds without a key after which findings are shown. */
  delay: count(0, 0, 60_000),
  delayIn: oneOf('paragraph', 'file'),
  scanOnOpen: flag(false),
  codeLens: flag(true),
  baseline: oneOf('hint', 'hide', 'show'),
  rules,
  configurationPreference: oneOf('editorFirst', 'filesystemFirst'),
  /** How many problems of one file are shown at most. */
  maxProblems: count(500, 1, 1000),
  /** The size in bytes over which a page is not checked, where the configuration says nothing of it. */
  maxFileSize: count(defaultMaxFileSize, 1, 100_000_000),
  /** How many files a scan takes at most. */
  maxFiles: count(20_000, 1, 10_000_000),
} as const

/** The settings that belong to a person, not to a team. */
export type PersonalSettings = {
  readonly [Name in keyof typeof settingReaders]: ReturnType<(typeof settingReaders)[Name]>
}

/** The settings in an answer of a client, or in its `didChangeConfiguration`. */
export function readSettings(answer: unknown): PersonalSettings {
  const given = asRecord(answer)
  return Object.fromEntries(
    Object.entries(settingReaders).map(([name, read]) => [name, read(given[name])]),
  ) as unknown as PersonalSettings
}

/** What holds for a person who set nothing, and for a client that has no settings. */
export const defaultSettings: PersonalSettings = readSettings({})
