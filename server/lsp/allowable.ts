import type {Finding} from '../engine/report.ts'
import {oneLine} from './diagnostics.ts'

const mostWords = 5

/** The words of a finding as a phrase that a team could allow: a few, and written in the file as a reader sees them. */
export function allowableAt(text: string, {level, span}: Pick<Finding, 'level' | 'span'>): string | undefined {
  if (level === 'document') return undefined
  const phrase = oneLine(text.slice(span.start, span.end))
  const isPlain = /^[\p{L}\p{N}](?:[\p{L}\p{N} '’.,/-]*[\p{L}\p{N}])?$/u.test(phrase)
  return isPlain && phrase.split(' ').length <= mostWords ? phrase : undefined
}
