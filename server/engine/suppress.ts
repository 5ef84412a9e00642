import {rules as allRules} from '../../rules/index.generated.ts'
import type {Span} from '../../rules/kit/types.ts'
import type {Directive, Problem} from '../formats/format.ts'
import type {Plan} from './plan.ts'
import type {Finding} from './report.ts'

interface Silence {
  readonly directive: Directive
  readonly range: Span<'source'>
}

/** Takes out the findings that the writer's comments silence, and reports comments that silence nothing or name no rule. */
export function suppress<Item extends {readonly finding: Finding}>(
  items: readonly Item[],
  directives: readonly Directive[],
  plan: Plan,
): {
  readonly kept: readonly Item[]
  readonly problems: readonly Problem[]
  /** The comments, or the names in them, that silenced something. */
  readonly used: readonly Span<'source'>[]
} {
  if (directives.length === 0) return {kept: items, problems: [], used: []}
  const silences = silencesOf(directives)
  const used = new Map<Directive, Set<string>>()
  const kept = items.filter(({finding}) => {
    const by = silences.filter(({directive, range}) => covers(directive, range, finding))
    for (const {directive} of by) used.set(directive, (used.get(directive) ?? new Set()).add(finding.rule))
    return by.length === 0
  })
  const active = new Set([...plan.sentenceRules, ...plan.documentRules].map(rule => rule.id))
  const problems = silences.flatMap(({directive}) => problemsOf(directive, used.get(directive) ?? new Set(), active))
  return {kept, problems, used: [...used].flatMap(([directive, rules]) => spansOf(directive, rules))}
}

function spansOf({rules, ruleSpans, span}: Directive, used: ReadonlySet<string>): readonly Span<'source'>[] {
  if (rules.length === 0) return [span]
  return rules.flatMap((rule, index) => (used.has(rule) ? [ruleSpans[index] ?? span] : []))
}

function covers({rules}: Directive, range: Span<'source'>, {rule, span}: Finding): boolean {
  return range.start <= span.start && span.start < range.end && (rules.length === 0 || rules.includes(rule))
}

function silencesOf(directives: readonly Directive[]): readonly Silence[] {
  const silences: Silence[] = []
  for (const [index, directive] of directives.entries()) {
    if (directive.kind === 'file') silences.push({directive, range: {start: 0, end: Infinity}})
    else if (directive.kind === 'next') silences.push({directive, range: directive.covers ?? {start: 0, end: 0}})
    else if (directive.kind === 'start') {
      const end = directives
        .slice(index + 1)
        .find(
          later =>
            later.kind === 'end' &&
            (later.rules.length === 0 || later.rules.some(rule => directive.rules.includes(rule))),
        )
      silences.push({directive, range: {start: directive.span.end, end: end?.span.start ?? Infinity}})
    }
  }
  return silences
}

function problemsOf(
  {rules, ruleSpans, span}: Directive,
  used: ReadonlySet<string>,
  active: ReadonlySet<string>,
): readonly Problem[] {
  if (rules.length === 0) {
    return used.size > 0
      ? []
      : [{code: 'unused-ignore', message: 'This ignore comment silences nothing. Remove it.', span}]
  }
  return rules.flatMap((rule, index) => {
    const where = ruleSpans[index] ?? span
    if (!allRules.some(known => known.id === rule)) {
      return [
        {code: 'unknown-rule', message: `There is no rule “${rule}”. See the list of rules for its name.`, span: where},
      ]
    }
    if (used.has(rule) || !active.has(rule)) return []
    return [
      {
        code: 'unused-ignore',
        message: `“${rule}” finds nothing here, so ignoring it has no effect. Remove the comment.`,
        span: where,
      },
    ]
  })
}
