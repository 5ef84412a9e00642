import {printable} from './colours.ts'

const context = 3

interface Change {
  /** Index of the first line, from 0, in the old and the new text. */
  readonly old: number
  readonly new: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** The difference between two texts in unified form, as `patch` reads it. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = linesOf(before)
  const hunks = grouped(changesOf(old, linesOf(after))).map(changes => hunkText(old, changes))
  return hunks.length === 0 ? '' : `--- a/${printable(path)}\n+++ b/${printable(path)}\n${hunks.join('')}`
}

/** Lines with their line feeds. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** A rewrite seldom adds a line, so lines are paired by their numbers; otherwise all between the equal ends is one change. */
function changesOf(old: readonly string[], next: readonly string[]): readonly Change[] {
  if (old.length === next.length) return pairedChanges(old, next)
  let start = 0
  while (start < old.length && start < next.length && old[start] === next[start]) start++
  let tail = 0
  while (tail < old.length - start && tail < next.length - start && old.at(-1 - tail) === next.at(-1 - tail)) tail++
  return [
    {
      old: start,
      new: start,
      removed: old.slice(start, old.length - tail),
      added: next.slice(start, next.length - tail),
    },
  ]
}

function pairedChanges(old: readonly string[], next: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  for (let index = 0; index < old.length; index++) {
    if (old[index] === next[index]) continue
    let end = index
    while (end < old.length && old[end] !== next[end]) end++
    changes.push({old: index, new: index, removed: old.slice(index, end), added: next.slice(index, end)})
    index = end
  }
  return changes
}

/** Changes whose contexts would meet, together. */
function grouped(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last !== undefined && change.old - (last.old + last.removed.length) <= 2 * context) groups.at(-1)?.push(change)
    else groups.push([change])
  }
  return groups
}

function hunkText(old: readonly string[], changes: readonly Change[]): string {
  const first = changes[0]
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  const start = Math.max(0, first.old - context)
  const end = Math.min(old.length, last.old + last.removed.length + context)
  const lines: string[] = []
  let at = start
  for (const change of changes) {
    lines.push(
      ...old.slice(at, change.old).map(line => ` ${line}`),
      ...change.removed.map(line => `-${line}`),
      ...change.added.map(line => `+${line}`),
    )
    at = change.old + change.removed.length
  }
  lines.push(...old.slice(at, end).map(line => ` ${line}`))
  const grown = changes.reduce((sum, {removed, added}) => sum + added.length - removed.length, 0)
  const newStart = start + first.new - first.old
  const body = lines.map(line => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`))
  return `@@ -${range(start, end - start)} +${range(newStart, end - start + grown)} @@\n${body.join('')}`
}

function range(start: number, length: number): string {
  return `${length === 0 ? start : start + 1},${length}`
}
