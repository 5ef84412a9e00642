import type {Sentence} from '../../../rules/kit/sentence.ts'
import {numberOf} from '../../../rules/kit/vocabulary.ts'
import type {ValePart} from './vale-rule.ts'
import {forPlainLetters} from './write-expression.ts'

/** A match of one part of a rule. */
export interface Found {
  readonly part: ValePart
  readonly match: RegExpExecArray
}

/** Finds the parts of a rule between two places of a text that holds a sentence; what stands around counts for edges. */
export type FindParts = (text: string, start: number, end: number, sentence: Sentence) => readonly Found[]

/** Parts of a rule that looks for hundreds of phrases are told by their words, so that few are looked for in a sentence. */
export function makeFinder(parts: readonly ValePart[]): FindParts {
  const byNumber = new Map<number, number[]>()
  const always: number[] = []
  for (const [index, {triggers}] of parts.entries()) {
    if (triggers.includes('*')) always.push(index)
    else for (const number of triggers.map(numberOf)) byNumber.set(number, [...(byNumber.get(number) ?? []), index])
  }
  const writtenBy = (write: (find: string) => string) => {
    const made = new Map<number, RegExp>()
    return (index: number): RegExp => {
      const known = made.get(index) ?? new RegExp(write(parts[index]?.find ?? ''), 'gu')
      made.set(index, known)
      return known
    }
  }
  const [plain, other] = [writtenBy(forPlainLetters), writtenBy(find => find)]

  return (text, start, end, {known}) => {
    const asked = new Set(always)
    for (const number of known) for (const index of byNumber.get(number) ?? []) asked.add(index)
    if (asked.size === 0) return []
    const expressionOf = otherLetters.test(text) ? other : plain
    return leftmost(
      [...asked].sort((a, b) => a - b).map(index => ({part: parts[index], find: expressionOf(index)})),
      {text, start, end},
    )
  }
}

/** What may be a letter or digit and is not of ASCII: all but the usual signs. */
const otherLetters = /[^\p{ASCII}‘’“”…–—\u00a0\ufffc]/u

interface Searched {
  readonly part: ValePart | undefined
  readonly find: RegExp
  next?: RegExpExecArray | null
}

/** As one expression with the parts as its branches would find them: the leftmost first, of those the first part, and none overlaps. */
function leftmost(
  searched: readonly Searched[],
  {text, start, end}: {readonly text: string; readonly start: number; readonly end: number},
): readonly Found[] {
  const found: Found[] = []
  for (let at = start; ; ) {
    let first: Searched | undefined
    for (const each of searched) {
      if (each.next === undefined || (each.next !== null && each.next.index < at))
        each.next = execFrom(each.find, text, at)
      if (each.next && each.next.index < (first?.next?.index ?? end)) first = each
    }
    if (first?.next == null || first.part === undefined) return found
    found.push({part: first.part, match: first.next})
    at = first.next.index + first.next[0].length
  }
}

/** The next match that is not empty. */
function execFrom(find: RegExp, text: string, at: number): RegExpExecArray | null {
  find.lastIndex = at
  for (let match = find.exec(text); match !== null; match = find.exec(text)) {
    if (match[0] !== '') return match
    find.lastIndex++
  }
  return null
}
