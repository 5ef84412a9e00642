/**
 * A shorter input that still fails: pieces are left out, first large ones, as long as what is left fails. `most` is how often it is tried.
 */
export async function minimise(
  input: string,
  fails: (input: string) => Promise<boolean>,
  most: number,
): Promise<string> {
  let small = input
  let left = most
  for (let size = small.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < small.length && left > 0; left--) {
      const shorter = small.slice(0, at) + small.slice(at + size)
      if (await fails(shorter)) small = shorter
      else at += size
    }
  }
  return small
}
