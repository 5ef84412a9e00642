import type {DocumentKind} from '../../rules/kit/types.ts'
import {isReadableName} from '../formats/files/file.ts'
import {isStyleName} from '../house-style/style-file.ts'
import {baselineName} from '../workspace/baseline.ts'
import {type Config, type Configs, defaultConfig, kindOf, makeConfigs} from '../workspace/config.ts'
import {configName} from '../workspace/config-keys.ts'
import {configFor} from '../workspace/file-config.ts'
import type {FileSystem} from '../workspace/files.ts'
import {isMacroName} from '../workspace/macro-name.ts'
import {entryOf, nameOf, parentOf} from '../workspace/path.ts'
import type {Comparison} from './analysis.ts'
import {type Baselines, makeBaselines} from './baselines.ts'
import type {Documents} from './documents.ts'
import type {Host} from './host.ts'
import {cellConfig, withPersonal} from './personal-rules.ts'
import type {PersonalSettings} from './settings-shape.ts'

/** What holds for one document: what it is, or that the configuration leaves it out. */
export interface DocumentSettings {
  readonly kind: DocumentKind | undefined
  readonly config: Config
  readonly generation: number
  readonly comparison: Comparison | undefined
}

/** The `.poise.json` files and baselines of all folders, read once and again after `reload`. */
export interface Configuration {
  readonly files: FileSystem
  readonly configs: () => Configs
  /** The configurations as the files are now, an edit that nobody has taken in yet among them. */
  readonly freshConfigs: () => Configs
  /** Whether a document is a file that a configuration is made of: a `.poise.json`, what it extends, phrase rules, or a rule of a style. */
  readonly isConfig: (uri: string) => boolean
  /** The folder whose configuration such a file has a say in, where it is known. */
  readonly ownerOf: (path: string) => string | undefined
  readonly baselines: () => Baselines
  /** An editor's word for the language counts where a name says nothing. */
  readonly settingsOf: (uri: string, languageId?: string) => Promise<DocumentSettings>
  /** What a file is compared with; undefined where nothing is recorded for it, or where a person wants to see all. */
  readonly comparisonOf: (path: string) => Promise<Comparison | undefined>
  /** The configuration of a file with what a person has set over it. */
  readonly withPersonal: (config: Config, path: string) => Config
  /** Counts reloads. */
  readonly generation: () => number
  readonly reload: () => void
}

/** What the configuration asks of a session. */
export interface Surroundings {
  readonly host: Host
  readonly documents: Documents
  readonly folders: () => readonly string[]
  readonly personalFor: (path: string | undefined) => PersonalSettings
}

/** Makes the configuration: a configuration file that is open counts as it stands in the editor. */
export function makeConfiguration({host, documents, folders, personalFor}: Surroundings): Configuration {
  const files = withOpenConfigs(host, documents)
  const freshConfigs = () => makeConfigs(files, undefined, folders())
  let configs = freshConfigs()
  let baselines = makeBaselines(files)
  // What was a file of the configuration counts as one until all are read again.
  const known = new Map<string, string>()
  let generation = 0

  const ownerOf = (path: string) => ownerAmong(configs.sources(), path) ?? ownerAmong(known, path)
  const comparisonOf = async (path: string): Promise<Comparison | undefined> => {
    const {baseline: mode} = personalFor(path)
    const recorded = mode === 'show' ? undefined : await baselines.of(parentOf(path) ?? '/')
    return mode === 'show' || recorded === undefined ? undefined : {path, recorded, mode}
  }

  return {
    files,
    configs: () => configs,
    freshConfigs,
    ownerOf,
    isConfig(uri) {
      const path = host.pathOf(uri)
      return isConfigName(uri) || isStyleName(uri) || (path !== undefined && ownerOf(path) !== undefined)
    },
    baselines: () => baselines,
    generation: () => generation,
    comparisonOf,
    withPersonal: (config, path) => withPersonal(config, personalFor(path)),
    async settingsOf(uri, languageId) {
      const asked = generation
      const path = host.pathOf(uri)
      if (path !== undefined) {
        const config = withPersonal(configFor(await configs.of(parentOf(path) ?? '/'), path), personalFor(path))
        const kind = kindInEditor(config, path, languageId)
        return {kind, config, generation: asked, comparison: await comparisonOf(path)}
      }
      const place = placeOf(uri, host, documents, folders())
      const found = place === undefined ? defaultConfig : configFor(await configs.of(parentOf(place) ?? '/'), place)
      const config = withPersonal(found, personalFor(place))
      if (documents.notebookOf(uri) === undefined)
        return {kind: kindByName(uri, languageId), config, generation: asked, comparison: undefined}
      const isIgnored = place !== undefined && config.isIgnored?.(place)
      const kind = isIgnored ? undefined : 'article'
      return {kind, config: cellConfig(config), generation: asked, comparison: undefined}
    },
    reload() {
      for (const [source, owner] of configs.sources()) known.set(source, owner)
      configs = freshConfigs()
      baselines = makeBaselines(files)
      generation += 1
    },
  }
}

/**
 * The path of a file, or of the notebook that a cell is of. A new file that has no name yet goes by the folder of the workspace, where that has one;
 * of what lies in another file system no place is known.
 */
export function placeOf(
  uri: string,
  {pathOf}: Pick<Host, 'pathOf'>,
  documents: Pick<Documents, 'notebookOf'>,
  folders: readonly string[],
): string | undefined {
  const path = pathOf(documents.notebookOf(uri) ?? uri)
  const [only] = folders
  if (path !== undefined || !uri.startsWith('untitled:') || only === undefined || folders.length > 1) return path
  return entryOf(only, 'untitled')
}

/** The rules of a style lie in a folder that is a source as a whole. */
function ownerAmong(sources: ReadonlyMap<string, string>, path: string): string | undefined {
  return sources.get(path) ?? (/\.ya?ml$/i.test(path) ? sources.get(parentOf(path) ?? '/') : undefined)
}

/** Whether a document is a configuration file by its name. */
export function isConfigName(uri: string): boolean {
  return uri.endsWith(`/${configName}`)
}

/** Whether a document is a baseline. */
export function isBaseline(uri: string): boolean {
  return uri.endsWith(`/${baselineName}`)
}

/** An editor may call a file Markdown whose name does not say so; what the configuration ignores stays left out. */
function kindInEditor(config: Config, path: string, languageId: string | undefined): DocumentKind | undefined {
  const kind = kindOf(config, path)
  const isOther = isReadableName(nameOf(path)) || isData(languageId) || config.isIgnored?.(path)
  if (kind !== undefined || isOther) return kind
  return config.isMacro?.(path) ? 'macro' : 'article'
}

/** Whether an editor's word for a language names one whose texts hold replies only in files of a known form. */
function isData(languageId: string | undefined): boolean {
  return /^(?:jsonc?|yaml|xml|csv|html|ftl|freemarker|liquid)$/.test(languageId ?? '')
}

function kindByName(uri: string, languageId: string | undefined): DocumentKind | undefined {
  if (isData(languageId)) return undefined
  return isMacroName(uri) ? 'macro' : 'article'
}

function withOpenConfigs({files, uriOf}: Host, documents: Documents): FileSystem {
  return {
    ...files,
    async readFile(path, limit) {
      const open = documents.get(uriOf(path))
      if (open === undefined) return files.readFile(path, limit)
      const bytes = new TextEncoder().encode(open.text.getText())
      return bytes.length > limit ? {failure: 'too-large', size: bytes.length} : {bytes}
    },
  }
}
