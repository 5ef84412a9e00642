import type {Edit} from '../engine/report.ts'

/** The one edit that makes `after` of `before`: all between what the two share at their starts and ends. */
export function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let shared = 0
  while (
    shared < shorter - start &&
    before.charCodeAt(before.length - 1 - shared) === after.charCodeAt(after.length - 1 - shared)
  ) {
    shared += 1
  }
  return {span: {start, end: before.length - shared}, text: after.slice(start, after.length - shared)}
}
