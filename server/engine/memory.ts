import type {Inspection} from './inspect.ts'

/** Remembers what was found in each block's prose, for all documents of a session; bounded in size. */
export interface Memory {
  /** What is remembered of a prose in that context, else what `compute` gives, remembered from now on. */
  readonly recall: (prose: string, context: () => string, compute: () => Inspection) => Inspection
}

/** An empty memory of about `capacity` bytes; when it is full, what was not asked for lately goes first. */
export function makeMemory(capacity = 50_000_000): Memory {
  const kept = makeRecent<Inspection>(capacity, inspectionCost)
  return {
    recall(prose, context, compute) {
      const key = `${context()}|${prose}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const inspection = compute()
      kept.set(key, inspection)
      return inspection
    },
  }
}

/**
 * A memory for a scan, which reads most blocks once: a block is remembered when it comes for the second time. What is kept outlives the
 * file that it is of and costs a collector far more than what goes with it.
 */
export function makeScanMemory(): Memory {
  const seen = makeRecent<true>(400_000, keyCost)
  const kept = makeMemory(4_000_000)
  return {
    recall(prose, context, compute) {
      if (seen.get(prose)) return kept.recall(prose, context, compute)
      seen.set(prose, true)
      return compute()
    },
  }
}

/** Bytes that an entry and each character of its key were measured to take: with what is known of the block, and of the key alone. */
const inspectionCost = {entry: 1000, character: 10}
const keyCost = {entry: 100, character: 1}

interface Recent<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
}

/** Two generations: what is asked for in the old one moves to the young one, and the rest of it goes when that is full. */
function makeRecent<Value>(capacity: number, cost: typeof inspectionCost): Recent<Value> {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  let size = 0
  function set(key: string, value: Value): void {
    const own = cost.entry + key.length * cost.character
    size += own
    if (size > capacity / 2) {
      old = young
      young = new Map()
      size = own
    }
    young.set(key, value)
  }
  return {
    get(key) {
      const known = young.get(key)
      if (known !== undefined) return known
      const older = old.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
    set,
  }
}
