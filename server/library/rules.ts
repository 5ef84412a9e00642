import {rules as allRules} from '../../rules/index.generated.ts'
import {principleText} from '../../rules/kit/principles.ts'
import type {DocumentKind, Example, Principle, Rule, Severity} from '../../rules/kit/types.ts'
import {ownRulePage} from '../engine/rule-page.ts'
import {plainSlots} from '../engine/slots.ts'

/** What is known of a rule, as plain data. */
export interface RuleInfo {
  /** The name by which configurations and findings call it. */
  readonly id: string
  /** The principle that it serves. */
  readonly principle: Principle
  /** What the principle asks of a writer. */
  readonly asks: string
  /** The kinds of document that it looks at. */
  readonly scope: readonly DocumentKind[]
  /** What it looks at: some words, a sentence, or the document as a whole. */
  readonly level: Rule['level']
  readonly severity: Readonly<Record<DocumentKind, Severity>>
  /** What is wrong, in one short line; `{found}` stands for the words found. */
  readonly message: string
  /** Why it invites pushback. */
  readonly why: string
  /** What the advice rests on. */
  readonly sources: readonly string[]
  /** «…» marks what the rule finds; a slot for the writer's fact stands in square brackets. */
  readonly examples: readonly Example[]
  /** The rule's section of the published list of rules. */
  readonly url: string
}

/** All rules, by principle and name. */
export const rules: readonly RuleInfo[] = allRules.map(infoOf)

function infoOf({id, principle, scope, level, severity, message, why, sources, examples}: Rule): RuleInfo {
  return {
    id,
    principle,
    asks: principleText[principle].asks,
    scope,
    level,
    severity: typeof severity === 'string' ? {article: severity, macro: severity} : severity,
    message,
    why,
    sources,
    examples: examples.map(example =>
      'bad' in example && example.better !== undefined ? {...example, better: plainSlots(example.better)} : example,
    ),
    url: ownRulePage(id),
  }
}
