import type {TreeCursor} from '@lezer/common'
import type {DocumentKind} from '../../../rules/kit/types.ts'

/** What the parser took for a link. */
export interface Link {
  /** Where its text ends, at the closing bracket. */
  readonly textEnd: number
  /** The label that a definition must have for this to be a link; absent where the target stands in the link itself. */
  readonly label?: string
  /** The end of a target that the parser missed, because a placeholder in it holds a space. */
  readonly target?: number
  /** Whether its own text is that label. */
  readonly named: boolean
  readonly footnote: boolean
  /** Whether it is one pair of brackets and no more. */
  readonly shortcut: boolean
}

const template = /\((?:[^()\n{]|\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|\{){0,400}\)/y

/** Looks at the link under the cursor, which reaches from `start` to `end`, and leaves the cursor where it was. */
export function linkAt(text: string, start: number, end: number, cursor: TreeCursor, kind: DocumentKind): Link {
  const textEnd = closingBracket(cursor, end)
  const rest = text.slice(textEnd + 1, end)
  const inner = text.slice(start + 1, textEnd)
  if (rest.startsWith('(')) return {textEnd, named: false, footnote: false, shortcut: false}
  const shortcut = rest === ''
  const footnote = shortcut && inner.startsWith('^') && inner.length > 1 && !/\s/.test(inner)
  const label = shortcut || rest === '[]' ? inner : rest.slice(1, -1)
  const target = shortcut ? templateTarget(text, end) : undefined
  return {
    textEnd,
    label,
    named: shortcut || rest === '[]',
    footnote,
    shortcut: shortcut && (kind === 'macro' ? inner.length <= 80 : true),
    ...(target !== undefined && {target}),
  }
}

/** The end of a target in parentheses that holds a placeholder with spaces, which the parser does not take for one. */
export function templateTarget(text: string, at: number): number | undefined {
  if (text.charAt(at) !== '(') return undefined
  template.lastIndex = at
  if (!template.test(text)) return undefined
  const end = template.lastIndex
  return text.slice(at, end).includes('{') ? end : undefined
}

/** The second of the link's own marks. */
function closingBracket(cursor: TreeCursor, end: number): number {
  let found = end - 1
  if (!cursor.firstChild()) return found
  let seen = 0
  do {
    if (cursor.name === 'LinkMark' && ++seen === 2) {
      found = cursor.from
      break
    }
  } while (cursor.nextSibling())
  cursor.parent()
  return found
}

/** A label as definitions and uses compare it. */
export const labelOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

const bracketed = /\[([^[\]\n]{1,80})\]/y

/** What stands in the brackets that begin at `at`, if any do. */
export function labelAt(text: string, at: number): string | undefined {
  bracketed.lastIndex = at
  return bracketed.exec(text)?.[1]
}
