import type {DocumentKind} from '../../rules/kit/types.ts'
import {isReadableName} from '../formats/files/file.ts'
import type {Problem} from '../formats/format.ts'
import {type Config, type Configs, defaultConfig, kindOf, makeConfigs} from '../workspace/config.ts'
import {configName} from '../workspace/config-keys.ts'
import {configFor} from '../workspace/file-config.ts'
import type {FileSystem} from '../workspace/files.ts'
import {parseConfig} from '../workspace/parse-config.ts'
import {nameOf, parentOf} from '../workspace/path.ts'
import type {Documents} from './documents.ts'
import type {Host} from './host.ts'

/** What holds for one document: what it is, or that the configuration leaves it out. */
export interface DocumentSettings {
  readonly kind: DocumentKind | undefined
  readonly config: Config
  readonly generation: number
}

/** The `.poise.json` files of all folders, and the files that they rest on, read once and again after `reload`. */
export interface Configuration {
  readonly files: FileSystem
  readonly configs: () => Configs
  /** An editor's word for the language counts where a name says nothing. */
  readonly settingsOf: (uri: string, languageId?: string) => Promise<DocumentSettings>
  /** Counts reloads. */
  readonly generation: () => number
  readonly reload: () => void
  /** Whether a file is a configuration, or one that a configuration rests on. */
  readonly counts: (uri: string) => boolean
  /** The mistakes of a configuration file that reads `text`, and notes on what is left out. */
  readonly problemsOf: (uri: string, text: string) => readonly Problem[]
}

/** Makes the configuration: a configuration file that is open counts as it stands in the editor. */
export function makeConfiguration(host: Host, documents: Documents, folders: () => readonly string[]): Configuration {
  const files = withOpenConfigs(host, documents)
  let configs = makeConfigs(files, undefined, folders())
  let before = configs
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
    counts(uri) {
      if (isConfig(uri)) return true
      const path = host.pathOf(uri)
      return path !== undefined && (configs.rests(path) || before.rests(path))
    },
    problemsOf(uri, text) {
      const path = host.pathOf(uri)
      const file = configs.files().find(each => each.path === path && each.text === text)
      // Right after an edit the configurations have not been read again yet.
      if (file !== undefined) return [...file.problems, ...(file.notes ?? [])]
      return isConfig(uri) ? problemsIn(text) : []
    },
    reload() {
      before = configs
      configs = makeConfigs(files, undefined, folders())
      generation += 1
    },
  }
}

function problemsIn(text: string): readonly Problem[] {
  // The byte order mark is no JSON; a space in its place keeps every offset.
  return parseConfig(text.replace(/^\uFEFF/, ' ')).problems
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
      const open = /\.(?:jsonc?|ya?ml)$/i.test(path) ? documents.get(uriOf(path)) : undefined
      return open === undefined ? files.readFile(path, limit) : {bytes: new TextEncoder().encode(open.text.getText())}
    },
  }
}
