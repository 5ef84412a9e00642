import type {Span} from '../../rules/kit/types.ts'

/** One replacement in a block's prose. */
export interface ProseEdit {
  readonly span: Span<'prose'>
  readonly text: string
}

/** Beyond this many pieces on either side a rewrite is one replacement; no rule's rewrites come near it. */
const mostPieces = 400

/**
 * The smallest replacements, word by word, that turn `before` (which stands at `start` of the prose) into `after`: markup,
 * placeholders and code between unchanged words stay untouched.
 */
export function difference(before: string, after: string, start: number): readonly ProseEdit[] {
  const old = pieces(before)
  const new_ = pieces(after)
  if (old.length > mostPieces || new_.length > mostPieces) {
    return [{span: {start, end: start + before.length}, text: after}]
  }
  const common = commonLengths(old, new_)
  const edits: ProseEdit[] = []
  let offset = start
  let [i, j] = [0, 0]
  while (i < old.length || j < new_.length) {
    const from = offset
    let text = ''
    while (i < old.length || j < new_.length) {
      if (i < old.length && j < new_.length && old[i] === new_[j]) break
      if (j < new_.length && (i === old.length || at(common, i, j + 1) >= at(common, i + 1, j))) text += new_[j++]
      else offset += old[i++]?.length ?? 0
    }
    if (offset > from || text !== '') edits.push({span: {start: from, end: offset}, text})
    while (i < old.length && j < new_.length && old[i] === new_[j]) {
      offset += old[i]?.length ?? 0
      i++
      j++
    }
  }
  return edits
}

function pieces(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}'’]+|⟦[^⟧]*⟧|\s+|./gsu) ?? []
}

type Lengths = readonly (readonly number[])[]

function at(lengths: Lengths, i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

/** The length of the longest common subsequence of each pair of tails. */
function commonLengths(a: readonly string[], b: readonly string[]): Lengths {
  const lengths = Array.from({length: a.length + 1}, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}
