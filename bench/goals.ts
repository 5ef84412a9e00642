import type {Goal} from './cases/case.ts'
import {digits} from './numbers.ts'

/** A figure that is to be at most so much. */
export function atMost(what: string, value: number, limit: number, unit: string): Goal {
  return {what, goal: `≤ ${limit} ${unit}`, measured: `${digits(value)} ${unit}`, reached: value <= limit}
}

/** How far Poise is to be ahead of the fastest of its peers; nothing where none was measured. */
export function ahead(
  what: string,
  value: number,
  others: readonly (readonly [name: string, value: number])[],
  times: number,
): readonly Goal[] {
  const [best] = [...others].sort(([, a], [, b]) => a - b)
  if (best === undefined) return []
  const ratio = best[1] / value
  return [
    {
      what: `${what}, beside the best peer`,
      goal: `≥ ${times}× ahead`,
      measured: `${digits(ratio)}× (${best[0]})`,
      reached: ratio >= times,
    },
  ]
}
