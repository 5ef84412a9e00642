import type {DocumentKind, Mark, OutlineBlock, OutlineSection, Setting} from '../../rules/kit/types.ts'
import type {Block, Problem, Reading, Section} from '../formats/format.ts'
import {memoOf} from './block-memo.ts'
import {type Hit, type Inspection, inspect} from './inspect.ts'
import {withoutLongBlocks} from './long-blocks.ts'
import type {Memory} from './memory.ts'
import type {Plan} from './plan.ts'
import {habitsOf, type Style, type StyleSigns, settingsIn, signsOf, styleOf} from './settings.ts'

/** A section of a document, inspected. */
export interface InspectedSection {
  /** What all offsets in it count from. */
  readonly base: number
  /** The index of its first block in the document. */
  readonly first: number
  /** Short enough for every rule. */
  readonly blocks: readonly Block[]
  /** What was too long. */
  readonly problems: readonly Problem[]
  readonly facts: SectionFacts
}

/** What is known of a section's blocks, as long as they stay the same. */
interface SectionFacts {
  /** Of each block. */
  readonly inspections: readonly Inspection[]
  readonly outline: OutlineSection
  /** In order, each with the index of its block in the section. */
  readonly hits: readonly {readonly hit: Hit; readonly index: number}[]
  readonly words: number
  readonly failed: readonly string[]
}

/** What is kept with a section, so that one look at it is enough while another is edited. */
interface SectionMemo extends Pick<InspectedSection, 'blocks' | 'problems'> {
  readonly signs: StyleSigns
  /** By all that it depends on besides the blocks. */
  seen?: {readonly key: string; readonly facts: SectionFacts}
}

/** Inspects every block of a document; `memory`, and what is kept with blocks and sections, know those that were seen before. */
export function inspectSections(reading: Reading, plan: Plan, memory: Memory): readonly InspectedSection[] {
  const sections = (reading.sections ?? [{base: 0, blocks: reading.blocks, content: {}}]).map(section => ({
    base: section.base,
    memo: memoOfSection(section, plan.kind),
  }))
  const style = styleOf(signsOf(sections.map(({memo}) => memo.signs)), plan.kind)
  let first = 0
  return sections.map(({base, memo}) => {
    const {blocks, problems} = memo
    const facts = inspectSection(memo, style, plan, memory)
    const inspected = {base, first, blocks, problems, facts}
    first += blocks.length
    return inspected
  })
}

function memoOfSection({blocks: all, content}: Section, kind: DocumentKind): SectionMemo {
  const known = content.memo as SectionMemo | undefined
  if (known !== undefined) return known
  const {blocks, problems} = withoutLongBlocks(all)
  const made: SectionMemo = {signs: signsOf(blocks.map(block => habitsOf(block, kind))), blocks, problems}
  content.memo = made
  return made
}

function inspectSection(memo: SectionMemo, style: Style, plan: Plan, memory: Memory): SectionFacts {
  const {blocks, seen} = memo
  const key = `${plan.fingerprint} ${+style.curly}${+style.contractions}`
  if (seen?.key === key) return seen.facts
  const inspections: Inspection[] = []
  const outline: OutlineBlock[] = []
  const hits: {hit: Hit; index: number}[] = []
  const failed: string[] = []
  let words = 0
  settingsIn(blocks, plan.kind, style).forEach(({block, setting}, index) => {
    const inspection = inspectBlock(block, setting, plan, memory)
    inspections.push(inspection)
    outline.push(outlineBlock(block, inspection))
    for (const hit of inspection.hits) hits.push({hit, index})
    failed.push(...inspection.failed)
    words += inspection.words
  })
  const facts = {inspections, outline: {blocks: outline, kept: null}, hits, words, failed}
  memo.seen = {key, facts}
  return facts
}

function inspectBlock(block: Block, setting: Setting, plan: Plan, memory: Memory): Inspection {
  const memo = memoOf(block)
  if (memo.seen?.setting === setting && memo.seen.plan === plan) return memo.seen.inspection
  // A look at the memory reads the whole prose to find its key.
  const inspection = recallInspection(block, setting, plan, memory)
  memo.seen = {setting, plan, inspection}
  return inspection
}

function recallInspection({prose, marks}: Block, setting: Setting, plan: Plan, memory: Memory): Inspection {
  return memory.recall(
    prose,
    () => contextKey(marks, setting, plan),
    () => inspect({text: prose, marks}, setting, plan),
  )
}

/** All that an inspection depends on besides the prose. */
function contextKey(marks: readonly Mark[], {block, expected, contractions, curly}: Setting, plan: Plan): string {
  return `${plan.fingerprint}|${block}${+expected}${+contractions}${+curly}|${marks.map(keyOf).join()}`
}

function keyOf({kind, start, end, text}: Mark): string {
  return `${kind}${start}-${end}${text ?? ''}`
}

/** The same object for the same block and facts, so that what rules know of a block stays known while others change. */
function outlineBlock(block: Block, {facts}: Inspection): OutlineBlock {
  const memo = memoOf(block)
  if (memo.outline?.facts === facts) return memo.outline
  const {kind, depth, ordered, quoted, prose, marks} = block
  memo.outline = {kind, depth, ordered, quoted, prose, marks, facts, kept: null}
  return memo.outline
}
