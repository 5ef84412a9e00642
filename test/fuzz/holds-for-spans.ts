import assert from 'node:assert/strict'
import type {Span} from '../../rules/kit/types.ts'

/** What must hold of any place: it lies in the text, and neither a pair of code units nor a line's end is cut by it. */
export function holdsForSpans(text: string, spans: readonly Span<'source'>[]): void {
  for (const {start, end} of spans) {
    assert.ok(start >= 0 && start <= end && end <= text.length, 'a place lies outside of the text')
    for (const at of [start, end]) {
      assert.ok(!/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)), 'a place cuts a pair')
      assert.notEqual(text.slice(Math.max(0, at - 1), at + 1), '\r\n', 'a place cuts the end of a line')
    }
  }
}
