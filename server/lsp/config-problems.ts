import type {Problem} from '../formats/format.ts'
import {isStyleName, parseStyle} from '../house-style/style-file.ts'
import {parseConfig} from '../workspace/parse-config.ts'
import {parentOf} from '../workspace/path.ts'
import {type Configuration, isConfigName} from './configuration.ts'

/** What is wrong with a file of the configuration, and what of it is not read, by the very text that is open now. */
export async function configProblems(
  {freshConfigs, ownerOf}: Pick<Configuration, 'freshConfigs' | 'ownerOf'>,
  path: string | undefined,
  uri: string,
  text: string,
): Promise<readonly Problem[]> {
  if (path !== undefined) {
    const configs = freshConfigs()
    const folder = parentOf(path) ?? '/'
    await configs.of(isConfigName(uri) ? folder : (ownerOf(path) ?? folder))
    const file = configs.files().find(each => each.path === path)
    if (file !== undefined) return [...file.problems, ...(file.notes ?? [])]
  }
  if (isStyleName(uri)) return parseStyle(uri, text).problems
  // The byte order mark is no JSON; a space in its place keeps every offset.
  return isConfigName(uri) ? parseConfig(text.replace(/^\uFEFF/, ' ')).problems : []
}
