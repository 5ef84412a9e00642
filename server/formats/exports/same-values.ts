import type {TextValue, Value} from '../values/value.ts'

interface Pair {
  readonly one: Value
  readonly other: Value
}

/**
 * Whether two trees of values say the same, apart from the texts of the first that are in `changed`, which have to say what stands there in the
 * second.
 */
export function saySame(
  one: Value | undefined,
  other: Value | undefined,
  changed: ReadonlyMap<TextValue, string>,
): boolean {
  if (one === undefined || other === undefined) return one === other
  const waiting: Pair[] = [{one, other}]
  let met = 0
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const wanted = pair.one.type === 'text' ? changed.get(pair.one) : undefined
    if (wanted !== undefined) met++
    if (!isSame(pair, wanted, waiting)) return false
  }
  return met === changed.size
}

/** Whether the two say the same by themselves; what is in them is put on the list of those that wait. */
function isSame({one, other}: Pair, wanted: string | undefined, waiting: Pair[]): boolean {
  if (one.type === 'text') return other.type === 'text' && other.text === (wanted ?? one.text)
  if (one.type === 'other') return other.type === 'other' && other.raw === one.raw
  if (one.type === 'list') {
    if (other.type !== 'list' || other.items.length !== one.items.length) return false
    return one.items.every((item, index) => wait(item, other.items[index], waiting))
  }
  if (other.type !== 'map' || other.entries.length !== one.entries.length) return false
  return one.entries.every(({key, value}, index) => {
    const entry = other.entries[index]
    return entry?.key === key && wait(value, entry.value, waiting)
  })
}

function wait(one: Value, other: Value | undefined, waiting: Pair[]): boolean {
  if (other === undefined) return false
  waiting.push({one, other})
  return true
}
