import {randomFrom} from '../formats/random.ts'
import {type Coverage, nothingReached} from './coverage.ts'
import {minimise} from './minimise.ts'
import {mutate} from './mutate.ts'
import {longest, type Target} from './target.ts'

/** An input that failed, made as short as it gets. */
export interface Failure {
  readonly input: string
  readonly error: string
}

/** How far an exploration went. */
export interface Explored {
  readonly runs: number
  /** The inputs that have reached something of their own. */
  readonly kept: readonly string[]
}

/** What an exploration is given. */
export interface Exploration {
  readonly coverage: Coverage
  readonly seed: number
  /** Asked before each run whether it is made. */
  readonly goesOn: (runs: number) => boolean
  /** Told of each input before it is tried, so that whoever watches knows the one that never ends. */
  readonly onInput: (input: string) => void
  /** Told of each failure, once for each place and message. */
  readonly onFailure: (failure: Failure) => void
}

const mostTries = 400

/** Tries inputs on a target, keeping those that reach new blocks of code and making others of them. */
export async function explore(
  target: Target,
  {coverage, seed, goesOn, onInput, onFailure}: Exploration,
): Promise<Explored> {
  const random = randomFrom(seed)
  const reached = nothingReached()
  const known = new Set<string>()
  const kept: string[] = []
  const {dictionary} = target
  const seeds = ['', ...target.seeds.map(each => each.slice(0, longest))]

  async function errorOf(input: string): Promise<unknown> {
    onInput(input)
    try {
      await target.holds(input)
      return undefined
    } catch (error) {
      return error ?? 'a failure without an error'
    }
  }

  let runs = 0
  for (; goesOn(runs); runs++) {
    // What was kept last has been changed least.
    const base = random.chance(0.3) ? (kept.at(-1 - random.below(Math.min(8, kept.length))) ?? '') : undefined
    const input = seeds[runs] ?? mutate(base ?? random.pick(kept), random, {dictionary, kept})
    const error = await errorOf(input)
    const isNews = reached.add(coverage.take())
    if (error !== undefined && !known.has(signatureOf(error))) {
      const signature = signatureOf(error)
      known.add(signature)
      const small = await minimise(input, async each => signatureOf(await errorOf(each)) === signature, mostTries)
      onFailure({input: small, error: textOf(await errorOf(small))})
      coverage.take()
    }
    // What failed once fails in all that is made of it.
    if (isNews && error === undefined) kept.push(input)
    if (kept.length === 0) kept.push('')
  }
  return {runs, kept}
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** By what two failures are taken for the same: the message without what it quotes, and the place in the code. */
function signatureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const place = /\((?:file:\/\/)?(\S*\/(?:server|rules|node_modules)\/\S+)\)/.exec(error.stack ?? '')?.[1]
  return `${error.message.replace(/[\d"“\n][\s\S]*/, '')} ${place}`
}
