import type {DocumentKind, Rule, SentenceRule, DocumentRule, Severity} from '../../rules/kit/types.ts'
import {rules as allRules} from '../../rules/index.generated.ts'

/** A rule's place in the configuration: off, as the rule itself says, or with a severity of the team's own. */
export type RuleSetting = Severity | 'on' | 'off'

/** Which rules look at a document of one kind, and how severe each is; made once for each configuration and kind. */
export interface Plan {
  readonly kind: DocumentKind
  readonly sentenceRules: readonly SentenceRule[]
  readonly documentRules: readonly DocumentRule[]
  readonly severityOf: (rule: Rule) => Severity
  /** The same for two plans exactly when the same rules run on the same kind of document. */
  readonly fingerprint: string
}

/** Makes the plan for one kind of document from the configuration's `rules` section. */
export function makePlan(kind: DocumentKind, settings: Readonly<Record<string, RuleSetting>> = {}, rules: readonly Rule[] = allRules): Plan {
  const active = rules.filter(rule => rule.scope.includes(kind) && settings[rule.id] !== 'off')
  return {
    kind,
    sentenceRules: active.filter(rule => rule.level !== 'document'),
    documentRules: active.filter(rule => rule.level === 'document'),
    severityOf(rule) {
      const setting = settings[rule.id]
      if (setting !== undefined && setting !== 'on' && setting !== 'off') return setting
      return typeof rule.severity === 'string' ? rule.severity : rule.severity[kind]
    },
    fingerprint: `${kind}:${active.map(rule => rule.id).join(',')}`,
  }
}
