import {rules as allRules} from '../../rules/index.generated.ts'
import {principles} from '../../rules/kit/types.ts'
import type {RuleSetting} from '../engine/plan.ts'
import type {PathTest} from './globs.ts'

/** Settings of rules and principles by name. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What one `rules` object says, for all files of its folder or, in an override, for those that its test names. */
export interface RuleLayer {
  readonly rules: RuleSettings
  readonly test?: PathTest
}

/**
 * Puts one layer over those before it: what it says of a rule, or of the rule's whole principle, wins over all that they said. Within a layer a
 * rule's own entry wins over its principle's, whatever their order.
 */
export function withLayer(below: RuleSettings, {rules}: Pick<RuleLayer, 'rules'>): RuleSettings {
  const merged: Record<string, RuleSetting> = Object.assign(Object.create(null), below)
  const named = principles.filter(principle => rules[principle] !== undefined)
  if (named.length > 0) for (const {id, principle} of allRules) if (named.includes(principle)) delete merged[id]
  return Object.assign(merged, rules)
}

/** What the layers say of a file that none of the overrides names. */
export function plainRules(layers: readonly RuleLayer[]): RuleSettings {
  return layers.filter(({test}) => test === undefined).reduce(withLayer, Object.create(null) as RuleSettings)
}
