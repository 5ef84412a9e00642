import type {SentenceTally} from './tally.ts'

/** How much of what was found is right, how much of what there is was found, and the harmonic mean; null where nothing counts. */
export interface Ratios {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** The three ratios of a tally. */
export function ratiosOf({right, wrong, positive}: Pick<SentenceTally, 'right' | 'wrong' | 'positive'>): Ratios {
  return {
    precision: ratio(right, right + wrong),
    recall: ratio(right, positive),
    f1: ratio(2 * right, right + wrong + positive),
  }
}

/** A share of three decimals; null where the whole is nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 1000
}

/** A rate for each thousand, with two decimals; null where the whole is nothing. */
export function perThousand(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100_000 * part) / whole) / 100
}
