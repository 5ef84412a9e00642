import type {Inspection} from './inspect.ts'

/** Remembers what was found in each block's prose, for all documents of a session; bounded in size. */
export interface Memory {
  /** What is remembered for `key`, else what `compute` gives, remembered from now on. */
  readonly recall: (key: string, compute: () => Inspection) => Inspection
}

/** An empty memory of about `capacity` characters; when it is full, what was not asked for lately goes first. */
export function makeMemory(capacity = 8_000_000): Memory {
  let young = new Map<string, Inspection>()
  let old = new Map<string, Inspection>()
  let size = 0
  return {
    recall(key, compute) {
      const known = young.get(key)
      if (known) return known
      const inspection = old.get(key) ?? compute()
      size += key.length
      if (size > capacity / 2) {
        old = young
        young = new Map()
        size = key.length
      }
      young.set(key, inspection)
      return inspection
    },
  }
}
