import {type Tree, TreeFragment} from '@lezer/common'

/** Replaces what lies between `from` and `to` by `insert` characters; offsets of the text as the change before it left it. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly insert: number
}

/** What of the tree may be used again after the changes; nothing where the front matter has grown into the text, or out of it. */
export function moveFragments(
  tree: Tree,
  changes: readonly Change[],
  base: number,
  nextBase: number,
  text: string,
  next: string,
): readonly TreeFragment[] {
  let fragments = TreeFragment.addTree(tree)
  let start = base
  const [only] = changes
  for (const change of changes) {
    if (change.to <= start && change.from < start) {
      start += change.insert - (change.to - change.from)
      continue
    }
    if (change.from < start) return []
    // The parser looks up to two lines ahead of a block's end, so the lines before the change are read again too.
    const from =
      (changes.length === 1 ? lineBefore(text, only?.from ?? 0, base) : Math.max(start, change.from - 4000)) - start
    const range = {fromA: from, toA: change.to - start, fromB: from, toB: change.from - start + change.insert}
    fragments = TreeFragment.applyChanges(fragments, [range])
  }
  const grown = next.length - text.length
  return start === nextBase &&
    grown === changes.reduce((sum, change) => sum + change.insert - (change.to - change.from), 0)
    ? fragments
    : []
}

/** The start of the second line before `at`. */
function lineBefore(text: string, at: number, base: number): number {
  let line = at
  for (let count = 0; count < 3; count++) {
    let end = line - 1
    while (end >= base && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end--
    line = end
    if (line < base) return base
  }
  return Math.max(base, line + 1)
}
