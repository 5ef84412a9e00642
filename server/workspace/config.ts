import {rules as allRules} from '../../rules/index.generated.ts'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {makePlan, type Plan} from '../engine/plan.ts'
import {type FileNature, isPageName, isReadableName} from '../formats/files/file.ts'
import {type OwnShapeSettings, ownShape} from '../formats/shapes/own-shape.ts'
import type {Shape} from '../formats/shapes/shape.ts'
import {mergePhrases} from '../house-style/house-style.ts'
import {type PhraseRule, ruleOf} from '../house-style/phrase-rule.ts'
import {isStyleName} from '../house-style/style-file.ts'
import {styleRule} from '../house-style/vale/style-rule.ts'
import type {ValeRule} from '../house-style/vale/vale-rule.ts'
import {configName, defaultMaxFileSize} from './config-keys.ts'
import {extendedBy} from './extends.ts'
import type {FileSystem} from './files.ts'
import {globTest, type PathTest} from './globs.ts'
import {isMacroName} from './macro-name.ts'
import type {ConfigSettings} from './parse-config.ts'
import {entryOf, nameOf, outermost, parentOf} from './path.ts'
import {type ConfigFile, readConfigFile, type WholeConfig, wholeConfig} from './read-config.ts'
import {plainRules, type RuleLayer, type RuleSettings} from './rule-layers.ts'
import {namedRules, withUnknownRules} from './team-rules.ts'

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
  /** The team's own phrase rules. */
  readonly phrases: readonly PhraseRule[]
  /** The files that hold them, which are no documents. */
  readonly styleFiles: ReadonlySet<string>
  /** Whether contacts are recorded. */
  readonly recording: boolean
  /** In bytes. */
  readonly maxFileSize: number
  readonly plans: Readonly<Record<DocumentKind, Plan>>
}

/** The configurations of a workspace, each file read once; make a new one when a file has changed. */
export interface Configs {
  /** What holds for a file or folder in `folder`. Never rejects. */
  of(folder: string): Promise<Config>
  /** The configuration files read so far, with their problems. */
  files(): readonly ConfigFile[]
  /**
   * What the configurations read so far rest on, or would if it were there: files, and folders of styles, each with the folder whose
   * configuration it has a say in.
   */
  sources(): ReadonlyMap<string, string>
}

/** What holds where no file says anything. */
export const defaultConfig: Config = makeConfig(Object.create(null), {
  layers: [],
  allow: [],
  styles: [],
  ownShapes: [],
  phrases: [],
  styleFiles: new Set(),
  recording: false,
  maxFileSize: defaultMaxFileSize,
})

/**
 * Looks for configuration files from a folder upwards; with `only`, that file alone counts everywhere. What a file names lies in the outermost of the
 * folders `within` that holds it, or else in its own folder.
 */
export function makeConfigs(fileSystem: FileSystem, only?: string, within: readonly string[] = []): Configs {
  const found = new Map<string, ConfigFile>()
  const sources = new Map<string, string>()
  const known = new Map<string, Promise<Config>>()

  const read = async (folder: string, path: string, base: () => Promise<Config>): Promise<Config> => {
    const readFile = (each: string) => {
      sources.set(each, folder)
      return readConfigFile(fileSystem, each)
    }
    const file = await readFile(path)
    if (file === undefined) return base()
    const follow = {files: fileSystem, read: readFile, root: outermost(folder, within)}
    const chain = file.settings.extends ? await extendedBy(file, follow) : [file]
    const all = await Promise.all(chain.map(each => wholeConfig(each, fileSystem)))
    const config = all.reduce(
      (below, each) => extend(below, folder, each),
      file.settings.root ? defaultConfig : await base(),
    )
    // The file itself comes before those that it rests on.
    for (const each of all.toReversed()) {
      const {phraseFiles, brokenRules, styleFolders, ...own} = each
      found.set(own.path, own.path === path ? {...own, problems: withUnknownRules(own, config)} : own)
      for (const other of [...phraseFiles, ...brokenRules]) found.set(other.path, other)
      for (const source of [...phraseFiles.map(other => other.path), ...styleFolders]) sources.set(source, folder)
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
  return {of, files: () => [...found.values()], sources: () => sources}
}

/**
 * What a file is by its name and the configuration; undefined where it is not ours to check. A data file or an e-mail template holds
 * replies if it holds anything for a customer, which only its text can tell.
 */
export function kindOf(config: Config, path: string): DocumentKind | undefined {
  if (!isReadableName(nameOf(path)) || config.isIgnored?.(path)) return undefined
  if (isStyleName(path) || config.styleFiles.has(path)) return undefined
  if (!isPageName(nameOf(path))) return config.isArticle?.(path) ? 'article' : 'macro'
  if (isMacroName(path) || config.isMacro?.(path)) return 'macro'
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

function extend(base: Config, folder: string, file: WholeConfig): Config {
  const {settings} = file
  const layers = [...base.layers, {rules: settings.rules}, ...overrideLayers(folder, settings)]
  const phrases = mergePhrases(base.phrases, file.phrases)
  const styles = [...new Map([...base.styles, ...file.styles].map(rule => [rule.id, rule])).values()]
  const ownShapes = (settings.ownShapes ?? []).map(({files, ...rest}) => ({
    test: globTest(folder, [files]),
    shape: ownShape(rest),
    settings: rest,
  }))
  return makeConfig(plainRules(layers, namedRules({phrases, styles})), {
    layers,
    allow: [...base.allow, ...(settings.allow ?? [])],
    styles,
    ownShapes: [...ownShapes, ...base.ownShapes],
    phrases,
    styleFiles: new Set([...base.styleFiles, ...file.phraseFiles.map(({path}) => path)]),
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
  const {phrases, styles, recording, allow} = rest
  const planOf = (kind: DocumentKind): Plan =>
    makePlan(kind, rules, [...allRules, ...phrases.map(ruleOf), ...styles.map(styleRule)], recording, allow)
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
