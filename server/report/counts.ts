import type {Principle, Severity} from '../../rules/kit/types.ts'
import type {Digest} from './digest.ts'
import type {PhraseSummary, Place, RuleSummary} from './summary.ts'

interface RuleCount {
  readonly principle: Principle
  readonly bySeverity: Record<Severity, number>
  findings: number
  documents: number
  /** By how many points the overall risks of all documents fall when it is mended. */
  gain: number
}

interface PhraseCount {
  readonly rule: string
  readonly principle: Principle
  readonly words: string
  readonly first: Place
  count: number
  documents: number
}

/** So many different phrases are counted; what occurs often has been met long before. */
const mostPhrases = 20_000

/** Counts by rule, and by rule and words. */
export function makeCounts() {
  const rules = new Map<string, RuleCount>()
  const phrases = new Map<string, PhraseCount>()

  function count({path, findings}: Digest): void {
    const seen = new Set<unknown>()
    for (const {rule, principle, severity, line, words} of findings) {
      const first = {path, line}
      let ofRule = rules.get(rule)
      if (ofRule === undefined) {
        ofRule = {principle, bySeverity: {warning: 0, suggestion: 0, hint: 0}, findings: 0, documents: 0, gain: 0}
        rules.set(rule, ofRule)
      }
      ofRule.findings += 1
      ofRule.bySeverity[severity] += 1
      if (!seen.has(ofRule)) ofRule.documents += 1
      seen.add(ofRule)
      if (words === undefined) continue
      const key = `${rule}\n${words.toLowerCase().replaceAll('’', "'")}`
      let phrase = phrases.get(key)
      if (phrase === undefined) {
        if (phrases.size >= mostPhrases) continue
        phrase = {rule, principle, words, first, count: 0, documents: 0}
        phrases.set(key, phrase)
      }
      phrase.count += 1
      if (!seen.has(phrase)) phrase.documents += 1
      seen.add(phrase)
    }
  }

  return {
    add(digest: Digest): void {
      count(digest)
      for (const {rule, overall} of digest.mending) {
        const known = rules.get(rule)
        if (known) known.gain += digest.score.overall - overall
      }
    },
    rules(documents: number): readonly RuleSummary[] {
      const frequent = new Map<string, PhraseCount>()
      for (const phrase of phrases.values())
        if (phrase.count > (frequent.get(phrase.rule)?.count ?? 0)) frequent.set(phrase.rule, phrase)
      return [...rules]
        .map(([rule, {gain, ...counts}]) => {
          const words = frequent.get(rule)?.words
          const ofMean = Math.round((100 * gain) / documents) / 100
          return {rule, ...counts, gain: ofMean, ...(words !== undefined && {words})}
        })
        .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1))
    },
    phrases: (mostShown: number): readonly PhraseSummary[] =>
      [...phrases.values()]
        .filter(({count}) => count > 1)
        .sort((a, b) => b.count - a.count || b.documents - a.documents || (a.words < b.words ? -1 : 1))
        .slice(0, mostShown)
        .map(phrase => ({...phrase})),
  }
}
