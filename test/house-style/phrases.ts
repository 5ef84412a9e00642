import type {DocumentKind} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {type PhraseRule, ruleOf} from '../../server/house-style/phrase-rule.ts'

/** A phrase rule with what is usual for the rest. */
export function phrase(
  find: string | readonly string[],
  say: readonly string[] = [],
  more: Partial<PhraseRule> = {},
): PhraseRule {
  const base = {
    name: 'test',
    principle: 'understanding',
    severity: 'suggestion',
    in: 'both',
    bad: [],
    good: [],
  } as const
  return {...base, find: typeof find === 'string' ? [find] : find, say, ...more}
}

/** What some phrases find in a text. */
export function findingsOf(text: string, phrases: readonly PhraseRule[], kind: DocumentKind = 'article') {
  return check(readMarkdown(text, kind), makePlan(kind, {}, phrases.map(ruleOf)), makeMemory()).findings
}

/** The texts that a phrase finds. */
export function foundIn(text: string, rule: PhraseRule, kind?: DocumentKind): readonly string[] {
  return findingsOf(text, [rule], kind).map(({span}) => text.slice(span.start, span.end))
}

/** The texts that the rewrites of the first finding give. */
export function rewritesOf(text: string, rule: PhraseRule, kind?: DocumentKind): readonly string[] {
  const [first] = findingsOf(text, [rule], kind)
  return (first?.suggestions ?? []).map(({edits}) => plainSlots(applyEdits(text, edits)))
}
