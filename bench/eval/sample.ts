/** `count` items drawn at random without putting back, in the order of the draw; the same for the same seed. */
export function sample<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  const next = generator(seed)
  const pool = [...items]
  const drawn = Math.min(count, pool.length)
  for (let index = 0; index < drawn; index++) {
    const other = index + Math.floor(next() * (pool.length - index))
    const [a, b] = [pool[index], pool[other]]
    if (a !== undefined && b !== undefined) [pool[index], pool[other]] = [b, a]
  }
  return pool.slice(0, drawn)
}

/** Numbers from 0 to 1 by a multiply-with-shift generator: chance enough for a sample, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}
