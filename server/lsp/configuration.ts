import type {DocumentKind} from '../../rules/kit/types.ts'
import {isReadableName} from '../formats/files/file.ts'
import {type Config, type Configs, defaultConfig, kindOf, makeConfigs} from '../workspace/config.ts'
import {configName} from '../workspace/config-keys.ts'
import {configFor} from '../workspace/file-config.ts'
import type {FileSystem} from '../workspace/files.ts'
import {nameOf, parentOf} from '../workspace/path.ts'
import type {Documents} from './documents.ts'
import type {Host} from './host.ts'

/** What holds for one document: what it is, or that the configuration leaves it out. */
export interface DocumentSettings {
  readonly kind: DocumentKind | undefined
  readonly config: Config
  readonly generation: number
}

/** The `.poise.json` files of all folders, read once and again after `reload`. */
export interface Configuration {
  readonly files: FileSystem
  readonly configs: () => Configs
  /** An editor's word for the language counts where a name says nothing. */
  readonly settingsOf: (uri: string, languageId?: string) => Promise<DocumentSettings>
  /** Counts reloads. */
  readonly generation: () => number
  readonly reload: () => void
}

/** Makes the configuration: a configuration file that is open counts as it stands in the editor. */
export function makeConfiguration(host: Host, documents: Documents): Configuration {
  const files = withOpenConfigs(host, documents)
  let configs = makeConfigs(files)
  let generation = 0
  return {
    files,
    configs: () => configs,
    generation: () => generation,
    async settingsOf(uri, languageId) {
      const path = host.pathOf(uri)
      // A new file that has no name yet, or one of another file system: there is no folder to look for a configuration in.
      if (path === undefined) return {kind: kindByName(uri, languageId), config: defaultConfig, generation}
      const asked = generation
      const config = configFor(await configs.of(parentOf(path) ?? '/'), path)
      return {kind: kindInEditor(config, path, languageId), config, generation: asked}
    },
    reload() {
      configs = makeConfigs(files)
      generation += 1
    },
  }
}

/** Whether a document is a configuration file. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${configName}`)
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
  return /\.macro\.(?:md|markdown)$/i.test(uri) ? 'macro' : 'article'
}

function withOpenConfigs({files, uriOf}: Host, documents: Documents): FileSystem {
  return {
    ...files,
    async readFile(path, limit) {
      const open = nameOf(path) === configName ? documents.get(uriOf(path)) : undefined
      return open === undefined ? files.readFile(path, limit) : {bytes: new TextEncoder().encode(open.text.getText())}
    },
  }
}
