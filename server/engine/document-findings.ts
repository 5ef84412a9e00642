import type {DocumentMatch, DocumentRule, Outline, Setting} from '../../rules/kit/types.ts'
import type {Reading} from '../formats/format.ts'
import {factsOf, type Inspection, messageOf, sentenceTrial, tallyOf} from './inspect.ts'
import {type Placed, suggestionsOf} from './place.ts'
import {ownSeverity, type Plan} from './plan.ts'
import {proposalsOf, type Tally, type Trial} from './proposals.ts'
import {applied, type Prose} from './prose.ts'

/** What the document rules found, and the ids of those that threw. */
export interface DocumentFindings {
  readonly placed: readonly Placed[]
  readonly failed: readonly string[]
}

type RuleMatch = readonly [rule: DocumentRule, match: DocumentMatch]

/** Runs the document rules over the outline, which is made of what is known of the blocks already. */
export function documentFindings(
  reading: Reading,
  settings: readonly Setting[],
  inspections: readonly Inspection[],
  plan: Plan,
): DocumentFindings {
  if (plan.documentRules.length === 0 || reading.blocks.length === 0) return {placed: [], failed: []}
  const outline = outlineOf(reading, inspections, plan)
  const {matches, failed} = matchesOf(outline, plan)
  const before = tallyOf(matches.map(([rule]) => rule.id))
  const placed = matches.flatMap(([rule, match]) => {
    const block = reading.blocks[match.block]
    const setting = settings[match.block]
    if (!block || !setting) return []
    const prose = {text: block.prose, marks: block.marks}
    const trial = documentTrial(outline, before, match.block, prose, setting, plan)
    const finding = {
      rule: rule.id,
      principle: rule.principle,
      severity: plan.severityOf(rule) ?? match.severity ?? ownSeverity(rule, plan),
      level: rule.level,
      message: messageOf(rule.message, match, block.prose),
      span: block.map.toSource(match.span),
      suggestions: suggestionsOf(proposalsOf(match, rule.id, prose, trial), block),
    }
    return [{finding, block: match.block}]
  })
  return {placed, failed}
}

function outlineOf({blocks, title, purpose}: Reading, inspections: readonly Inspection[], {kind}: Plan): Outline {
  return {
    kind,
    ...(title === undefined ? {} : {title}),
    ...(purpose === undefined ? {} : {purpose}),
    blocks: blocks.map((block, index) => ({...block, facts: inspections[index]?.facts ?? []})),
  }
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

/** Tries a rewrite on its sentences and on the whole document, whose length and statements it may change. */
function documentTrial(
  outline: Outline,
  before: Tally,
  index: number,
  prose: Prose,
  setting: Setting,
  plan: Plan,
): Trial {
  const inSentences = sentenceTrial(prose, setting, plan)
  return (span, edits) => {
    const sentences = inSentences(span, edits)
    const {text, marks} = applied(prose, edits)
    const facts = factsOf({text, marks}, setting, plan)
    const blocks = outline.blocks.map((block, at) => (at === index ? {...block, prose: text, marks, facts} : block))
    const after = tallyOf(matchesOf({...outline, blocks}, plan).matches.map(([rule]) => rule.id))
    return {before: new Map([...before, ...sentences.before]), after: new Map([...after, ...sentences.after])}
  }
}
