/**
 * Sends one value of each key at a time. Of those that come while one is on its way only the newest is sent after it, so that a client that
 * does not read can't fill the memory with what is out of date.
 */
export function newestOnly<Value>(send: (value: Value) => Promise<void>): (key: string, value: Value) => void {
  const next = new Map<string, Value | undefined>()

  async function go(key: string, first: Value): Promise<void> {
    for (let value: Value | undefined = first; value !== undefined; value = next.get(key)) {
      next.set(key, undefined)
      await send(value).catch(() => undefined)
    }
    next.delete(key)
  }
  return (key, value) => {
    if (next.has(key)) next.set(key, value)
    else void go(key, value)
  }
}
