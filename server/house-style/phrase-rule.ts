import type {Found} from '../../rules/kit/pattern.ts'
import {matchOf} from '../../rules/kit/rule.ts'
import type {Sentence} from '../../rules/kit/sentence.ts'
import type {DocumentKind, Example, Match, Principle, SentenceRule, Severity} from '../../rules/kit/types.ts'
import {parsePhrase, phrasePattern} from './phrase-pattern.ts'
import {type Replacement, readsAlready, replacementOf, rewriteOf, shownReplacement} from './replacement.ts'

/** A team's own rule about a phrase: plain data, which another thread can be given and a cache compares. */
export interface PhraseRule {
  /** What its id ends with: `house/NAME`. */
  readonly name: string
  /** In the language of `phrase-pattern.ts`. */
  readonly find: readonly string[]
  /** The best first, in the language of `replacement.ts`; an empty text leaves the words out, and no text at all offers nothing. */
  readonly say: readonly string[]
  readonly message?: string
  readonly why?: string
  readonly principle: Principle
  readonly severity: Severity
  readonly in: DocumentKind | 'both'
  /** «…» marks what is found, where it says so. */
  readonly bad: readonly string[]
  readonly good: readonly string[]
}

/** The namespace of house rules; no rule of Poise has a slash in its name. */
const space = 'house/'

/** The id of the house rule with a name. */
export function houseId(name: string): string {
  return space + name
}

/** Whether a rule is one of a team's own, by its id. */
export function isHouseId(id: string): boolean {
  return id.startsWith(space)
}

const known = new WeakMap<PhraseRule, SentenceRule>()

/** A phrase rule as the engine runs it; made once for each. Throws a SyntaxError on a phrase that its parser would have refused. */
export function ruleOf(phrase: PhraseRule): SentenceRule {
  const made = known.get(phrase) ?? compile(phrase)
  known.set(phrase, made)
  return made
}

function compile(phrase: PhraseRule): SentenceRule {
  const {name, find, say, why, principle, severity, bad, good} = phrase
  const phrases = find.map(source => {
    const parsed = parsePhrase(source)
    if ('mistake' in parsed) throw new SyntaxError(`The phrase “${source}”: ${parsed.mistake}`)
    return parsed
  })
  const pattern = phrasePattern(phrases)
  const replacements = say.map(replacementOf)
  return {
    id: houseId(name),
    principle,
    scope: phrase.in === 'both' ? ['article', 'macro'] : [phrase.in],
    level: 'span',
    severity,
    message: phrase.message ?? usualMessage(say),
    why: why ?? 'Your team has agreed on other words.',
    sources: [],
    serves: [],
    triggers: [...new Set(phrases.flatMap(({triggers}) => triggers))],
    examples: [...bad.map((text): Example => ({bad: text})), ...good.map((text): Example => ({good: text}))],
    check(sentence) {
      // As our own rules have it, an expected result says what will be, however it says it.
      if (sentence.setting.expected && principle === 'knowledge') return []
      return pattern.all(sentence).flatMap(found => matchIn(sentence, found, replacements) ?? [])
    },
  }
}

/** Undefined where the words stand there as the team wants them. */
function matchIn(sentence: Sentence, found: Found, replacements: readonly Replacement[]): Match | undefined {
  if (found.to <= found.from || replacements.some(each => readsAlready(sentence, found, each))) return undefined
  const rewrites = replacements.flatMap(each => rewriteOf(sentence, found, each) ?? [])
  const match = matchOf(sentence, found, rewrites)
  const {start, end} = match.span
  const isSame = ({span, text}: (typeof rewrites)[number]): boolean =>
    span.start === start &&
    span.end === end &&
    text === sentence.text.slice(start - sentence.start, end - sentence.start)
  return rewrites.some(isSame) ? undefined : match
}

function usualMessage(say: readonly string[]): string {
  const lead = '“{found}” isn’t our house style.'
  const choices = say.filter(text => text !== '').map(text => `“${shownReplacement(text)}”`)
  if (choices.length === 0) return say.length > 0 ? `${lead} Leave it out.` : lead
  const last = choices.length > 3 ? 'other words' : choices.pop()
  const others = choices.slice(0, 3)
  return `${lead} Say ${others.length > 0 ? `${others.join(', ')} or ${last}` : last}.`
}
