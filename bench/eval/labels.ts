import type {Principle} from '../../rules/kit/types.ts'

/** What a labelled document is: `tweet` is a reply of a line or two. */
export const labelKinds = ['macro', 'tweet', 'article'] as const

/** The labels of a sentence, and the principles whose rules may find it. */
export const principlesOf = {
  doubt: ['knowledge'],
  overclaim: ['knowledge'],
  vague: ['knowledge', 'intent'],
  refusal: ['intent', 'standing'],
  combative: ['intent', 'understanding', 'standing'],
  demand: ['intent', 'understanding', 'standing'],
  minimize: ['understanding'],
  blame: ['understanding'],
  hollow: ['understanding'],
  disown: ['standing', 'intent'],
  weak: ['standing', 'understanding', 'intent'],
} as const satisfies Readonly<Record<string, readonly Principle[]>>

export type LabelName = keyof typeof principlesOf

/** The labels' names, in the order of tables. */
export const labelNames = Object.keys(principlesOf) as readonly LabelName[]

/** The labels of a whole document that a “no” should bring a finding for, with the rules that bring it. */
export const documentRulesOf: Readonly<Record<string, readonly string[]>> = {
  greets: ['macro-greeting'],
  acknowledges: ['macro-acknowledgement'],
  owns: ['macro-ownership'],
  next_step: ['macro-next-step'],
  door_open: ['macro-closing', 'macro-escalation-path'],
  outcome: ['article-expected-result'],
  help_route: ['article-help-route', 'article-troubleshooting-escalation'],
}

/** Rules about something that no label stands for, so that their findings could only count as wrong. */
export const rulesWithoutLabel: ReadonlySet<string> = new Set(['impersonal-greeting', 'closing-passive-invite'])
