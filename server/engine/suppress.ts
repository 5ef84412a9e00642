import {lowerBound} from '../../rules/kit/lower-bound.ts'
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
  const covered = coveredBy(silences)
  const isSilenced = ({rule, span}: Finding): boolean => {
    return [everyRule, rule].some(name => isIn(covered.get(name) ?? [], span.start))
  }
  const starts = startsByRule(items)
  const used = new Map(silences.map(silence => [silence.directive, usedOf(silence, starts)]))
  const kept = items.filter(({finding}) => !isSilenced(finding))
  const active = new Set([...plan.sentenceRules, ...plan.documentRules].map(rule => rule.id))
  const problems = silences.flatMap(({directive}) =>
    problemsOf(directive, used.get(directive) ?? new Set(), active, plan.rules),
  )
  const spans = [...used].flatMap(([directive, rules]) => (rules.size > 0 ? spansOf(directive, rules) : []))
  return {kept, problems, used: spans}
}

/** Stands for all rules where a comment names none; no rule is called so. */
const everyRule = '*'

/** Where each rule is silenced: ranges in the order of the file, none touching another, so that any number of comments costs one look. */
function coveredBy(silences: readonly Silence[]): ReadonlyMap<string, readonly Span<'source'>[]> {
  const covered = new Map<string, Span<'source'>[]>()
  for (const {directive, range} of silences.toSorted((a, b) => a.range.start - b.range.start)) {
    for (const rule of directive.rules.length === 0 ? [everyRule] : directive.rules) {
      const ranges = covered.get(rule) ?? []
      const last = ranges.at(-1)
      if (last && range.start <= last.end) ranges.splice(-1, 1, {...last, end: Math.max(last.end, range.end)})
      else ranges.push(range)
      covered.set(rule, ranges)
    }
  }
  return covered
}

function isIn(ranges: readonly Span<'source'>[], offset: number): boolean {
  const next = lowerBound(ranges, ({start}) => start > offset)
  return offset < (ranges[next - 1]?.end ?? 0)
}

/** Where the findings of each rule start, in the order of the file. */
function startsByRule(items: readonly {readonly finding: Finding}[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>([[everyRule, []]])
  for (const {finding} of items) {
    for (const rule of [everyRule, finding.rule]) {
      const known = starts.get(rule)
      if (known) known.push(finding.span.start)
      else starts.set(rule, [finding.span.start])
    }
  }
  for (const each of starts.values()) each.sort((a, b) => a - b)
  return starts
}

/** Which of the rules that a comment names, or `*`, find something in its range. */
function usedOf({directive, range}: Silence, starts: ReadonlyMap<string, readonly number[]>): ReadonlySet<string> {
  const rules = directive.rules.length === 0 ? [everyRule] : directive.rules
  const finds = (rule: string): boolean => {
    const found = starts.get(rule) ?? []
    return (found[lowerBound(found, start => start >= range.start)] ?? Infinity) < range.end
  }
  return new Set(rules.filter(finds))
}

function spansOf({rules, ruleSpans, span}: Directive, used: ReadonlySet<string>): readonly Span<'source'>[] {
  if (rules.length === 0) return [span]
  return rules.flatMap((rule, index) => (used.has(rule) ? [ruleSpans[index] ?? span] : []))
}

function silencesOf(directives: readonly Directive[]): readonly Silence[] {
  const silences: Silence[] = []
  // Read backwards, so that the next end of each rule is known at its start.
  const ends = new Map<string, number>()
  for (const directive of directives.toReversed()) {
    const {kind, rules, span} = directive
    if (kind === 'file') silences.push({directive, range: {start: 0, end: Infinity}})
    else if (kind === 'next') silences.push({directive, range: directive.covers ?? {start: 0, end: 0}})
    else if (kind === 'end') for (const rule of rules.length === 0 ? [everyRule] : rules) ends.set(rule, span.start)
    else {
      const end = [everyRule, ...rules].reduce(
        (nearest, rule) => Math.min(nearest, ends.get(rule) ?? Infinity),
        Infinity,
      )
      silences.push({directive, range: {start: span.end, end}})
    }
  }
  return silences.reverse()
}

function problemsOf(
  {rules, ruleSpans, span}: Directive,
  used: ReadonlySet<string>,
  active: ReadonlySet<string>,
  known: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  if (rules.length === 0) {
    return used.size > 0
      ? []
      : [{code: 'unused-ignore', message: 'This ignore comment silences nothing. Remove it.', span}]
  }
  return rules.flatMap((rule, index) => {
    const where = ruleSpans[index] ?? span
    if (!known.has(rule)) {
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
