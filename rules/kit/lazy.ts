/**
 * Makes what gives objects a property that is made when it is first asked for. They all share one accessor: those with a closure each, as a
 * literal with `get` has, would be objects of the slow kind, which keep what they reach from being collected early.
 */
export function lazyProperty<Name extends string>(name: Name) {
  const slot = Symbol(name)
  const accessor = {
    enumerable: true,
    get(this: {[slot]: Kept<unknown>}) {
      const kept = this[slot]
      kept.made ??= {value: kept.make()}
      return kept.made.value
    },
  }
  return <Of extends object, Value>(of: Of, make: () => Value): Of & {readonly [Own in Name]: Value} => {
    Object.defineProperty(of, slot, {value: {make, made: undefined} satisfies Kept<Value>})
    return Object.defineProperty(of, name, accessor) as Of & {readonly [Own in Name]: Value}
  }
}

interface Kept<Value> {
  readonly make: () => Value
  made: {readonly value: Value} | undefined
}
