import type {Span} from '../../../rules/kit/types.ts'

const pair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/

/** The span, grown where one of its ends would cut a character of two code units or a line break of two signs. */
export function wholeCharacters(text: string, {start, end}: Span<'source'>): Span<'source'> {
  return {start: cuts(text, start) ? start - 1 : start, end: cuts(text, end) ? end + 1 : end}
}

function cuts(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 1), at + 1)
  return around === '\r\n' || pair.test(around)
}
