import {type Profiler, Session} from 'node:inspector'

/** A function that has run, and the stretches of its code that have not. */
export interface Ran {
  readonly name: string
  readonly times: number
  readonly missed: readonly Stretch[]
}

/** A part of a script, in its offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What V8 counts of the code that runs. */
export interface Coverage {
  /** The functions that have run since the last call. */
  take(): readonly Ran[]
}

/**
 * Begins to count in the modules whose address `counts`. What is to be counted has to be imported afterwards: code that is compiled already
 * has no counters in its blocks.
 */
export function startCoverage(counts: (url: string) => boolean): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true})
  return {
    take() {
      let scripts: readonly Profiler.ScriptCoverage[] = []
      session.post('Profiler.takePreciseCoverage', (_, {result}) => {
        scripts = result
      })
      return scripts.filter(({url}) => url.startsWith('file:') && counts(url)).flatMap(functionsOf)
    },
  }
}

function functionsOf({scriptId, functions}: Profiler.ScriptCoverage): readonly Ran[] {
  return functions.flatMap(({ranges: [whole, ...blocks]}) => {
    if (whole === undefined || whole.count === 0) return []
    // A block that runs as often as what it lies in is not told of, so that what counts is which blocks are missed.
    const missed = blocks
      .filter(({count}) => count === 0)
      .map(({startOffset, endOffset}) => ({start: startOffset, end: endOffset}))
    return [{name: `${scriptId} ${whole.startOffset} ${whole.endOffset}`, times: whole.count, missed}]
  })
}

/** All code that inputs have reached so far. */
export interface Reached {
  /** Adds what has run; says whether something of it is new. */
  add(functions: readonly Ran[]): boolean
}

/** Starts with nothing reached. */
export function nothingReached(): Reached {
  const missing = new Map<string, readonly Stretch[]>()
  const often = new Set<string>()
  return {
    add(functions) {
      let isNews = false
      for (const {name, times, missed} of functions) {
        const before = missing.get(name)
        const left = before === undefined ? missed : common(before, missed)
        // A loop that runs much longer is news too.
        const size = `${name} ${Math.ceil(Math.log2(times))}`
        if (before === undefined || lengthOf(left) < lengthOf(before) || !often.has(size)) isNews = true
        missing.set(name, left)
        often.add(size)
      }
      return isNews
    },
  }
}

/** What lies in both of two lists of stretches. */
function common(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return some.flatMap(({start, end}) =>
    others.flatMap(other => {
      const both = {start: Math.max(start, other.start), end: Math.min(end, other.end)}
      return both.start < both.end ? [both] : []
    }),
  )
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((length, {start, end}) => length + end - start, 0)
