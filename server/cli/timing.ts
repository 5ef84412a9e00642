import type {Sentence} from '../../rules/kit/sentence.ts'
import type {DocumentRule, Recogniser, SentenceRule} from '../../rules/kit/types.ts'
import type {Plan} from '../engine/plan.ts'
import {makeTriggers} from '../engine/triggers.ts'
import type {Config} from '../workspace/config.ts'

/** Measures where a scan spends its time. */
export interface Timing {
  /** The same configuration, with plans whose rules are measured. */
  readonly of: (config: Config) => Config
  /** A table of the stages and of the slowest rules, with their shares. */
  readonly table: () => string
}

const rulesShown = 12

/** Starts to measure; `now` gives milliseconds. */
export function makeTiming(now: () => number): Timing {
  const start = now()
  const spent = new Map<string, number>()
  const words = 'parsing sentences'
  const configs = new Map<Config, Config>()

  function measured<Result>(what: string, run: () => Result): Result {
    const before = now()
    try {
      return run()
    } finally {
      spent.set(what, (spent.get(what) ?? 0) + now() - before)
    }
  }

  /** Words are parsed when first asked for: asked before the clock of a rule starts, so that no rule is charged for all of them. */
  function parse<Result>(sentence: Sentence, read: (sentence: Sentence) => Result): () => Result {
    measured(words, () => sentence.words)
    return () => read(sentence)
  }

  function timed(plan: Plan): Plan {
    const sentenceRules = plan.sentenceRules.map((rule): SentenceRule => {
      return {...rule, check: sentence => measured(rule.id, parse(sentence, rule.check))}
    })
    const documentRules = plan.documentRules.map((rule): DocumentRule => {
      return {...rule, check: outline => measured(rule.id, () => rule.check(outline))}
    })
    const recognisers = plan.recognisers.map((recogniser): Recogniser => {
      return {...recogniser, find: sentence => measured(recogniser.id, parse(sentence, recogniser.find))}
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
    table() {
      const total = now() - start
      const parsing = spent.get(words) ?? 0
      const all = [...spent].filter(([what]) => what !== words).sort(([, a], [, b]) => b - a)
      const inRules = all.reduce((sum, [, time]) => sum + time, 0)
      const line = (what: string, time: number): string =>
        `${time.toFixed(0).padStart(8)} ms ${((100 * time) / total).toFixed(1).padStart(5)} %  ${what}`
      const rows = [
        line('all', total),
        line('reading files and Markdown, placing, writing', total - inRules - parsing),
        line(words, parsing),
        line('rules and recognisers, of which', inRules),
        ...all.slice(0, rulesShown).map(([what, time]) => line(`  ${what}`, time)),
      ]
      return rows.join('\n')
    },
  }
}
