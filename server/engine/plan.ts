import {recognisers as allRecognisers, rules as allRules} from '../../rules/index.generated.ts'
import type {DocumentKind, DocumentRule, Recogniser, Rule, SentenceRule, Severity} from '../../rules/kit/types.ts'
import {type IsAllowed, makeAllowed} from './allowed.ts'
import {makeTriggers, type Triggers} from './triggers.ts'

/** A rule's place in the configuration: off, on with its own severity, or on with one of the team's own. */
export type RuleSetting = Severity | 'on' | 'off'

/** Which rules look at a document of one kind, and how severe each is; made once for each configuration and kind. */
export interface Plan {
  readonly kind: DocumentKind
  readonly sentenceRules: readonly SentenceRule[]
  readonly documentRules: readonly DocumentRule[]
  readonly recognisers: readonly Recogniser[]
  readonly triggers: Triggers
  /** Whether the team says that its contacts are recorded, which a boundary then has to say too. */
  readonly recorded: boolean
  /** All rules that there are, by their ids: those that are off or of the other kind included. */
  readonly rules: ReadonlyMap<string, Rule>
  /** Whether a place in a prose is one of the team's own phrases and names, in which nothing is marked. */
  readonly isAllowed: IsAllowed | undefined
  readonly severityOf: (rule: Rule) => Severity | undefined
  /** Unique to this plan, so that what one plan found is never taken for another's. */
  readonly fingerprint: string
}

let plansMade = 0

/** Makes the plan for one kind of document from the configuration's `rules` section, its `recording` and its `allow`. */
export function makePlan(
  kind: DocumentKind,
  settings: Readonly<Record<string, RuleSetting>> = {},
  rules: readonly Rule[] = allRules,
  recorded = false,
  allow: readonly string[] = [],
): Plan {
  const settingOf = (rule: Rule) => settingFor(rule, settings)
  const active = rules.filter(rule => rule.scope.includes(kind) && settingOf(rule) !== 'off')
  const sentenceRules = active.filter(rule => rule.level !== 'document')
  const recognisers = allRecognisers.filter(recogniser => recogniser.scope.includes(kind))
  return {
    kind,
    sentenceRules,
    documentRules: active.filter(rule => rule.level === 'document'),
    recognisers,
    recorded,
    isAllowed: makeAllowed(allow),
    rules: new Map([...allRules, ...rules].map(rule => [rule.id, rule])),
    triggers: makeTriggers([...sentenceRules, ...recognisers]),
    severityOf(rule) {
      const setting = settingOf(rule)
      return setting === 'on' || setting === 'off' ? undefined : setting
    },
    fingerprint: `${kind}${plansMade++}`,
  }
}

/** What the settings say of a rule: by its own name, or else by that of the principle that it serves. */
export function settingFor(
  {id, principle, outside}: Pick<Rule, 'id' | 'principle' | 'outside'>,
  settings: Readonly<Record<string, RuleSetting>>,
): RuleSetting | undefined {
  return settings[id] ?? (outside ? undefined : settings[principle])
}

/** The severity that a rule has by itself in documents of the plan's kind. */
export function ownSeverity({severity}: Pick<Rule, 'severity'>, {kind}: Plan): Severity {
  return typeof severity === 'string' ? severity : severity[kind]
}
