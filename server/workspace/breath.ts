/** Gives others a turn, or answers undefined where it is too early for the next one. */
export type Breathe = () => Promise<void> | undefined

/** Makes a breath that is due `every` so many milliseconds; `pause` is the turn of the others. */
export function makeBreath(every: number, pause: () => Promise<void> = nextTurn): Breathe {
  let last = Date.now()
  return () => {
    if (Date.now() - last < every) return undefined
    return pause().then(() => {
      last = Date.now()
    })
  }
}

/** The next turn of the event loop. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}
