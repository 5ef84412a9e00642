import type {Node} from 'jsonc-parser'
import {principles} from '../../rules/kit/types.ts'
import type {RuleSetting} from '../engine/plan.ts'
import {ruleSettings} from './config-keys.ts'
import {listOf, propertiesOf, type Report, short} from './config-nodes.ts'
import {didYouMean} from './did-you-mean.ts'
import {isTeamRule} from './team-rules.ts'

/** Reads a `rules` object: rules and principles by name; has no prototype. `onTeamRule` hears of those of phrases and styles. */
export function rulesOf(
  tree: Node,
  ruleIds: readonly string[],
  report: Report,
  onTeamRule: (name: string, key: Node) => void = () => undefined,
): Readonly<Record<string, RuleSetting>> {
  const names = [...ruleIds, ...principles]
  const known = new Set(names)
  const rules: Record<string, RuleSetting> = Object.create(null)
  for (const {key, name, value} of propertiesOf(tree, report)) {
    if (isTeamRule(name)) onTeamRule(name, key)
    else if (!known.has(name)) {
      report(
        'config-unknown-rule',
        key.offset,
        key.length,
        () => `Poise has no rule “${short(name)}”.${didYouMean(name, names)}`,
      )
      continue
    }
    const setting = ruleSettings.find(one => one === value.value)
    if (setting !== undefined) rules[name] = setting
    else
      report(
        'config-type',
        value.offset,
        value.length,
        `A rule is one of ${listOf(ruleSettings)}. “${name}” keeps its default until then.`,
      )
  }
  return rules
}
