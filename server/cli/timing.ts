import type {Sentence} from '../../rules/kit/sentence.ts'
import type {DocumentRule, Recogniser, SentenceRule} from '../../rules/kit/types.ts'
import type {Plan} from '../engine/plan.ts'
import {makeTriggers} from '../engine/triggers.ts'
import type {Config} from '../workspace/config.ts'

const stages = {
  'finding files': 'finding files',
  'reading files': 'reading files',
  parsing: 'reading Markdown, HTML and data',
  checking: 'triggers, placing and ignore comments',
  sentences: 'parsing sentences',
  rules: 'rules for sentences, and recognisers',
  documents: 'rules for documents',
  suggestions: 'making and trying suggestions',
  report: 'writing the report',
} as const

/** A part of the work of a scan, in the order in which it comes. */
export type TimedStage = keyof typeof stages

/** Milliseconds by stage or rule, as plain data. */
export type Spent = readonly (readonly [what: string, milliseconds: number])[]

/** Measures where a scan spends its time: each moment counts for the innermost stage that runs. */
export interface Timing {
  /** The same configuration, with plans whose rules are measured. */
  readonly of: (config: Config) => Config
  readonly measure: <Result>(stage: TimedStage, run: () => Result) => Result
  /** Milliseconds since the start. */
  readonly elapsed: () => number
  /** What was measured since it was last taken. */
  readonly take: () => Spent
  /** Adds what another thread has measured. */
  readonly add: (spent: Spent) => void
  /** A table of the stages and of the slowest rules, with their shares of the time of all threads. */
  readonly table: () => string
}

const rulesShown = 12
const isStage = (what: string): what is TimedStage => Object.hasOwn(stages, what)

/** Starts to measure; `now` gives milliseconds. */
export function makeTiming(now: () => number): Timing {
  const start = now()
  let spent = new Map<string, number>()
  const configs = new Map<Config, Config>()
  let running: readonly string[] = []
  let since = start

  /** Charges the time until now to what runs, and lets `next` run from here on. */
  function turnTo(next: readonly string[]): void {
    const time = now()
    for (const what of running) spent.set(what, (spent.get(what) ?? 0) + time - since)
    running = next
    since = time
  }
  function measured<Result>(next: readonly string[], run: () => Result): Result {
    const outer = running
    // What a suggestion is tried with is work on the suggestion.
    if (outer[0] === 'suggestions') return run()
    turnTo(next)
    try {
      return run()
    } finally {
      turnTo(outer)
    }
  }

  /** Words are parsed when first asked for: asked before the clock of a rule starts, so that no rule is charged for all of them. */
  function parse<Result>(sentence: Sentence, read: (sentence: Sentence) => Result): () => Result {
    measured(['sentences'], () => sentence.words)
    return () => read(sentence)
  }

  function timed(plan: Plan): Plan {
    const sentenceRules = plan.sentenceRules.map((rule): SentenceRule => {
      return {...rule, check: sentence => measured(['rules', `rule ${rule.id}`], parse(sentence, rule.check))}
    })
    const documentRules = plan.documentRules.map((rule): DocumentRule => {
      return {...rule, check: outline => measured(['documents', `rule ${rule.id}`], () => rule.check(outline))}
    })
    const recognisers = plan.recognisers.map((recogniser): Recogniser => {
      const what = `recogniser ${recogniser.id}`
      return {...recogniser, find: sentence => measured(['rules', what], parse(sentence, recogniser.find))}
    })
    return {
      ...plan,
      sentenceRules,
      documentRules,
      recognisers,
      triggers: makeTriggers([...sentenceRules, ...recognisers]),
    }
  }

  return {
    of(config) {
      const known = configs.get(config)
      if (known) return known
      const {article, macro} = config.plans
      const made = {...config, plans: {article: timed(article), macro: timed(macro)}}
      configs.set(config, made)
      return made
    },
    measure: (stage, run) => measured([stage], run),
    take() {
      const taken = [...spent]
      spent = new Map()
      return taken
    },
    add(more) {
      for (const [what, time] of more) spent.set(what, (spent.get(what) ?? 0) + time)
    },
    elapsed: () => now() - start,
    table: () => tableOf(spent, now() - start),
  }
}

function tableOf(spent: ReadonlyMap<string, number>, total: number): string {
  const names = Object.keys(stages).filter(isStage)
  const measured = names.reduce((sum, stage) => sum + (spent.get(stage) ?? 0), 0)
  const whole = Math.max(measured, 0.001)
  const line = (what: string, time: number): string =>
    `${time.toFixed(0).padStart(8)} ms ${((100 * time) / whole).toFixed(1).padStart(5)} %  ${what}`
  const slowest = [...spent].filter(([what]) => !isStage(what)).sort(([, a], [, b]) => b - a)
  return [
    `${total.toFixed(0).padStart(8)} ms          from start to end`,
    line('all stages, of all threads', measured),
    ...names.map(stage => line(`  ${stages[stage]}`, spent.get(stage) ?? 0)),
    'The slowest rules and recognisers',
    ...slowest.slice(0, rulesShown).map(([what, time]) => line(`  ${what}`, time)),
  ].join('\n')
}
