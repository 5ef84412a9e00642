import type {Span} from '../../rules/kit/types.ts'

/** Whether a span of a prose lies in a phrase that a team allows; a function of the prose alone. */
export type IsAllowed = (prose: string, span: Span<'prose'>) => boolean

interface Phrase {
  /** As `plain` makes it. */
  readonly text: string
  /** Finds it in a prose; made when it is first looked for. */
  occurrences?: RegExp
}

/**
 * Makes the test for some phrases. They are whole words in the case in which they are written, save that one that begins with a small
 * letter may begin a sentence too. Any white space is like a space, and a curly apostrophe like a straight one.
 */
export function makeAllowed(phrases: readonly string[]): IsAllowed | undefined {
  const all = [...new Set(phrases.map(plain))].map((text): Phrase => ({text}))
  if (all.length === 0) return undefined
  return (prose, span) => {
    const found = plain(prose.slice(span.start, span.end))
    return all.some(phrase => {
      if (!mayHold(phrase.text, found)) return false
      phrase.occurrences ??= occurrencesOf(phrase.text)
      return [...prose.matchAll(phrase.occurrences)].some(
        ({index, 0: {length}}) => index <= span.start && span.end <= index + length,
      )
    })
  }
}

/** A look at the letters alone, which most often is enough. */
function mayHold(phrase: string, found: string): boolean {
  return phrase.includes(found) || phrase.includes(found.charAt(0).toLowerCase() + found.slice(1))
}

function occurrencesOf(phrase: string): RegExp {
  const [first = '', ...rest] = Array.from(phrase)
  const capital = first.toUpperCase()
  const start = capital === first ? escaped(first) : `[${escaped(first)}${escaped(capital)}]`
  const inside = rest.map(char => (char === ' ' ? '\\s+' : char === "'" ? "['’]" : escaped(char))).join('')
  return new RegExp(`${edge(first, '<!')}${start}${inside}${edge(rest.at(-1) ?? first, '!')}`, 'gu')
}

/** A phrase that ends in a letter ends with its word. */
function edge(char: string, side: '<!' | '!'): string {
  return /[\p{L}\p{N}]/u.test(char) ? `(?${side}[\\p{L}\\p{N}])` : ''
}

function escaped(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
}

/** A phrase on one line, with single spaces and straight apostrophes. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('’', "'")
}
