import type {Finding} from '../../server/engine/report.ts'
import type {Checked} from './checked.ts'
import type {LabelKind, LabelledDocument, LabelledSentence} from './labelled-set.ts'
import {type LabelName, labelKinds, labelNames, principlesOf, rulesWithoutLabel} from './labels.ts'

/** A labelled document beside what the engine says of it. */
export interface Compared extends Checked {
  readonly labelled: LabelledDocument
}

/** How the sentences of one kind fared. */
export interface SentenceTally {
  readonly sentences: number
  /** With a label that is sure. */
  readonly positive: number
  readonly right: number
  readonly wrong: number
  readonly missed: number
  /** Of the right ones, those found by a rule of a principle that the label belongs to. */
  readonly samePrinciple: number
}

/** A sentence with the findings that touch it. */
export interface Judged {
  readonly file: string
  readonly kind: LabelKind
  readonly sentence: LabelledSentence
  readonly hits: readonly Finding[]
  readonly verdict: 'right' | 'wrong' | 'missed' | 'quiet' | 'unsure'
}

/** How a rule's findings fared; a finding over two sentences counts in both. */
export interface RuleTally {
  readonly right: number
  readonly wrong: number
  readonly unsure: number
}

/** The findings that labels of sentences can judge. */
export function judgeable({report}: Checked, hints: boolean): readonly Finding[] {
  return report.findings.filter(
    ({level, severity, rule}) =>
      level !== 'document' && (hints || (severity !== 'hint' && !rulesWithoutLabel.has(rule))),
  )
}

/** Every labelled sentence with its verdict; those with nothing but unsure labels count neither way. */
export function judge(compared: readonly Compared[], hints: boolean): readonly Judged[] {
  return compared.flatMap(each => {
    const {file, kind, sentences} = each.labelled
    const findings = judgeable(each, hints)
    return sentences.map(sentence => {
      const hits = findings.filter(({span}) => span.start < sentence.end && span.end > sentence.start)
      return {file, kind, sentence, hits, verdict: verdictOf(sentence, hits.length > 0)}
    })
  })
}

function verdictOf({labels}: LabelledSentence, found: boolean): Judged['verdict'] {
  if (labels.some(({sure}) => sure)) return found ? 'right' : 'missed'
  if (labels.length > 0) return 'unsure'
  return found ? 'wrong' : 'quiet'
}

/** The tallies by kind of document, for the kinds that the set has, and of all together. */
export function bySentence(judged: readonly Judged[]): Readonly<Record<string, SentenceTally>> {
  const kinds = labelKinds.filter(kind => judged.some(each => each.kind === kind))
  const rows = kinds.map(kind => [kind, sentenceTally(judged.filter(each => each.kind === kind))] as const)
  return Object.fromEntries([...rows, ['all', sentenceTally(judged)]])
}

function sentenceTally(judged: readonly Judged[]): SentenceTally {
  const count = (verdict: Judged['verdict']): number => judged.filter(each => each.verdict === verdict).length
  return {
    sentences: judged.length,
    positive: count('right') + count('missed'),
    right: count('right'),
    wrong: count('wrong'),
    missed: count('missed'),
    samePrinciple: judged.filter(each => each.verdict === 'right' && isOfPrinciple(each)).length,
  }
}

function isOfPrinciple({sentence, hits}: Judged): boolean {
  const principles = new Set<string>(sentence.labels.flatMap(({label, sure}) => (sure ? principlesOf[label] : [])))
  return hits.some(({principle}) => principles.has(principle))
}

/** For each label that is sure somewhere: how often it is given, and how often its sentence has a finding. */
export function byLabel(
  judged: readonly Judged[],
): Readonly<Partial<Record<LabelName, {readonly given: number; readonly found: number}>>> {
  const rows = labelNames.map(name => {
    const given = judged.flatMap(each =>
      each.sentence.labels.filter(({label, sure}) => sure && label === name).map(() => each.verdict),
    )
    return [name, {given: given.length, found: given.filter(verdict => verdict === 'right').length}] as const
  })
  return Object.fromEntries(rows.filter(([, {given}]) => given > 0))
}

/** Each rule that found something in a labelled sentence, the most often wrong first. */
export function byRule(judged: readonly Judged[]): Readonly<Record<string, RuleTally>> {
  const rules = new Map<string, {right: number; wrong: number; unsure: number}>()
  for (const {hits, verdict} of judged) {
    if (verdict === 'missed' || verdict === 'quiet') continue
    for (const {rule} of hits) {
      const row = rules.get(rule) ?? {right: 0, wrong: 0, unsure: 0}
      row[verdict]++
      rules.set(rule, row)
    }
  }
  const rows = [...rules].sort(([a, x], [b, y]) => y.wrong - x.wrong || y.right - x.right || (a < b ? -1 : 1))
  return Object.fromEntries(rows)
}
