import type {Problem} from '../formats/format.ts'
import {readHouseStyle, type SourcedPhrase, type StyleFile} from '../house-style/house-style.ts'
import type {ValeRule} from '../house-style/vale/vale-rule.ts'
import {configName} from './config-keys.ts'
import type {FileSystem, ReadFailure} from './files.ts'
import {type ParsedConfig, parseConfig} from './parse-config.ts'
import {parentOf} from './path.ts'
import {decodeText} from './read-document.ts'
import {readStyles} from './vale-styles.ts'

/** A file that a configuration is made of; `text` is absent where it could not be read. */
export interface ConfigFile extends StyleFile {
  /** What is left out, which asks nothing of anybody. */
  readonly notes?: readonly Problem[]
  /** Of a configuration file: its own phrase rules, those of the files that it names included. */
  readonly phrases?: readonly SourcedPhrase[]
  /** Of a configuration file: the rules of the styles that it names. */
  readonly styles?: readonly ValeRule[]
}

/** A configuration file, with what it says. */
export interface ReadConfig extends ConfigFile, ParsedConfig {}

/** A configuration file with the phrases and styles that it names, read. */
export interface WholeConfig extends ReadConfig {
  readonly phrases: readonly SourcedPhrase[]
  readonly styles: readonly ValeRule[]
  /** The files of phrase rules that it names. */
  readonly phraseFiles: readonly StyleFile[]
  /** The files of its styles that have mistakes. */
  readonly brokenRules: readonly StyleFile[]
  /** The folders of its styles. */
  readonly styleFolders: readonly string[]
}

const maxConfigSize = 1_000_000

/** Reads a configuration file, or the data of one under another name; undefined where there is none. */
export async function readConfigFile(fileSystem: FileSystem, path: string): Promise<ReadConfig | undefined> {
  const {bytes, failure} = await fileSystem.readFile(path, maxConfigSize)
  if (failure === 'missing') return undefined
  if (failure !== undefined) return unreadable(path, 'config-unreadable', readMessages[failure])
  const text = decodeText(bytes)
  if (typeof text !== 'string') return unreadable(path, 'config-unreadable', text.message)
  // The byte order mark is no JSON; a space in its place keeps every offset.
  const parsed = /\.ya?ml$/i.test(path)
    ? parseConfig(text, undefined, 'yaml')
    : parseConfig(text.replace(/^\uFEFF/, ' '))
  return {path, text, ...parsed}
}

const readMessages: Readonly<Record<Exclude<ReadFailure, 'missing'>, string>> = {
  unreadable: 'The configuration can’t be opened. Give yourself permission to read it.',
  folder: `${configName} is a folder. Replace it by a file.`,
  special: 'The configuration is not a regular file. Replace it by one.',
  'too-large': 'The configuration is larger than 1 MB. Shorten it.',
}

function unreadable(path: string, code: string, message: string): ReadConfig {
  const problem: Problem = {code, message, span: {start: 0, end: 0}}
  return {path, settings: {root: false, rules: Object.create(null)}, problems: [problem]}
}

/** Reads what a configuration file names. Never rejects: what can't be read is a problem, and the rest holds. */
export async function wholeConfig(file: ReadConfig, files: FileSystem): Promise<WholeConfig> {
  const {path, settings} = file
  const folder = parentOf(path) ?? '/'
  const [house, styles] = await Promise.all([
    readHouseStyle(files, folder, path, settings.phrases ?? {rules: [], files: []}),
    readStyles(files, folder, settings.vale ?? []),
  ])
  return {
    ...file,
    problems: [...file.problems, ...house.problems, ...styles.problems],
    notes: styles.notes,
    phrases: house.phrases,
    styles: styles.rules,
    phraseFiles: house.files,
    brokenRules: styles.broken,
    styleFolders: styles.folders,
  }
}
