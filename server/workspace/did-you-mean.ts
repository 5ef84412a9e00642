import {distanceOf} from '../formats/language/spelling.ts'

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
