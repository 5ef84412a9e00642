import {principles} from '../../rules/kit/types.ts'
import type {RuleSetting} from '../engine/plan.ts'
import type {PathTest} from './globs.ts'
import type {NamedRule} from './team-rules.ts'

/** Settings of rules and principles by name. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What one `rules` object says, for all files of its folder or, in an override, for those that its test names. */
export interface RuleLayer {
  readonly rules: RuleSettings
  readonly test?: PathTest
}

/**
 * Puts one layer of settings for `all` rules over those before it: what it says of a rule, or of the rule's whole principle, wins over all that they said. Within a layer a
 * rule's own entry wins over its principle's, whatever their order.
 */
export function withLayer(below: RuleSettings, rules: RuleSettings, all: readonly NamedRule[]): RuleSettings {
  const merged: Record<string, RuleSetting> = Object.assign(Object.create(null), below)
  const named = principles.filter(principle => rules[principle] !== undefined)
  if (named.length > 0)
    for (const {id, principle, outside} of all) if (!outside && named.includes(principle)) delete merged[id]
  return Object.assign(merged, rules)
}

/** What layers say together, the last over those before. */
export function mergedRules(layers: readonly RuleLayer[], all: readonly NamedRule[]): RuleSettings {
  return layers.reduce<RuleSettings>((below, {rules}) => withLayer(below, rules, all), Object.create(null))
}

/** What the layers say of a file that none of the overrides names. */
export function plainRules(layers: readonly RuleLayer[], all: readonly NamedRule[]): RuleSettings {
  return mergedRules(
    layers.filter(({test}) => test === undefined),
    all,
  )
}
