import type {Span} from '../../../rules/kit/types.ts'
import type {Directive, Problem} from '../format.ts'

/** A directive before it is known which block element follows it. */
export type DirectiveDraft = Omit<Directive, 'covers'>

/** What an ignore comment says: a directive, or a problem where its first word is not known. */
export interface Comment {
  readonly directive?: DirectiveDraft
  readonly problem?: Problem
}

const kinds: Readonly<Record<string, Directive['kind']>> = {
  'poise-ignore': 'next',
  'poise-ignore-start': 'start',
  'poise-ignore-end': 'end',
  'poise-ignore-file': 'file',
}

const forms = Object.keys(kinds)
  .map(form => `“${form}”`)
  .join(', ')

/** Reads the inside of a comment that lies at `from`, `span` being the whole comment; undefined where it does not speak to Poise. */
export function readComment(content: string, from: number, span: Span<'source'>): Comment | undefined {
  const [whole, word = ''] = /^\s*(poise-[\w-]*)/.exec(content) ?? []
  if (whole === undefined) return undefined
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined
  const start = from + whole.length - word.length
  if (kind === undefined) {
    const message = `Poise does not know the comment “${word}”; the four forms are ${forms}.`
    return {problem: {code: 'unknown-directive', message, span: {start, end: start + word.length}}}
  }
  const colon = content.indexOf(':', whole.length)
  const names = [...content.slice(whole.length, colon < 0 ? undefined : colon).matchAll(/[^\s,]+/g)]
  const reason = colon < 0 ? '' : content.slice(colon + 1).trim()
  const at = from + whole.length
  return {
    directive: {
      kind,
      rules: names.map(name => name[0]),
      ruleSpans: names.map(name => ({start: at + name.index, end: at + name.index + name[0].length})),
      ...(reason !== '' && {reason}),
      span,
    },
  }
}

/** The ignore comments in a stretch of HTML that lies at `from`. */
export function readComments(html: string, from: number): readonly Comment[] {
  const found: Comment[] = []
  if (!html.includes('poise-')) return found
  for (let start = html.indexOf('<!--'); start >= 0; ) {
    const close = html.indexOf('-->', start + 4)
    if (close < 0) break
    const read = readComment(html.slice(start + 4, close), from + start + 4, {
      start: from + start,
      end: from + close + 3,
    })
    if (read !== undefined) found.push(read)
    start = html.indexOf('<!--', close + 3)
  }
  return found
}
