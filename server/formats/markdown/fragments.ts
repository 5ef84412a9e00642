import {type Tree, TreeFragment} from '@lezer/common'

/** Replaces what lies between `from` and `to` by `insert` characters; offsets of the text as the change before it left it. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly insert: number
}

/** The one change that does what several do, one after another. */
export function hullOf(changes: readonly Change[]): Change {
  let [from, to, grown] = [Infinity, 0, 0]
  for (const change of changes) {
    from = Math.min(from, change.from)
    to = Math.max(to, change.to - grown)
    grown += change.insert - (change.to - change.from)
  }
  return {from, to, insert: to - from + grown}
}

/** What of the tree of `text` may be used again after the changes; the tree begins at `base` of what they count in. */
export function moveFragments(
  tree: Tree,
  changes: readonly Change[],
  base: number,
  text: string,
): readonly TreeFragment[] {
  let fragments = TreeFragment.addTree(tree)
  for (const {from, to, insert} of changes) {
    // The parser looks up to two lines ahead of a block's end, so the lines before the change are read again too.
    const start = changes.length === 1 ? lineBefore(text, from - base) : Math.max(0, from - base - 4000)
    const range = {fromA: start, toA: to - base, fromB: start, toB: from - base + insert}
    fragments = TreeFragment.applyChanges(fragments, [range])
  }
  return fragments
}

/** The start of the second line before `at`. */
function lineBefore(text: string, at: number): number {
  let line = at
  for (let count = 0; count < 3; count++) {
    let end = line - 1
    while (end >= 0 && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end--
    line = end
    if (line < 0) return 0
  }
  return line + 1
}
