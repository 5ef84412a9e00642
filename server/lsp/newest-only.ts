/**
 * Sends one value of each key at a time. Of those that come while one is on its way only the newest is sent after it, so that a client that
 * does not read can't fill the memory with what is out of date.
 */
export function newestOnly<Value>(send: (value: Value) => Promise<void>): (key: string, value: Value) => void {
  const next = new Map<string, Value | undefined>()

  async function go(key: string, value: Value): Promise<void> {
    await send(value).catch(() => undefined)
    const newest = next.get(key)
    if (newest === undefined) next.delete(key)
    else {
      next.set(key, undefined)
      await go(key, newest)
    }
  }
  return (key, value) => {
    const isBusy = next.has(key)
    next.set(key, isBusy ? value : undefined)
    if (!isBusy) void go(key, value)
  }
}
