// Compiled, never run: offsets of a block's prose and of the file must not mix. `tsc` fails when an expected error is missing.
import type {Span} from '../../rules/kit/types.ts'

declare const prose: Span<'prose'>
declare const source: Span<'source'>

// @ts-expect-error a span of the prose is none of the file
export const wrong: Span<'source'> = prose
// @ts-expect-error nor the other way round
export const alsoWrong: Span<'prose'> = source
export const right: readonly [Span<'prose'>, Span<'source'>] = [prose, source]
