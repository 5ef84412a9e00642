import type {Finding} from '../../server/engine/report.ts'
import type {Reading} from '../../server/formats/format.ts'
import {labelKinds} from './labels.ts'
import {perThousand, ratio} from './ratios.ts'
import {type Compared, type Judged, judge, judgeable} from './tally.ts'

/** How dense the findings are, and how many of them come with a rewrite. */
export interface Density {
  readonly words: number
  readonly findings: number
  readonly perThousandWords: number | null
  readonly wrong: number | null
  readonly wrongPerThousandWords: number | null
  readonly withRewrite: number | null
  readonly withSafeOrIfVerified: number | null
}

/** By kind of document, for the findings in sentences; the last row is of the document rules' findings. */
export function densityOf(compared: readonly Compared[], hints: boolean): Readonly<Record<string, Density>> {
  const kinds = labelKinds.filter(kind => compared.some(({labelled}) => labelled.kind === kind))
  const inSentences = (some: readonly Compared[]): Density =>
    density(
      some,
      some.flatMap(each => judgeable(each, hints)),
      wrongFindings(judge(some, hints)),
    )
  const ofDocuments = compared.flatMap(({report}) =>
    report.findings.filter(({level, severity}) => level === 'document' && (hints || severity !== 'hint')),
  )
  return Object.fromEntries([
    ...kinds.map(kind => [kind, inSentences(compared.filter(({labelled}) => labelled.kind === kind))] as const),
    ['all', inSentences(compared)],
    ['whole documents', {...density(compared, ofDocuments, 0), wrong: null, wrongPerThousandWords: null}],
  ])
}

function density(compared: readonly Compared[], findings: readonly Finding[], wrong: number): Density {
  const words = compared.reduce((sum, {reading}) => sum + wordsOf(reading), 0)
  const some = findings.filter(({suggestions}) => suggestions.length > 0)
  const firm = findings.filter(({suggestions}) => suggestions.some(({safety}) => safety !== 'needs-input'))
  return {
    words,
    findings: findings.length,
    perThousandWords: perThousand(findings.length, words),
    wrong,
    wrongPerThousandWords: perThousand(wrong, words),
    withRewrite: ratio(some.length, findings.length),
    withSafeOrIfVerified: ratio(firm.length, findings.length),
  }
}

/** A finding that touches a labelled sentence too is not wrong. */
function wrongFindings(judged: readonly Judged[]): number {
  const touching = (wrong: boolean): readonly Finding[] =>
    judged.filter(({verdict}) => (verdict === 'wrong') === wrong).flatMap(({hits}) => hits)
  const pardoned = new Set(touching(false))
  return new Set(touching(true).filter(finding => !pardoned.has(finding))).size
}

function wordsOf({blocks}: Reading): number {
  return blocks.reduce((sum, {prose}) => sum + (prose.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0)
}
