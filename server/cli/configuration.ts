import {type Configs, makeConfigs} from '../workspace/config.ts'
import type {CheckOptions} from './arguments.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'
import {locateIn} from './positions.ts'
import type {ConfigResult} from './result.ts'

const fatal = new Set(['config-unreadable', 'config-syntax', 'config-too-deep'])

/** The configurations of a run; what they name may lie anywhere in the working folder, or in a folder that was named. */
export function configsFor(
  {config}: Pick<CheckOptions, 'config'>,
  {files, absolute}: Pick<Host, 'files' | 'absolute'>,
  named: readonly string[] = [],
): Configs {
  return makeConfigs(files, config === undefined ? undefined : absolute(config), [absolute('.'), ...named])
}

/** Why the file given by --config can't be used, with the remedy; undefined where it can, or where none was given. */
export async function configMistake(
  configs: Configs,
  {config}: Pick<CheckOptions, 'config'>,
  host: Host,
): Promise<string | undefined> {
  if (config === undefined) return undefined
  await configs.of('/')
  const file = configs.files()[0]
  if (file === undefined) return `There is no configuration file “${printable(config)}”. Check the name after --config.`
  const problem = file.problems.find(({code}) => fatal.has(code))
  return problem === undefined ? undefined : `${printable(host.shown(file.path))}: ${printable(problem.message)}`
}

/** The configuration files that have mistakes, as they are shown. */
export function configResults(configs: Configs, host: Host): readonly ConfigResult[] {
  return configs
    .files()
    .filter(({problems}) => problems.length > 0)
    .map(({path, text, problems}) => ({path: host.shown(path), problems, ...(text === undefined ? {} : {text})}))
}

/** What is left out of styles, a line for each, where that is of interest. */
export function tellNotes(configs: Configs, {quiet}: Pick<CheckOptions, 'quiet'>, host: Host): void {
  if (quiet) return
  for (const {path, text = '', notes = []} of configs.files())
    for (const {message, span} of notes)
      host.note(`${printable(host.shown(path))}:${locateIn(text)(span).start.line}: ${printable(message)}`)
}
