import {rules as allRules} from '../../rules/index.generated.ts'
import type {Rule} from '../../rules/kit/types.ts'
import type {Problem} from '../formats/format.ts'
import {houseId, isHouseId} from '../house-style/phrase-rule.ts'
import type {Config} from './config.ts'
import {maxProblems, short} from './config-nodes.ts'
import {didYouMean} from './did-you-mean.ts'
import type {ReadConfig} from './read-config.ts'

/** A rule as far as settings ask for it. */
export type NamedRule = Pick<Rule, 'id' | 'principle' | 'outside'>

/** Whether a name is one of a rule in a team's phrases or in a style; which there are is known when all files are read. */
export function isTeamRule(name: string): boolean {
  return isHouseId(name) || name.startsWith('vale/')
}

/** All rules of a configuration, without making those of its phrases and styles. */
export function namedRules({phrases, styles}: Pick<Config, 'phrases' | 'styles'>): readonly NamedRule[] {
  if (phrases.length === 0 && styles.length === 0) return allRules
  const house = phrases.map(({name, principle}): NamedRule => ({id: houseId(name), principle}))
  const ofStyles = styles.map(({id}): NamedRule => ({id, principle: 'understanding', outside: {}}))
  return [...allRules, ...house, ...ofStyles]
}

/** The problems of a configuration with one for each rule that it names of phrases or styles, and that none of them has. */
export function withUnknownRules({settings, problems}: ReadConfig, config: Config): readonly Problem[] {
  const {teamRules = []} = settings
  if (teamRules.length === 0) return problems
  const ids = namedRules(config)
    .map(({id}) => id)
    .filter(isTeamRule)
  const known = new Set(ids)
  const unknown = teamRules
    .filter(({name}) => !known.has(name))
    .slice(0, Math.max(0, maxProblems - problems.length))
    .map(({name, span}): Problem => {
      const isHouse = isHouseId(name)
      const similar = ids.filter(id => isHouseId(id) === isHouse)
      const where = isHouse ? '“phrases” of this file or of those above' : 'a style that this file or those above name'
      const message = `Your team has no rule “${short(name)}” in ${where}.${didYouMean(name, similar)}`
      return {code: 'config-unknown-rule', message, span}
    })
  return [...problems, ...unknown]
}
