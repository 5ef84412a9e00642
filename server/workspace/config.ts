import {rules as allRules} from '../../rules/index.generated.ts'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {makePlan, type Plan} from '../engine/plan.ts'
import {type FileNature, isPageName, isReadableName} from '../formats/files/file.ts'
import type {Problem} from '../formats/format.ts'
import {type OwnShapeSettings, ownShape} from '../formats/shapes/own-shape.ts'
import type {Shape} from '../formats/shapes/shape.ts'
import {styleRule} from '../house-style/vale/style-rule.ts'
import type {ValeRule} from '../house-style/vale/vale-rule.ts'
import {configName, defaultMaxFileSize} from './config-keys.ts'
import {extendedBy} from './extends.ts'
import type {FileSystem, ReadFailure} from './files.ts'
import {globTest, type PathTest} from './globs.ts'
import {type ConfigSettings, type ParsedConfig, parseConfig} from './parse-config.ts'
import {entryOf, isWithin, nameOf, outermost, parentOf} from './path.ts'
import {decodeText} from './read-document.ts'
import {plainRules, type RuleLayer, type RuleSettings} from './rule-layers.ts'
import {stylesOf, withUnknownRules} from './vale-styles.ts'

/** What holds for the files of a folder: the configuration files from there up, merged. */
export interface Config {
  /** The severity, or off, of the rules and principles that are named; has no prototype. */
  readonly rules: RuleSettings
  /** What the rules were put together from, overrides for some of the files among it; `configFor` gives what holds for one. */
  readonly layers: readonly RuleLayer[]
  /** Phrases and names in which nothing is marked, of all files from here up. */
  readonly allow: readonly string[]
  /** The rules of styles, of all files from here up. */
  readonly styles: readonly ValeRule[]
  readonly isMacro?: PathTest
  readonly isArticle?: PathTest
  readonly isIgnored?: PathTest
  /** The forms of a team's own data files, those of the nearest configuration first. */
  readonly ownShapes: readonly {readonly test: PathTest; readonly shape: Shape; readonly settings: OwnShapeSettings}[]
  /** Whether contacts are recorded. */
  readonly recording: boolean
  /** In bytes. */
  readonly maxFileSize: number
  readonly plans: Readonly<Record<DocumentKind, Plan>>
}

/** A configuration file that was found; `text` is absent where it could not be read. */
export interface ConfigFile extends ParsedConfig {
  readonly path: string
  readonly text?: string
  /** What is left out, which asks nothing of anybody. */
  readonly notes?: readonly Problem[]
}

/** The configurations of a workspace, each file read once; make a new one when a file has changed. */
export interface Configs {
  /** What holds for a file or folder in `folder`. Never rejects. */
  of(folder: string): Promise<Config>
  /** The configuration files read so far, with their problems. */
  files(): readonly ConfigFile[]
  /** Whether what is at a path now, or could be, has a say in some configuration read so far. */
  rests(path: string): boolean
}

const maxConfigSize = 1_000_000

/** What holds where no file says anything. */
export const defaultConfig: Config = makeConfig(Object.create(null), {
  layers: [],
  allow: [],
  styles: [],
  ownShapes: [],
  recording: false,
  maxFileSize: defaultMaxFileSize,
})

/**
 * Looks for configuration files from a folder upwards; with `only`, that file alone counts everywhere. What a file names lies in the outermost of the
 * folders `within` that holds it, or else in its own folder.
 */
export function makeConfigs(fileSystem: FileSystem, only?: string, within: readonly string[] = []): Configs {
  const found = new Map<string, ConfigFile>()
  const looked = new Set<string>()
  const styleFolders = new Set<string>()
  const known = new Map<string, Promise<Config>>()

  const readFile = (path: string) => {
    looked.add(path)
    return readConfigFile(fileSystem, path)
  }
  const read = async (folder: string, path: string, base: () => Promise<Config>): Promise<Config> => {
    const file = await readFile(path)
    if (file === undefined) return base()
    const root = outermost(folder, within)
    const chain = file.settings.extends ? await extendedBy(file, {files: fileSystem, read: readFile, root}) : [file]
    const all = await Promise.all(chain.map(each => stylesOf(each, fileSystem)))
    const config = all.reduce(
      (below, {rules, files: [each = file]}) => extend(below, folder, each.settings, rules),
      file.settings.root ? defaultConfig : await base(),
    )
    // The file itself comes before those that it rests on.
    for (const {files, folders} of all.toReversed()) {
      for (const each of files) found.set(each.path, each.path === path ? withUnknownRules(each, config.styles) : each)
      for (const each of folders) styleFolders.add(each)
    }
    return config
  }
  const search = (folder: string): Promise<Config> => {
    const parent = parentOf(folder)
    const base = async () => (parent === undefined ? defaultConfig : of(parent))
    return read(folder, entryOf(folder, configName), base)
  }
  const of = (folder: string): Promise<Config> => {
    const key = only ?? folder
    const config =
      known.get(key) ??
      (only === undefined ? search(folder) : read(parentOf(only) ?? '/', only, async () => defaultConfig))
    known.set(key, config)
    return config
  }
  const rests = (path: string) => looked.has(path) || [...styleFolders].some(folder => isWithin(folder, path))
  return {of, files: () => [...found.values()], rests}
}

/**
 * What a file is by its name and the configuration; undefined where it is not ours to check. A data file or an e-mail template holds
 * replies if it holds anything for a customer, which only its text can tell.
 */
export function kindOf(config: Config, path: string): DocumentKind | undefined {
  if (!isReadableName(nameOf(path)) || config.isIgnored?.(path)) return undefined
  if (!isPageName(nameOf(path))) return config.isArticle?.(path) ? 'article' : 'macro'
  if (/\.macro\.(?:md|markdown)$/i.test(path) || config.isMacro?.(path)) return 'macro'
  return (config.isArticle?.(path) ?? true) ? 'article' : undefined
}

/** What the file is known to be before it is read. */
export function natureOf({
  path,
  kind,
  config,
}: {
  readonly path: string
  readonly kind: DocumentKind
  readonly config: Config
}): FileNature {
  const shape = config.ownShapes.find(({test}) => test(path))?.shape
  return {path, kind, named: config.isMacro?.(path) === true || kind === 'article', ...(shape !== undefined && {shape})}
}

/** How many times as large as a page a data file may be, for it holds many. */
const repliesInFile = 20

/** The size in bytes over which a file is not read. */
export function maxSizeOf({maxFileSize}: Config, path: string): number {
  return isPageName(path) ? maxFileSize : maxFileSize * repliesInFile
}

async function readConfigFile(fileSystem: FileSystem, path: string): Promise<ConfigFile | undefined> {
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

function unreadable(path: string, code: string, message: string): ConfigFile {
  const problem: Problem = {code, message, span: {start: 0, end: 0}}
  return {path, settings: {root: false, rules: Object.create(null)}, problems: [problem]}
}

function extend(base: Config, folder: string, settings: ConfigSettings, styles: readonly ValeRule[]): Config {
  const layers = [...base.layers, {rules: settings.rules}, ...overrideLayers(folder, settings)]
  const ownShapes = (settings.ownShapes ?? []).map(({files, ...rest}) => ({
    test: globTest(folder, [files]),
    shape: ownShape(rest),
    settings: rest,
  }))
  return makeConfig(plainRules(layers), {
    layers,
    allow: [...base.allow, ...(settings.allow ?? [])],
    styles: [...new Map([...base.styles, ...styles].map(rule => [rule.id, rule])).values()],
    ownShapes: [...ownShapes, ...base.ownShapes],
    recording: settings.recording ?? base.recording,
    maxFileSize: settings.maxFileSize ?? base.maxFileSize,
    ...pick('isMacro', settings.macros ? globTest(folder, settings.macros) : base.isMacro),
    ...pick('isArticle', settings.articles ? globTest(folder, settings.articles) : base.isArticle),
    ...pick('isIgnored', settings.ignore ? globTest(folder, settings.ignore) : base.isIgnored),
  })
}

function overrideLayers(folder: string, {overrides = []}: ConfigSettings): readonly RuleLayer[] {
  return overrides.map(({files, rules}) => ({rules, test: globTest(folder, files)}))
}

/** Makes a configuration of what is set; its plans are made when they are first asked for. */
export function makeConfig(rules: Config['rules'], rest: Omit<Config, 'rules' | 'plans'>): Config {
  const all = () => (rest.styles.length === 0 ? allRules : [...allRules, ...rest.styles.map(styleRule)])
  const planOf = (kind: DocumentKind): Plan => makePlan(kind, rules, all(), rest.recording, rest.allow)
  let article: Plan | undefined
  let macro: Plan | undefined
  const plans = {
    get article() {
      article ??= planOf('article')
      return article
    },
    get macro() {
      macro ??= planOf('macro')
      return macro
    },
  }
  return {...rest, rules, plans}
}

function pick<Key extends string>(key: Key, test: PathTest | undefined): {readonly [Name in Key]?: PathTest} {
  return test === undefined ? {} : ({[key]: test} as {readonly [Name in Key]?: PathTest})
}
