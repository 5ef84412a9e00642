import type {Rule} from '../../rules/kit/types.ts'
import {ruleOf} from '../house-style/phrase-rule.ts'
import type {Configs} from '../workspace/config.ts'
import type {CheckOptions} from './arguments.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'
import type {ConfigResult} from './result.ts'

const fatal = new Set(['config-unreadable', 'config-syntax', 'config-too-deep'])

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

/** The rules of the teams' own, each once; where two folders have one of the same name, the one that was read first. */
export function houseRules(configs: Configs): readonly Rule[] {
  const all = configs.files().flatMap(({phrases = []}) => phrases.map(({rule}) => ruleOf(rule)))
  return [...new Map(all.toReversed().map(rule => [rule.id, rule])).values()].toReversed()
}
