import {rules as allRules} from '../../rules/index.generated.ts'
import type {DocumentKind, Rule} from '../../rules/kit/types.ts'
import {makePlan, type Plan, type RuleSetting} from '../engine/plan.ts'
import {ruleSettings} from '../workspace/config-keys.ts'
import {didYouMean} from '../workspace/did-you-mean.ts'

/** Rules by their ids, each off, on, or of a severity of your own; what is not named stays as it is. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

const kinds: readonly DocumentKind[] = ['article', 'macro']
const plans = new WeakMap<readonly Rule[], Map<string, Plan>>()
/** How many plans are kept: more than any program needs at a time. */
const mostPlans = 50

/** The plan for some settings, the same for the same ones. Throws a RangeError where a rule or a setting is unknown. */
export function planFor(kind: DocumentKind, settings: RuleSettings = {}, rules: readonly Rule[] = allRules): Plan {
  assertOneOf('kind', kind, kinds)
  for (const [id, setting] of Object.entries(settings)) {
    if (!allRules.some(rule => rule.id === id))
      throw new RangeError(
        `Poise has no rule “${id}”.${didYouMean(
          id,
          allRules.map(rule => rule.id),
        )}`,
      )
    assertOneOf(`rules.${id}`, setting, ruleSettings)
  }
  const known = plans.get(rules) ?? new Map<string, Plan>()
  plans.set(rules, known)
  const key = kind + JSON.stringify(Object.entries(settings).sort())
  const plan = known.get(key) ?? makePlan(kind, settings, rules)
  if (known.size >= mostPlans) known.clear()
  known.set(key, plan)
  return plan
}

/** Throws a RangeError where a value is none of those that an option can have. */
export function assertOneOf(option: string, value: unknown, allowed: readonly string[]): void {
  if (typeof value !== 'string' || !allowed.includes(value))
    throw new RangeError(
      `The option “${option}” is one of ${allowed.join(', ')}, not ${JSON.stringify(value) ?? typeof value}.`,
    )
}
