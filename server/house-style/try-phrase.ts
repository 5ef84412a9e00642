import type {DocumentKind, Span} from '../../rules/kit/types.ts'
import {check} from '../engine/check.ts'
import {applyEdits} from '../engine/fix.ts'
import {tallyOf} from '../engine/inspect.ts'
import {makeMemory} from '../engine/memory.ts'
import {makePlan, type Plan} from '../engine/plan.ts'
import {plainSlots} from '../engine/slots.ts'
import {readMarkdown} from '../formats/markdown/markdown.ts'
import type {PlacedPhrase} from './parse-phrases.ts'
import {ruleOf} from './phrase-rule.ts'
import {shownReplacement} from './replacement.ts'

/** Something about a rule or one of its examples, in its file. */
export interface Remark {
  readonly span: Span<'source'>
  readonly text: string
}

/** What the examples of a phrase rule show. */
export interface TriedPhrase {
  readonly examples: number
  /** What the rule makes of its bad examples. */
  readonly rewrites: readonly {readonly before: string; readonly after: string}[]
  /** Examples that don’t hold, with the remedy. */
  readonly failures: readonly Remark[]
  /** What is worth a look. */
  readonly warnings: readonly Remark[]
}

type Plans = Readonly<Record<DocumentKind, Plan>>

/** Runs the examples of a phrase rule: what it finds alone, and what its rewrites bring in among all rules of `plans`. */
export function tryPhrase(phrase: PlacedPhrase, plans: Plans): TriedPhrase {
  const {rule, span, bad, good} = phrase
  const failures = new Map<string, Remark>()
  const warnings = new Map<string, Remark>()
  const rewrites = new Map<string, {readonly before: string; readonly after: string}>()
  // What holds for articles and macros alike is said once.
  const keep = (kept: Map<string, Remark>, span: Span<'source'> | undefined, text: string): void =>
    void kept.set(`${span?.start} ${text}`, {span: span ?? phrase.span, text})
  const compiled = ruleOf(rule)
  for (const kind of compiled.scope) {
    const alone = makePlan(kind, {}, [compiled])
    for (const [index, example] of rule.bad.entries()) {
      const tried = tryBad(example, rule.say.length > 0, alone, plans[kind])
      if (tried.failure !== undefined) keep(failures, bad[index], tried.failure)
      for (const warning of tried.warnings) keep(warnings, bad[index], warning)
      for (const after of tried.rewrites) rewrites.set(`${example}\n${after}`, {before: example, after})
    }
    // Without an example, what to say is read as it stands.
    for (const say of rule.bad.length === 0 ? rule.say : []) {
      const found = findingsIn(shownReplacement(say), plans[kind]).filter(({level}) => level !== 'document')
      const by = listed([...new Set(found.map(finding => finding.rule))])
      if (by !== '') keep(warnings, span, `says “${shownReplacement(say)}”, which ${by} finds. Change “say”.`)
    }
    for (const [index, example] of rule.good.entries()) {
      const found = foundIn(example, alone)
      if (found.length > 0)
        keep(
          failures,
          good[index],
          `finds ${listed(found)} in “${example}”, which is to stay as it is. Change “find”, or the example.`,
        )
    }
  }
  const examples = rule.bad.length + rule.good.length
  if (examples === 0) keep(warnings, span, 'has no examples. Add a “bad” and a “good” one, and they are tried here.')
  return {
    examples,
    rewrites: [...rewrites.values()],
    failures: [...failures.values()],
    warnings: [...warnings.values()],
  }
}

const memory = makeMemory(1_000_000)

interface TriedExample {
  readonly failure?: string
  readonly warnings: readonly string[]
  readonly rewrites: readonly string[]
}

function tryBad(example: string, says: boolean, alone: Plan, all: Plan): TriedExample {
  const text = example.replace(/[«»]/g, '')
  const marked = [...example.matchAll(/«([^»]*)»/g)].map(match => match[1] ?? '')
  const found = foundIn(text, alone)
  if (found.length === 0)
    return {failure: `finds nothing in “${text}”. Change “find”, or the example.`, warnings: [], rewrites: []}
  if (marked.length > 0 && marked.join('\n') !== found.join('\n'))
    return {
      failure: `finds ${listed(found)} in “${text}”, and «…» marks ${listed(marked)}. Change one of them.`,
      warnings: [],
      rewrites: [],
    }
  const before = tally(text, all)
  const warnings: string[] = []
  const rewrites: string[] = []
  for (const {suggestions} of findingsIn(text, alone)) {
    if (says && suggestions.length === 0)
      warnings.push(`offers nothing in “${text}”: its “say” can’t be put there exactly, or the rule finds it too.`)
    for (const {edits} of suggestions) {
      const after = applyEdits(text, edits)
      const brought = [...tally(after, all)].filter(([id, count]) => count > (before.get(id) ?? 0)).map(([id]) => id)
      rewrites.push(plainSlots(after))
      if (brought.length > 0)
        warnings.push(
          `would bring ${listed(brought)} in with “${plainSlots(after)}”, so that is not offered. Change “say”.`,
        )
    }
  }
  return {warnings, rewrites}
}

function findingsIn(text: string, plan: Plan) {
  return check(readMarkdown(text, plan.kind), plan, memory).findings
}

function foundIn(text: string, plan: Plan): readonly string[] {
  return findingsIn(text, plan).map(({span}) => text.slice(span.start, span.end))
}

/** Of an example, which is no whole document, so that what a document lacks says nothing. */
function tally(text: string, plan: Plan): ReadonlyMap<string, number> {
  const found = findingsIn(text, plan).filter(({level}) => level !== 'document')
  return tallyOf(found.map(({rule}) => rule))
}

function listed(texts: readonly string[]): string {
  return texts.map(text => `“${text}”`).join(', ')
}
