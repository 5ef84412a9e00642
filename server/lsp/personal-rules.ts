import {rules as allRules} from '../../rules/index.generated.ts'
import {principles} from '../../rules/kit/types.ts'
import {settingFor} from '../engine/plan.ts'
import {type Config, makeConfig} from '../workspace/config.ts'
import {defaultMaxFileSize} from '../workspace/config-keys.ts'
import {maxProblems} from '../workspace/config-nodes.ts'
import {didYouMean} from '../workspace/did-you-mean.ts'
import {type RuleSettings, withLayer} from '../workspace/rule-layers.ts'
import {isTeamRule, type NamedRule, namedRules} from '../workspace/team-rules.ts'
import type {PersonalSettings} from './settings-shape.ts'

/** What a person may set besides rules: all of them, or those of a principle. */
const groups: readonly string[] = ['*', ...principles]

const made = new WeakMap<Config, WeakMap<PersonalSettings, Config>>()

/** The configuration of a folder with what a person has set for it; the same one where they set nothing. */
export function withPersonal(config: Config, settings: PersonalSettings): Config {
  if (Object.keys(settings.rules).length === 0 && settings.maxFileSize === defaultMaxFileSize) return config
  const known = made.get(config) ?? new WeakMap<PersonalSettings, Config>()
  made.set(config, known)
  const personal = known.get(settings) ?? personalised(config, settings)
  known.set(settings, personal)
  return personal
}

function personalised(config: Config, {rules, configurationPreference, maxFileSize}: PersonalSettings): Config {
  const {rules: teams, plans: _plans, ...rest} = config
  const all = namedRules(config)
  const own = ruleByRule(rules, all)
  const both = configurationPreference === 'editorFirst' ? withLayer(teams, own, all) : withLayer(own, teams, all)
  return makeConfig(both, {
    ...rest,
    layers: [],
    maxFileSize: rest.maxFileSize === defaultMaxFileSize ? maxFileSize : rest.maxFileSize,
  })
}

/** A rule’s own name counts before its principle, and that before all. */
function ruleByRule(rules: PersonalSettings['rules'], all: readonly NamedRule[]): RuleSettings {
  const own = all.flatMap(rule => {
    const setting = settingFor(rule, rules) ?? rules['*']
    return setting === undefined ? [] : [[rule.id, setting] as const]
  })
  return Object.assign(Object.create(null), Object.fromEntries(own))
}

/** What a person’s settings name that is no rule, as lines for the log; which phrases and styles there are differs from folder to folder. */
export function unknownNames({rules}: PersonalSettings): readonly string[] {
  const known = [...groups, ...allRules.map(({id}) => id)]
  return Object.keys(rules)
    .filter(name => !known.includes(name) && !isTeamRule(name))
    .slice(0, maxProblems)
    .map(name => `The setting poise.rules names “${name}”, and there is no such rule.${didYouMean(name, known)}`)
}

const ofCells = new WeakMap<Config, Config>()

/** The configuration for a cell of a notebook: a piece of a page, of which nothing can be missing, so rules about whole documents are off. */
export function cellConfig(config: Config): Config {
  const known = ofCells.get(config)
  if (known !== undefined) return known
  const {rules, plans: _plans, ...rest} = config
  const off = allRules.filter(({level}) => level === 'document').map(({id}) => [id, 'off'] as const)
  const made = makeConfig(Object.assign(Object.create(null), rules, Object.fromEntries(off)), rest)
  ofCells.set(config, made)
  return made
}
