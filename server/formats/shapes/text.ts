import type {TextValue, Value} from '../values/value.ts'

/** Whether a text says nothing; a long one is not decoded for this. */
export const isBlank = (value: TextValue): boolean => value.span.end - value.span.start < 64 && value.text.trim() === ''

/** What a text or a number of the file says; undefined for lists and maps. */
export function wordOf(value: Value | undefined): string | undefined {
  if (value?.type === 'text') return value.text.trim()
  return value?.type === 'other' ? value.raw.trim() : undefined
}
