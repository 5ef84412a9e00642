import type {Rule} from '../../rules/kit/types.ts'
import {locateIn} from '../engine/positions.ts'
import {ruleOf} from '../house-style/phrase-rule.ts'
import {styleRule} from '../house-style/vale/style-rule.ts'
import {type Configs, makeConfigs} from '../workspace/config.ts'
import type {CheckOptions} from './arguments.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'
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
export function configResults(files: ReturnType<Configs['files']>, host: Host): readonly ConfigResult[] {
  return files
    .filter(({problems}) => problems.length > 0)
    .map(({path, text, problems}) => ({path: host.shown(path), problems, ...(text === undefined ? {} : {text})}))
}

/** The rules of teams and of the styles that they name, each once; where two folders have one of the same name, the one that was read first. */
export function teamRules(configs: Configs): readonly Rule[] {
  const all = configs
    .files()
    .flatMap(({phrases = [], styles = []}) => [...phrases.map(({rule}) => ruleOf(rule)), ...styles.map(styleRule)])
  return [...new Map(all.toReversed().map(rule => [rule.id, rule])).values()].toReversed()
}

/** What is left out of styles, a line for each, where that is of interest. */
export function tellNotes(configs: Configs, {quiet}: Pick<CheckOptions, 'quiet'>, host: Host): void {
  if (quiet) return
  for (const {path, text = '', notes = []} of configs.files())
    for (const {message, span} of notes)
      host.note(`${printable(host.shown(path))}:${locateIn(text)(span).start.line}: ${printable(message)}`)
}
