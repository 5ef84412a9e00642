/** An object with which things that are known of it are kept; each function that knows something has a place of its own. */
export interface Keeper {
  readonly kept?: unknown[]
}

let places = 0

/**
 * Keeps what `compute` gives for an object with that object: for tests of a block that several rules ask for, of a function that depends on the
 * object alone. (A WeakMap does the same at several times the cost, which shows where every block is asked at every keystroke.)
 */
export function known<Of extends Keeper, Value>(compute: (of: Of) => Value): (of: Of) => Value {
  const place = places++
  return of => {
    if (of.kept === undefined) return compute(of)
    const found = of.kept[place] as {readonly value: Value} | undefined
    if (found !== undefined) return found.value
    const value = compute(of)
    of.kept[place] = {value}
    return value
  }
}
