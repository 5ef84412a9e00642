/**
 * For each line of two versions of a text, the region that it belongs to, which has one number in both: an unchanged line is a region of its own, with
 * a number from 0; a run of changed lines is one with a negative number.
 */
export interface LineRegions {
  readonly old: readonly number[]
  readonly now: readonly number[]
}

/**
 * Compares two versions of a text line by line; line breaks and spaces at their ends count for nothing. Lines that stand once in either version
 * are what holds the versions together (as in “patience” diff), so that a moved or repeated line does not draw others along.
 */
export function lineRegions(before: string, after: string): LineRegions {
  const [old, now] = [linesOf(before), linesOf(after)]
  const regions = {old: new Array<number>(old.length), now: new Array<number>(now.length)}
  let unchanged = 0
  let changed = -1

  function change(oldStart: number, oldEnd: number, nowStart: number, nowEnd: number): void {
    let [start, startNow, end, endNow] = [oldStart, nowStart, oldEnd, nowEnd]
    while (start < end && startNow < endNow && old[start] === now[startNow]) same(start++, startNow++)
    while (start < end && startNow < endNow && old[end - 1] === now[endNow - 1]) same(--end, --endNow)
    regions.old.fill(changed, start, end)
    regions.now.fill(changed, startNow, endNow)
    changed--
  }
  function same(oldLine: number, nowLine: number): void {
    regions.old[oldLine] = unchanged
    regions.now[nowLine] = unchanged
    unchanged++
  }

  let [oldStart, nowStart] = [0, 0]
  for (const [oldLine, nowLine] of [...anchors(old, now), [old.length, now.length] as const]) {
    change(oldStart, oldLine, nowStart, nowLine)
    if (oldLine < old.length) same(oldLine, nowLine)
    ;[oldStart, nowStart] = [oldLine + 1, nowLine + 1]
  }
  return regions
}

/** The lines of a text without what stands at their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map(line => line.trimEnd())
}

/** Pairs of lines that stand once in each version, the longest run of them that is in the same order. */
function anchors(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const places = placesOf(old)
  const pairs = [...placesOf(now)]
    .map(([line, at]) => [places.get(line) ?? -1, at] as const)
    .filter(([oldAt, nowAt]) => oldAt >= 0 && nowAt >= 0)
  return longestRise(pairs)
}

/** Where each line stands, or -1 where it does so more than once. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  lines.forEach((line, at) => {
    places.set(line, places.has(line) ? -1 : at)
  })
  return places
}

/** The longest run of pairs that rises in both numbers; they come by the second. */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const before = new Array<number>(pairs.length)
  /** The pair that ends the best run of each length so far. */
  const ends: number[] = []
  pairs.forEach(([value], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  })
  const run: (readonly [number, number])[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) run.push(pair)
  }
  return run.reverse()
}
