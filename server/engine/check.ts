import type {Fact, Mark, Setting} from '../../rules/kit/types.ts'
import type {Block, Problem, Reading} from '../formats/format.ts'
import {memoOf} from './block-memo.ts'
import {type DocumentFindings, documentFindings} from './document-findings.ts'
import {type Inspection, inspect} from './inspect.ts'
import {withoutLongBlocks} from './long-blocks.ts'
import type {Memory} from './memory.ts'
import {type Placed, suggestionsOf} from './place.ts'
import {ownSeverity, type Plan} from './plan.ts'
import {replyPurpose} from './reply-purpose.ts'
import {makeFinding, type Report} from './report.ts'
import {type Counted, explain, scoreOf} from './score.ts'
import {settingsOf} from './settings.ts'
import {suppress} from './suppress.ts'

/**
 * Checks one document: the same reading and plan always give the same report. `memory` keeps what was found in each block's prose, so
 * that only blocks whose prose changed are looked at again. Never throws: a rule that fails is left out for its block and reported.
 */
export function check(whole: Reading, plan: Plan, memory: Memory): Report {
  const reading = withoutLongBlocks(whole)
  const {blocks} = reading
  const settings = settingsOf(blocks, plan.kind)
  const inspections = blocks.map((block, index) => inspectBlock(block, settings[index], plan, memory))
  const ofDocument = documentFindings(reading, inspections, plan)
  const failures = new Set([...inspections.flatMap(inspection => inspection.failed), ...ofDocument.failed])
  const found = [...sentenceFindings(blocks, inspections, plan, ofDocument.keeps), ...ofDocument.placed]
  const {kept, problems, used} = suppress(found, reading.directives, plan)
  const counted = countedOf(kept, blocks)
  const words = inspections.reduce((sum, inspection) => sum + inspection.words, 0)
  return {
    kind: plan.kind,
    findings: kept.map(({finding}) => finding).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    problems: [...reading.problems, ...problems, ...[...failures].map(failure)],
    score: scoreOf(counted, plan.kind, words),
    explanation: explain(counted, plan.kind, words),
    ...(plan.kind === 'macro' && blocks.length > 0 ? {purpose: replyPurpose(ofDocument.outline)} : {}),
    ...(reading.foreign && {foreign: true}),
    ...(used.length > 0 && {usedIgnores: used}),
  }
}

function failure(rule: string): Problem {
  return {
    code: 'rule-failed',
    message: `The rule “${rule}” failed on a part of this document and was left out there. Please report it.`,
    span: {start: 0, end: 0},
  }
}

const none: readonly Placed[] = []
const noInspection: Inspection = {
  hits: [],
  facts: [],
  words: 0,
  failed: [],
  edited: () => ({prose: {text: '', marks: []}, tally: () => new Map(), facts: () => []}),
}

function inspectBlock(block: Block, setting: Setting | undefined, plan: Plan, memory: Memory): Inspection {
  if (!setting) return noInspection
  const memo = memoOf(block)
  if (memo.seen?.setting === setting && memo.seen.plan === plan) return memo.seen.inspection
  // A look at the memory reads the whole prose to find its key.
  const inspection = recallInspection(block, setting, plan, memory)
  memo.seen = {setting, plan, inspection}
  return inspection
}

function recallInspection({prose, marks}: Block, setting: Setting, plan: Plan, memory: Memory): Inspection {
  const key = `${plan.fingerprint}|${setting.block}${+setting.expected}${+setting.contractions}${+setting.curly}|${marks.map(keyOf).join()}|${prose}`
  return memory.recall(key, () => inspect({text: prose, marks}, setting, plan))
}

function keyOf({kind, start, end, text}: Mark): string {
  return `${kind}${start}-${end}${text ?? ''}`
}

function sentenceFindings(
  blocks: readonly Block[],
  inspections: readonly Inspection[],
  plan: Plan,
  keeps: DocumentFindings['keeps'],
): readonly Placed[] {
  return blocks.flatMap((block, index) => {
    const {hits} = inspections[index] ?? noInspection
    if (hits.length === 0) return none
    const standing = hits.filter(({unlessNext}) => {
      return (
        unlessNext.length === 0 || !followingFacts(blocks, inspections, index).some(({id}) => unlessNext.includes(id))
      )
    })
    return standing.map(({rule, span, severity, message, proposals}) => {
      const found = {
        rule: rule.id,
        principle: rule.principle,
        severity: plan.severityOf(rule) ?? severity ?? ownSeverity(rule, plan),
        level: rule.level,
        message,
        span: block.map.toSource(span),
      }
      const suggest = () =>
        suggestionsOf(
          proposals().filter(({edits}) => keeps(index, edits)),
          block,
        )
      return {finding: makeFinding(found, suggest), block: index}
    })
  })
}

/** How many items of a list that follows a block are read for what they state. */
const itemsRead = 12

/** What the block behind this one states; a reply that says no and then lists what is possible says so in its list. */
function followingFacts(blocks: readonly Block[], inspections: readonly Inspection[], index: number): readonly Fact[] {
  const facts = [...(inspections[index + 1]?.facts ?? [])]
  for (let next = index + 2; next < index + 1 + itemsRead; next++) {
    if (blocks[next]?.kind !== 'item' || blocks[next - 1]?.kind !== 'item') break
    facts.push(...(inspections[next]?.facts ?? []))
  }
  return facts
}

/** In a reply, the first two and the last two blocks greet and close. */
function countedOf(placed: readonly Placed[], blocks: readonly Block[]): readonly Counted[] {
  const last = blocks.length - 1
  return placed.map(({finding, block}) => ({
    finding,
    edge: finding.level !== 'document' && (block < 2 || block > last - 2),
  }))
}
