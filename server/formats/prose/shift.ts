import type {Span} from '../../../rules/kit/types.ts'

/** A span that lies `by` further on. */
export const shift = ({start, end}: Span<'source'>, by: number): Span<'source'> => ({start: start + by, end: end + by})
