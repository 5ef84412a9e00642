import type {DocumentMatch, DocumentRule, Fact, Outline, OutlineBlock} from '../../rules/kit/types.ts'
import type {Block, Reading} from '../formats/format.ts'
import {memoOf} from './block-memo.ts'
import type {ProseEdit} from './difference.ts'
import {type Inspection, messageOf, tallyOf} from './inspect.ts'
import {type Placed, suggestionsOf} from './place.ts'
import {ownSeverity, type Plan} from './plan.ts'
import {addsNone, proposalsOf, type Tally, type Trial} from './proposals.ts'
import {makeFinding} from './report.ts'

/** What the document rules found, and the ids of those that threw. */
export interface DocumentFindings {
  /** What the rules looked at. */
  readonly outline: Outline
  readonly placed: readonly Placed[]
  readonly failed: readonly string[]
  /** Whether edits of a block leave the document rules at rest: a long addition can make a document owe what it did not, a removal can take what it owes. */
  readonly keeps: (block: number, edits: readonly ProseEdit[]) => boolean
}

/** In an article, edits that change its length by fewer UTF-16 code units are taken to change nothing for it as a whole. */
const smallChange = 24

/**
 * With more findings than this in its sentences, four times those of real writing, a document's rewrites are tried on the sentences around
 * them only: to try each on the document too costs its length every time.
 */
const mostTried = 40

type RuleMatch = readonly [rule: DocumentRule, match: DocumentMatch]

/** Runs the document rules over the outline, which is made of what is known of the blocks already. */
export function documentFindings(reading: Reading, inspections: readonly Inspection[], plan: Plan): DocumentFindings {
  // A reply that is one placeholder says nothing yet, so nothing is missing from it.
  const isWritten = reading.blocks.some(({prose}) => /\p{L}/u.test(prose))
  const outline = outlineOf(reading, inspections, plan)
  if (plan.documentRules.length === 0 || !isWritten) return {outline, placed: [], failed: [], keeps: () => true}
  const {matches, failed} = matchesOf(outline, plan)
  const before = tallyOf(matches.map(([rule]) => rule.id))
  const after = (index: number, edits: readonly ProseEdit[]): Tally => {
    const block = outline.blocks[index]
    const inspection = inspections[index]
    if (!block || !inspection) return before
    const {prose, facts} = inspection.edited(edits)
    const edited = {...block, prose: prose.text, marks: prose.marks, facts: facts(), kept: []}
    const {matches} = matchesOf({...outline, blocks: outline.blocks.with(index, edited), kept: []}, plan)
    return tallyOf(matches.map(([rule]) => rule.id))
  }
  const placed = matches.flatMap(([rule, match]) => {
    const block = reading.blocks[match.block]
    const inspection = inspections[match.block]
    if (!block || !inspection) return []
    const prose = {text: block.prose, marks: block.marks}
    const trial: Trial = edits => ({
      before: new Map([...before, ...tallyOf(inspection.hits.map(({rule}) => rule.id))]),
      after: new Map([...after(match.block, edits), ...inspection.edited(edits).tally()]),
    })
    const found = {
      rule: rule.id,
      principle: rule.principle,
      severity: plan.severityOf(rule) ?? match.severity ?? ownSeverity(rule, plan),
      level: rule.level,
      message: messageOf(rule.message, match, block.prose),
      span: block.map.toSource(match.span),
    }
    const suggest = () => suggestionsOf(proposalsOf(match, rule.id, prose, trial), block)
    return [{finding: makeFinding(found, suggest), block: match.block}]
  })
  const tries = inspections.reduce((sum, {hits}) => sum + hits.length, 0) <= mostTried
  return {
    outline,
    placed,
    failed,
    keeps(block, edits) {
      const isSmall = plan.kind === 'article' && Math.abs(growth(edits)) < smallChange
      return isSmall || !tries || addsNone(before, after(block, edits))
    },
  }
}

function growth(edits: readonly ProseEdit[]): number {
  return edits.reduce((sum, {span, text}) => sum + text.length - (span.end - span.start), 0)
}

/** The whole document as document rules see it. */
export function outlineOf(
  {blocks, title, purpose}: Reading,
  inspections: readonly Inspection[],
  {kind, recorded}: Plan,
): Outline {
  return {
    kind,
    recorded,
    kept: [],
    ...(title === undefined ? {} : {title}),
    ...(purpose === undefined ? {} : {purpose}),
    blocks: blocks.map((block, index) => outlineBlock(block, inspections[index]?.facts ?? noFacts)),
  }
}

const noFacts: readonly Fact[] = []

/** The same object for the same block and facts, so that what rules know of a block stays known while others change. */
function outlineBlock(block: Block, facts: readonly Fact[]): OutlineBlock {
  const memo = memoOf(block)
  if (memo.outline?.facts === facts) return memo.outline
  const {kind, depth, ordered, quoted, prose, marks} = block
  memo.outline = {kind, depth, ordered, quoted, prose, marks, facts, kept: []}
  return memo.outline
}

function matchesOf(
  outline: Outline,
  {documentRules}: Plan,
): {readonly matches: RuleMatch[]; readonly failed: string[]} {
  const matches: RuleMatch[] = []
  const failed: string[] = []
  for (const rule of documentRules) {
    try {
      for (const match of rule.check(outline)) matches.push([rule, match])
    } catch {
      failed.push(rule.id)
    }
  }
  return {matches, failed}
}
