import type {DocumentKind} from '../../rules/kit/types.ts'
import {byDocumentLabel} from './by-document.ts'
import {checked} from './checked.ts'
import {densityOf} from './density.ts'
import {readLabelled, readLabels} from './labelled-set.ts'
import {ratio, ratiosOf} from './ratios.ts'
import {byLabel, byRule, bySentence, type Compared, type Judged, judge} from './tally.ts'

/** All that is measured on a labelled set. */
export interface Evaluation {
  readonly sentences: Readonly<Record<string, object>>
  readonly labels: Readonly<Record<string, object>>
  readonly rules: Readonly<Record<string, object>>
  readonly documents: Readonly<Record<string, object>>
  readonly density: Readonly<Record<string, object>>
  readonly judged: readonly Judged[]
}

/** Checks every document of a set and counts what came of it. */
export function evaluate(set: string, hints: boolean): Evaluation {
  const compared: readonly Compared[] = readLabels(set).map(labelled => {
    const kind: DocumentKind = labelled.file.endsWith('.macro.md') ? 'macro' : 'article'
    return {labelled, ...checked(readLabelled(set, labelled), kind)}
  })
  const judged = judge(compared, hints)
  return {
    sentences: mapRows(bySentence(judged), ({samePrinciple, ...tally}) => ({
      ...tally,
      ...ratiosOf(tally),
      samePrinciple: ratio(samePrinciple, tally.right),
    })),
    labels: mapRows(byLabel(judged), tally => ({...tally, recall: ratio(tally.found, tally.given)})),
    rules: byRule(judged),
    documents: byDocumentLabel(compared),
    density: densityOf(compared, hints),
    judged,
  }
}

function mapRows<Row, Result>(
  rows: Readonly<Partial<Record<string, Row>>>,
  change: (row: Row) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(rows).flatMap(([name, row]) => (row ? [[name, change(row)]] : [])))
}
