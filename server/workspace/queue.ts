/** Items of a source that is read ahead in the background, so that it is known how many there are so far. */
export interface Queue<Item> {
  readonly items: AsyncIterable<Item>
  /** How many were found until now. */
  readonly found: () => number
  /** Resolves when all are found, or finding them failed, which `items` tells. */
  readonly ended: Promise<void>
}

/** Starts to read `source` at once, to its end or to the point where it rejects. */
export function makeQueue<Item>(source: AsyncIterable<Item>): Queue<Item> {
  const waiting: Item[] = []
  let found = 0
  let wake = () => {}
  let isOver = false
  const reading = readAll()
  // Whoever drains the queue gets the error; until somebody does, it is not unhandled.
  const ended = reading.catch(() => undefined)
  return {items: drain(), found: () => found, ended}

  async function readAll(): Promise<void> {
    try {
      for await (const item of source) {
        found++
        waiting.push(item)
        wake()
      }
    } finally {
      isOver = true
      wake()
    }
  }

  async function* drain(): AsyncGenerator<Item> {
    for (let next = 0; ; ) {
      const item = waiting[next]
      if (item !== undefined) {
        next++
        if (next === 1000) next -= waiting.splice(0, next).length
        yield item
      } else if (isOver) {
        return await reading
      } else {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    }
  }
}
