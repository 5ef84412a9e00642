import {documentRulesOf} from './labels.ts'
import {ratio} from './ratios.ts'
import type {Compared} from './tally.ts'

/** How the documents with a yes or no for one label fared: a “no” should bring a finding, a “yes” should not. */
export interface DocumentTally {
  readonly right: number
  readonly missed: number
  readonly quiet: number
  readonly falseAlarm: number
  /** The mean of the shares right on “no” and on “yes”: 0.5 for a rule that always or never speaks. */
  readonly balancedAccuracy: number | null
}

/** The tally of each label that a rule serves and the set uses; “na” counts neither way. */
export function byDocumentLabel(compared: readonly Compared[]): Readonly<Record<string, DocumentTally>> {
  const rows = Object.entries(documentRulesOf).map(([label, rules]) => {
    const found = (value: string, has: boolean): number =>
      compared.filter(
        ({labelled, report}) =>
          labelled.document[label] === value && report.findings.some(({rule}) => rules.includes(rule)) === has,
      ).length
    const tally = {
      right: found('no', true),
      missed: found('no', false),
      quiet: found('yes', false),
      falseAlarm: found('yes', true),
    }
    return [label, {...tally, balancedAccuracy: balance(tally)}] as const
  })
  return Object.fromEntries(
    rows.filter(([, {right, missed, quiet, falseAlarm}]) => right + missed + quiet + falseAlarm > 0),
  )
}

function balance({right, missed, quiet, falseAlarm}: Omit<DocumentTally, 'balancedAccuracy'>): number | null {
  const [no, yes] = [right + missed, quiet + falseAlarm]
  return no === 0 || yes === 0 ? null : ratio(right / no + quiet / yes, 2)
}
