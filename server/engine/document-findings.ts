import type {DocumentMatch, DocumentRule, Outline, OutlineBlock} from '../../rules/kit/types.ts'
import type {Block, Reading} from '../formats/format.ts'
import {shift} from '../formats/prose/shift.ts'
import type {ProseEdit} from './difference.ts'
import {type Inspection, messageOf, tallyOf} from './inspect.ts'
import type {InspectedSection} from './inspect-sections.ts'
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
 * With more findings than this in its sentences, four times those of real writing, a document's rewrites are tried on their blocks
 * only: to try each on the document too costs its length every time.
 */
const mostTried = 40

type RuleMatch = readonly [rule: DocumentRule, match: DocumentMatch]

/** Runs the document rules over the outline, which is made of what is known of the blocks already. */
export function documentFindings(
  reading: Reading,
  sections: readonly InspectedSection[],
  plan: Plan,
): DocumentFindings {
  // A reply that is one placeholder says nothing yet, so nothing is missing from it.
  const outline = outlineOf(reading, sections, plan)
  const isWritten = outline.blocks.some(({prose}) => /\p{L}/u.test(prose))
  if (plan.documentRules.length === 0 || !isWritten) return {outline, placed: [], failed: [], keeps: () => true}
  const {matches, failed} = matchesOf(outline, plan)
  const before = tallyOf(matches.map(([rule]) => rule.id))
  const after = (index: number, edits: readonly ProseEdit[]): Tally => {
    const block = outline.blocks[index]
    const {inspection} = placeOf(index, sections)
    if (!block || !inspection) return before
    const {prose, facts} = inspection.edited(edits)
    const edited = {...block, prose: prose.text, marks: prose.marks, facts: facts(), kept: null}
    const {sections: _, ...whole} = outline
    const {matches} = matchesOf({...whole, blocks: outline.blocks.with(index, edited), kept: null}, plan)
    return tallyOf(matches.map(([rule]) => rule.id))
  }
  const placed = matches.flatMap(([rule, match]) => {
    const {base, block, inspection} = placeOf(match.block, sections)
    if (!block || !inspection) return []
    const prose = {text: block.prose, marks: block.marks}
    const trial: Trial = edits => ({
      before: new Map([...before, ...tallyOf(inspection.hits.map(({rule}) => rule.id))]),
      after: new Map([...after(match.block, edits), ...inspection.edited(edits).tally()]),
    })
    const found = {
      rule: rule.id,
      by: rule,
      principle: rule.principle,
      severity: plan.severityOf(rule) ?? match.severity ?? ownSeverity(rule, plan),
      level: rule.level,
      message: messageOf(rule.message, match, block.prose),
      span: shift(block.map.toSource(match.span), base),
    }
    const suggest = () => suggestionsOf(proposalsOf(match, rule.id, prose, trial), block, base)
    return [{finding: makeFinding(found, suggest), block: match.block}]
  })
  const tries = sections.reduce((sum, {facts}) => sum + facts.hits.length, 0) <= mostTried
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

const none: readonly OutlineBlock[] = []

/** The whole document as document rules see it. */
export function outlineOf(
  {title, purpose}: Reading,
  sections: readonly InspectedSection[],
  {kind, recorded}: Plan,
): Outline {
  return {
    kind,
    recorded,
    kept: null,
    ...(title === undefined ? {} : {title}),
    ...(purpose === undefined ? {} : {purpose}),
    blocks: none.concat(...sections.map(({facts}) => facts.outline.blocks)),
    sections: sections.map(({facts}) => facts.outline),
  }
}

interface BlockPlace {
  readonly base: number
  readonly block: Block | undefined
  readonly inspection: Inspection | undefined
}

/** The block with this index in the document. */
function placeOf(index: number, sections: readonly InspectedSection[]): BlockPlace {
  const section = sections.findLast(({first}) => first <= index)
  const inside = index - (section?.first ?? 0)
  return {base: section?.base ?? 0, block: section?.blocks[inside], inspection: section?.facts.inspections[inside]}
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
