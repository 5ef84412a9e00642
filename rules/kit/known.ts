/**
 * Keeps what `compute` gives for an object as long as the object lives: for tests of a block that several rules ask for, of a
 * function that depends on the object alone.
 */
export function known<Of extends object, Value>(compute: (of: Of) => Value): (of: Of) => Value {
  const values = new WeakMap<Of, {readonly value: Value}>()
  return of => {
    const kept = values.get(of)
    if (kept) return kept.value
    const value = compute(of)
    values.set(of, {value})
    return value
  }
}
