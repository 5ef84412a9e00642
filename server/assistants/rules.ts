import {rules as allRules} from '../../rules/index.generated.ts'
import {principleText} from '../../rules/kit/principles.ts'
import type {Example, Rule} from '../../rules/kit/types.ts'
import {settingFor} from '../engine/plan.ts'
import {rulePage} from '../engine/rule-page.ts'
import {plainSlots} from '../engine/slots.ts'
import type {Config} from '../workspace/config.ts'
import {didYouMean} from '../workspace/did-you-mean.ts'
import {Mistake} from './input.ts'

/** The rules that a configuration knows: those of Poise, and those that its plans hold besides. */
export function rulesOf({plans}: Config): readonly Rule[] {
  const planned = Object.values(plans).flatMap(({sentenceRules, documentRules}) => [...sentenceRules, ...documentRules])
  return [...new Map([...allRules, ...planned].map(rule => [rule.id, rule])).values()]
}

/** A rule in full, for who wants to know why. Throws a Mistake where there is none of this name. */
export function explained(id: string, config: Config): object {
  const rules = rulesOf(config)
  const rule = rules.find(each => each.id === id)
  if (rule === undefined)
    throw new Mistake(
      `Poise has no rule “${id}”.${
        didYouMean(
          id,
          rules.map(each => each.id),
        ) || ' See list_rules.'
      }`,
    )
  const {principle, message, why, sources, scope, examples, outside} = rule
  const page = rulePage(rule)
  return {
    rule: id,
    ...(!outside && {principle, asks: principleText[principle].asks}),
    setting: settingOf(rule, config),
    kinds: scope,
    message: message.replace(/\{\w+\}/g, '…'),
    why,
    sources,
    examples: examples.slice(0, mostExamples).map(plainExample),
    ...(page !== undefined && {page}),
  }
}

/** A rule in one line. */
export function listed(rule: Rule, config: Config): object {
  const {id, principle, scope, message, outside} = rule
  return {
    rule: id,
    ...(!outside && {principle}),
    kinds: scope,
    setting: settingOf(rule, config),
    message: message.replace(/\{\w+\}/g, '…'),
  }
}

const mostExamples = 12

function settingOf(rule: Rule, {rules}: Config): unknown {
  const setting = settingFor(rule, rules)
  return setting === undefined || setting === 'on' ? rule.severity : setting
}

function plainExample(example: Example): object {
  const plain = (text: string): string => plainSlots(text).replace(/[«»]/g, '')
  if ('good' in example) return {fine: plain(example.good)}
  return {instead_of: plain(example.bad), ...(example.better !== undefined && {better: plain(example.better)})}
}
