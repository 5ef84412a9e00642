/** “ Did you mean “x”?” for the nearest of the known words, or an empty text where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (word.length > 60) return ''
  const lower = word.toLowerCase()
  const limit = Math.max(1, Math.floor(word.length / 3))
  let nearest: string | undefined
  let least = limit + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const distance = distanceOf(lower, candidate.toLowerCase())
    if (distance < least) [nearest, least] = [candidate, distance]
  }
  return nearest === undefined ? '' : ` Did you mean “${nearest}”?`
}

/** How many letters must be added, removed or replaced to make `b` of `a`. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
