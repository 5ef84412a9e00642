import type {Connection} from 'vscode-languageserver'

/** What a check of a document took, in milliseconds by stage. */
export interface CheckTimes {
  readonly reading: number
  readonly checking: number
}

/** Writes to the log what took so long that a person may have noticed. */
export interface SlowLog {
  /** To be told of each check of an open document; `size` is in characters. */
  readonly check: (path: string, size: number, times: CheckTimes) => void
  /** Does the work of a request, and logs it where it was slow and no check within it was. */
  readonly request: <Answer>(method: string, path: string, work: () => Promise<Answer>) => Promise<Answer>
}

/** Milliseconds from which on an answer is slow. */
const slow = 100

/** Makes the log of slow answers. It never holds a text: files go by their path and size. */
export function makeSlowLog(
  {console}: {readonly console: Pick<Connection['console'], 'info'>},
  now: () => number = () => performance.now(),
): SlowLog {
  let logged = 0
  function log(line: string): void {
    logged += 1
    console.info(line)
  }
  return {
    check(path, size, {reading, checking}) {
      const took = reading + checking
      if (took < slow) return
      const [stage, most] = reading > checking ? ['reading it', reading] : ['the rules', checking]
      log(`Slow: checking ${path} (${sizeOf(size)}) took ${ms(took)}, of which ${stage} ${ms(most)}.`)
    },
    async request(method, path, work) {
      const start = now()
      const before = logged
      try {
        return await work()
      } finally {
        const took = now() - start
        if (took >= slow && logged === before) log(`Slow: ${method} of ${path} took ${ms(took)}.`)
      }
    },
  }
}

const ms = (time: number): string => `${Math.round(time)} ms`

function sizeOf(characters: number): string {
  return characters < 10_000 ? `${characters} characters` : `${Math.round(characters / 1000)} thousand characters`
}
