import type {Problem} from '../formats/format.ts'
import {isStyleName, parseStyle} from '../house-style/style-file.ts'
import {makeConfigs} from '../workspace/config.ts'
import {parseConfig} from '../workspace/parse-config.ts'
import {parentOf} from '../workspace/path.ts'
import type {Configuration} from './configuration.ts'

/** What is wrong with a file of the configuration, by the very text that is open now. */
export async function configProblems(
  {files}: Pick<Configuration, 'files'>,
  path: string | undefined,
  uri: string,
  text: string,
): Promise<readonly Problem[]> {
  if (path !== undefined) {
    const configs = makeConfigs(files)
    await configs.of(parentOf(path) ?? '/')
    const file = configs.files().find(each => each.path === path)
    if (file !== undefined) return file.problems
  }
  // The byte order mark is no JSON; a space in its place keeps every offset.
  return isStyleName(uri) ? parseStyle(uri, text).problems : parseConfig(text.replace(/^\uFEFF/, ' ')).problems
}
