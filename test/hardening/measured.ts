/** What a scenario tried, what it wanted to see, and what it saw. */
export interface Measured {
  readonly input: string
  readonly toReach: string
  readonly reached: string
  readonly passed: boolean
  /** Whether it is a time, which counts only where nothing else runs beside it: in `npm run hardening`. */
  readonly timed?: true
}

const mark = 'measured '

/** Says what was reached; the process that runs the scenario reads it. */
export function say(measured: Measured): void {
  console.log(mark + JSON.stringify(measured))
}

/** What a scenario said, out of all that its process printed. */
export function saidIn(output: string): readonly Measured[] {
  return output.split('\n').flatMap(line => (line.startsWith(mark) ? [JSON.parse(line.slice(mark.length))] : []))
}

/** How long work took, how often it was done, and what it gave the last time. */
interface Timed<Result> {
  readonly took: number
  readonly times: number
  readonly result: Result
}

/** The milliseconds that work takes: the least of five, since the machine does other things too, or fewer as soon as one is within `limit`. */
export async function timed<Result>(work: () => Result | Promise<Result>, limit = 0): Promise<Timed<Result>> {
  let least = Number.POSITIVE_INFINITY
  for (let times = 1; ; times++) {
    const start = performance.now()
    const result = await work()
    least = Math.min(least, performance.now() - start)
    if (least <= limit || times === 5) return {took: least, times, result}
  }
}

/** Says whether work takes at most so many milliseconds, each time anew; `what` adds what else was seen. */
export async function within<Result>(
  input: string,
  most: number,
  work: () => Result | Promise<Result>,
  what: (result: Result) => {readonly seen: string; readonly good: boolean} = () => ({seen: '', good: true}),
): Promise<Result> {
  const {took, times, result} = await timed(work, most)
  const {seen, good} = what(result)
  const parts = [`${took < 10 ? took.toFixed(1) : Math.round(took)} ms`, times > 1 ? `the least of ${times}` : '', seen]
  say({
    input,
    toReach: `≤ ${most} ms`,
    reached: parts.filter(part => part !== '').join(', '),
    passed: took <= most && good,
    ...(good && {timed: true}),
  })
  return result
}

/** Says how many of the cases went wrong; none may. */
export function none(input: string, cases: number, wrong: readonly string[]): void {
  const [first] = wrong
  say({
    input,
    toReach: `0 of ${cases} go wrong`,
    reached: first === undefined ? `0 of ${cases}` : `${wrong.length} of ${cases}; ${first.slice(0, 300)}`,
    passed: wrong.length === 0 && cases > 0,
  })
}
