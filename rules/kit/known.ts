/** An object with which things that are known of it are kept. */
export interface Keeper {
  /** Null where nothing is known yet, undefined where nothing is to be kept. */
  kept?: Known | null
}

/** What one function gave, and what was kept before: few are asked of an object, so a list of those takes less room than a place for each. */
interface Known {
  readonly compute: unknown
  readonly value: unknown
  readonly before: Known | null
}

/**
 * Keeps what `compute` gives for an object with that object: for tests of a block that several rules ask for, of a function that depends on the
 * object alone. (A WeakMap does the same at several times the cost, which shows where every block is asked at every keystroke.)
 */
export function known<Of extends Keeper, Value>(compute: (of: Of) => Value): (of: Of) => Value {
  return of => {
    if (of.kept === undefined) return compute(of)
    for (let entry = of.kept; entry !== null; entry = entry.before)
      if (entry.compute === compute) return entry.value as Value
    const value = compute(of)
    of.kept = {compute, value, before: of.kept}
    return value
  }
}
