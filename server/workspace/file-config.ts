import {type Config, makeConfig} from './config.ts'
import {mergedRules, type RuleSettings} from './rule-layers.ts'
import {namedRules} from './team-rules.ts'

/** By the overrides that hold, and by what they come to: one configuration, and so one plan, for all files of the same outcome. */
const made = new WeakMap<Config, Map<string, Config>>()

/** The configuration of one file of a folder: the folder's own, unless an override changes a rule there. */
export function configFor(config: Config, path: string): Config {
  const {layers, plans: _, ...rest} = config
  if (layers.every(({test}) => test === undefined)) return config
  const holding = layers.map(({test}) => test?.(path) ?? true)
  const known = made.get(config) ?? new Map<string, Config>()
  made.set(config, known)
  const key = holding.map(Number).join('')
  const found = known.get(key)
  if (found !== undefined) return found
  const held = layers.filter((_, index) => holding[index])
  const rules = mergedRules(held, namedRules(config))
  const outcome = outcomeOf(rules)
  const own =
    outcome === outcomeOf(config.rules) ? config : (known.get(outcome) ?? makeConfig(rules, {...rest, layers: []}))
  known.set(key, own)
  known.set(outcome, own)
  return own
}

function outcomeOf(rules: RuleSettings): string {
  return JSON.stringify(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)))
}
