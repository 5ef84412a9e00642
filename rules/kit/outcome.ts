import {presentOf, subjectNumber} from './agreement.ts'
import {isNegated} from './clauses.ts'
import type {Found, WordRange} from './pattern.ts'
import {textOf} from './rule.ts'
import type {Sentence} from './sentence.ts'

const perception = new Set(['see', 'find', 'receive', 'get', 'hear', 'view', 'notice'])

/** The words of `found` as a plain statement, in the present tense or, of what the customer of a reply sees, the future. */
export function outcomeStatement(sentence: Sentence, found: Found): string | undefined {
  const {from, to, parts} = found
  const {subject, verb, adverbs} = parts
  if (!verb) return undefined
  if (!subject && parts['modal']) return elliptically(sentence, verb, to)
  if (!subject) return `can ${textOf(sentence, {from: verb.from, to})}`
  const who = textOf(sentence, subject)
  const how = adverbs && adverbs.to > adverbs.from ? textOf(sentence, adverbs).replace(/\bnot ?|n['’]t ?/i, '') : ''
  const manner = how.trim() ? how.trim() + ' ' : ''
  const base = sentence.words[verb.from]?.norm ?? ''
  const rest = verb.from + 1 < to ? ' ' + textOf(sentence, {from: verb.from + 1, to}) : ''
  const macro = sentence.setting.kind === 'macro'
  if (isNegated(sentence, {from: subject.to, to: verb.from}) && !/no longer/i.test(how))
    return /^you$/i.test(who) && base !== 'be'
      ? `${who} ${macro ? "won't" : "don't"} ${manner}${base}${rest}`
      : undefined
  if (/able to/.test(textOf(sentence, {from, to}))) {
    if (macro && /^you$/i.test(who) && perception.has(base)) return `${who}'ll ${manner}${base}${rest}`
    return `${who} can ${manner}${base}${rest}`
  }
  if (/^(?:we|i)$/i.test(who) && macro) return `${who}'ll ${manner}${base}${rest}`
  if (/^you$/i.test(who)) {
    if (base === 'be') return `${who}'re ${manner}${rest.trimStart()}`
    return macro && base !== 'have' ? `${who}'ll ${manner}${base}${rest}` : `${who} ${manner}${base}${rest}`
  }
  if (parts['modal'] || (macro && isAhead(sentence, to))) return `${who} will ${manner}${base}${rest}`
  const number = subjectNumber(sentence, subject)
  if (!number) return undefined
  if (base === 'be')
    return /^(?:it|that)$/i.test(who)
      ? `${who}'s ${manner}${rest.trimStart()}`
      : `${who} ${presentOf('be', number)} ${manner}${rest.trimStart()}`
  return `${who} ${manner}${presentOf(base, number)}${rest}`
}

/** “Should be fixed now” → “It's fixed now”. */
function elliptically(sentence: Sentence, {from}: WordRange, to: number): string {
  const base = sentence.words[from]?.norm ?? ''
  const rest = from + 1 < to ? ' ' + textOf(sentence, {from: from + 1, to}) : ''
  return base === 'be' ? `it's${rest}` : `it ${presentOf(base, 'singular')}${rest}`
}

/** Whether a time to come follows: “by Friday”, “within an hour”. */
function isAhead(sentence: Sentence, to: number): boolean {
  const rest = textOf(sentence, {from: to, to: sentence.words.length})
  return /^(?:\S+ ){0,4}(?:by|within|tomorrow|tonight|later|soon|shortly|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:the next|about|around|\d|an?|a few)|next)\b/i.test(
    rest,
  )
}
