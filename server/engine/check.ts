import type {Fact, OutlineBlock} from '../../rules/kit/types.ts'
import type {Problem, Reading} from '../formats/format.ts'
import {shift} from '../formats/prose/shift.ts'
import {type DocumentFindings, documentFindings} from './document-findings.ts'
import type {Hit} from './inspect.ts'
import {type InspectedSection, inspectSections} from './inspect-sections.ts'
import type {Memory} from './memory.ts'
import {type Placed, suggestionsOf} from './place.ts'
import {ownSeverity, type Plan} from './plan.ts'
import {replyPurpose} from './reply-purpose.ts'
import {makeFinding, type Report} from './report.ts'
import {type Counted, explain, mendingOf, scoreOf} from './score.ts'
import {suppress} from './suppress.ts'

/**
 * Checks one document: the same reading and plan always give the same report. `memory` keeps what was found in each block's prose, so
 * that only blocks whose prose changed are looked at again. Never throws: a rule that fails is left out for its block and reported.
 */
export function check(reading: Reading, plan: Plan, memory: Memory): Report {
  const sections = inspectSections(reading, plan, memory)
  const ofDocument = documentFindings(reading, sections, plan)
  const {blocks} = ofDocument.outline
  const failures = new Set([...sections.flatMap(({facts}) => facts.failed), ...ofDocument.failed])
  const found = [...sentenceFindings(sections, blocks, plan, ofDocument.keeps), ...ofDocument.placed]
  const {kept, problems, used} = suppress(found, reading.directives, plan)
  const counted = countedOf(kept, blocks.length)
  const words = sections.reduce((sum, {facts}) => sum + facts.words, 0)
  const mending = mendingOf(counted, plan.kind, words)
  return {
    kind: plan.kind,
    findings: kept.map(({finding}) => finding).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    problems: [...reading.problems, ...sections.flatMap(tooLong), ...problems, ...[...failures].map(failure)],
    score: scoreOf(counted, plan.kind, words),
    explanation: explain(counted, plan.kind, words, mending),
    ...(mending.length > 0 && {mending}),
    ...(plan.kind === 'macro' && blocks.length > 0 ? {purpose: replyPurpose(ofDocument.outline)} : {}),
    ...(reading.foreign && {foreign: true}),
    ...(used.length > 0 && {usedIgnores: used}),
  }
}

function tooLong({base, problems}: InspectedSection): readonly Problem[] {
  return problems.map(problem => ({...problem, span: shift(problem.span, base)}))
}

function failure(rule: string): Problem {
  return {
    code: 'rule-failed',
    message: `The rule “${rule}” failed on a part of this document and was left out there. Please report it.`,
    span: {start: 0, end: 0},
  }
}

function sentenceFindings(
  sections: readonly InspectedSection[],
  outline: readonly OutlineBlock[],
  plan: Plan,
  keeps: DocumentFindings['keeps'],
): readonly Placed[] {
  return sections.flatMap(({base, first, blocks, facts}) =>
    facts.hits.flatMap(({hit, index}) => {
      const {rule, span, severity, message, proposals} = hit
      const block = blocks[index]
      const inDocument = first + index
      if (block === undefined || !stands(hit, outline, inDocument)) return []
      const found = {
        rule: rule.id,
        by: rule,
        principle: rule.principle,
        severity: plan.severityOf(rule) ?? severity ?? ownSeverity(rule, plan),
        level: rule.level,
        message,
        span: shift(block.map.toSource(span), base),
      }
      const suggest = () =>
        suggestionsOf(
          proposals().filter(({edits}) => keeps(inDocument, edits)),
          block,
          base,
        )
      return [{finding: makeFinding(found, suggest), block: inDocument}]
    }),
  )
}

function stands({unlessNext}: Hit, blocks: readonly OutlineBlock[], index: number): boolean {
  return unlessNext.length === 0 || !followingFacts(blocks, index).some(({id}) => unlessNext.includes(id))
}

/** How many items of a list that follows a block are read for what they state. */
const itemsRead = 12

/** What the block behind this one states; a reply that says no and then lists what is possible says so in its list. */
function followingFacts(blocks: readonly OutlineBlock[], index: number): readonly Fact[] {
  const facts = [...(blocks[index + 1]?.facts ?? [])]
  for (let next = index + 2; next < index + 1 + itemsRead; next++) {
    if (blocks[next]?.kind !== 'item' || blocks[next - 1]?.kind !== 'item') break
    facts.push(...(blocks[next]?.facts ?? []))
  }
  return facts
}

/** What counts for the score. In a reply, the first two and the last two blocks greet and close. */
function countedOf(placed: readonly Placed[], blocks: number): readonly Counted[] {
  const last = blocks - 1
  return placed
    .filter(({finding}) => !finding.by.outside)
    .map(({finding, block}) => ({
      finding,
      edge: finding.level !== 'document' && (block < 2 || block > last - 2),
    }))
}
